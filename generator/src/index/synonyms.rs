//! Words and abbreviations that mean the same: the services' own
//! names beside people's. What belongs to one theme or group stands in the
//! vocabulary instead.

/// A line is a group, `;` between its words and phrases. Those after `|` are
/// rarer, and only what people say: they come with the texts, and lead to the
/// others, but nothing leads to them.
pub(super) const SYNONYMS: &str = "\
PPT;pedagogisk-psykologisk tjeneste;pedagogisk-psykologisk rådgivningstjeneste;PP-tjenesten|skolepsykolog;sakkyndig vurdering;utredning av lærevansker
BUP;barne- og ungdomspsykiatrisk poliklinikk;barne- og ungdomspsykiatri;psykisk helsevern for barn og unge|psykiater;barnepsykiater;ungdomspsykiater
SFO;skolefritidsordning;AKS;aktivitetsskole|aktivitetsskolen;etter skoletid;fritidsordning
BPA;brukerstyrt personlig assistanse;personlig assistent
IP;individuell plan
HFU;helsestasjon for ungdom;ungdomshelsestasjon
ITO;individuelt tilrettelagt opplæring;spesialundervisning;spesialpedagog|spesialpedagogisk hjelp;trenger ekstra hjelp på skolen;faller bakpå;henger etter på skolen;sliter på skolen;strever på skolen
SLT;samordning av lokale rusforebyggende og kriminalitetsforebyggende tiltak;kriminalitetsforebygging
BTI;bedre tverrfaglig innsats
DPS;distriktspsykiatrisk senter
COS;circle of security;trygghetssirkelen
ICDP;foreldreveiledning;foreldrekurs;foreldrestøtte
FACT;oppsøkende behandling;oppsøkende team
PUT;psykiatrisk ungdomsteam
OT;oppfølgingstjenesten
BUA;utstyrssentral;utlånssentral;utlån av utstyr
BVV;barnevernvakt;barnevernsvakt
EMA;enslig mindreårig;enslige mindreårige
LHBT;LHBTQ;skeiv;homofil;lesbisk;bifil;homo;lesbe;kjønnsidentitet|liker jenter;liker gutter;liker både gutter og jenter;forelska i en jente;forelska i en gutt;panfil;panseksuell;ikke-binær;aseksuell
NAV;sosialkontor;sosialtjenesten
RPH;rask psykisk helsehjelp
ADHD;ADD;hyperaktiv;uro;konsentrasjonsvansker;urolig|sitter ikke stille;ukonsentrert;klarer ikke å konsentrere meg;rastløs;impulsiv;vilter;får ikke sitte i ro
OCD;tvang;tvangstanker;tvangslidelse|tvangshandlinger;ritualer;må sjekke alt
ASF;autisme;asperger;autist;autismespekter
PTSD;traume;traumer|flashback;vonde minner;mareritt
ART;sinnemestring;aggresjonskontroll
MST;multisystemisk terapi
PMTO;foreldretrening
DUÅ;de utrolige årene
VGS;videregående skole;videregående opplæring
UKM;ung kultur møtes
helsesøster;helsesykepleier;skolehelsetjeneste;skolelege|skolesøster;helsesyster
jordmor;svangerskapskontroll;svangerskapsomsorg;gravid
mensen;menstruasjon;pubertet
tenåring;ungdom
småbarn;smårolling;toåring;småbarnsforeldre;treåring|barnehagebarn
baby;spedbarn;nyfødt;barsel
gravid;svangerskap;venter barn;fødsel|mensen kommer ikke;graviditetstest;positiv test;over tida;blitt gravid;bli foreldre
abort;uønsket graviditet;uønska gravid;angrepille
abort|ikke beholde barnet;avbryte svangerskapet
amming;ammehjelp;ammetrøbbel;brystbetennelse|vondt å amme;brystpumpe;morsmelk;melkespreng
kolikk;urolig baby|gråter hele tiden
fødselsdepresjon;nedstemt etter fødsel;barseldepresjon|ikke glad i babyen;ikke glad i barnet;glad i babyen;trist etter fødsel
barneklær;babyutstyr;barnevogn
vaksine;vaksinasjon;sprøyte;barnevaksinasjonsprogram
adoptere;adopsjon;adoptivbarn
skolevegring;skolefravær;skulk;skolenekting;fraværsteam;orker ikke skolen;dropper skolen;hjemmesitter;redd for skolen;gruer meg til skolen|vil ikke på skolen;gruer seg til skolen;nekter å gå på skolen;går ikke på skolen;tør ikke gå på skolen;hater skolen;borte fra skolen;kommer seg ikke på skolen;skulker;mye fravær;vondt i magen før skolen;kaster bort skolen
skoleskyss;skolebuss;skoletaxi;farlig skolevei|buss til skolen;lang skolevei;taxi til skolen;busskort
leksehjelp;lekser;lekseproblemer|forstår ikke leksene;karakterer;dårlige karakterer;eksamen;stryker;strykkarakter;privatundervisning
bytte skole;skolebytte;skoleplass;nærskole|ny skole;innskriving;begynne på skolen
slutte på skolen;frafall;oppfølgingstjenesten;sluttet på skolen|droppe ut;droppa ut;dropper ut;slutter på skolen;hoppe av skolen;ikke fullført skole;uten skoleplass;verken jobb eller skole;skoletrøtt;skolelei
yrkesvalg;velge utdanning;karriereveiledning;yrkesrådgiver|hva skal jeg bli;vet ikke hva jeg vil bli;hvilken linje;linjevalg;utdanningsvalg;frisør;elektriker;snekker;bilmekaniker
lærling;læreplass;fagbrev;lærlingplass
matte;matematikk;regning;dyskalkuli|skjønner ikke matte;regnevansker
dysleksi;lesevansker;lese- og skrivevansker;skrivevansker;bokstavvansker;lese sakte;les seint|kan ikke lese;ordblind;ordblindhet;leser dårlig;sliter med å lese;strever med å lese;lærer ikke å lese;skriver feil;lesetrening
språkvansker;sen språkutvikling;logoped;stammer;stamming;uttale;snakker lite|snakker ikke;utydelig;snakker utydelig;snakker ikke tydelig;snakker rart;lesper;har ikke begynt å snakke;sier ingen ord;språktrening
norskkurs;norskopplæring;lære norsk;språkkafe;språktrening|kan dårlig norsk;snakker ikke norsk;norskprøve;bergenstest
mobbing;mobba;plaget;utestengt;erting;utfrysing;skolemiljø;holdt utenfor;får ikke være med|alene i friminuttet;ler av meg;sier stygge ting;slemme mot meg;baksnakker;fryst ut;frosset ut;kaller meg stygge ting;stygge kommentarer;ingen vil være med meg;hets;hetset;drittslenging;utestenging
mobbeombud;klage på skolen;skolemiljø;elevombud|rektor gjør ingenting;læreren gjør ingenting;skolen gjør ingenting;læreren er slem;lærer er slem;urettferdig lærer;læreren mobber;klage på lærer;skolen hører ikke;skolen hjelper ikke;læreren tror ikke på meg;læreren liker meg ikke
ensom;ensomhet;alene;ingen venner;mangler venner;nye venner|treffe andre;ingen å være med;noen å være med;sitter alene;ingen liker meg;har ingen;få venner;finne venner;mister venner;kjenner ingen;føler meg utenfor;treffe jevnaldrende;mye alene;alltid alene
besøksvenn;støttekontakt;fritidskontakt;treningskontakt|noen å gå på kino med;ledsager;følge på aktiviteter;voksenvenn
trist;deprimert;depresjon;deppa;nedstemt;nedfor;gråter|lei meg;lei av alt;alt er svart;alt er håpløst;ligger i senga;ligger bare i senga;orker ingenting;orker ikke noe;føler meg tom;ingen vits;kjærlighetssorg;dumpet;vinterdepresjon
angst;redd;panikk;panikkanfall;bekymret;grubler|hjertebank;får ikke puste;sosial angst;eksamensangst;tør ikke gå ut;redd for å gå ut;redd hele tida;tankekjør;nervøs;bekymrer meg;engstelig;fobi
stress;prestasjonspress;sliten;utbrent|press på skolen;klarer ikke mer;utmattet;for mye press
psykolog;samtaleterapi;noen å snakke med;psykisk helse;terapi;samtale;snakke med noen;vondt inni meg|en å snakke med;har det vondt;har det vanskelig;hjelp med følelser;sliter psykisk;har det ikke bra;snakke om følelser;mentale problemer;mental helse
spiseforstyrrelse;anoreksi;bulimi;overspising;slanking;spyr opp maten;kalorier;spiser nesten ikke|kaster opp;spiser ikke;hater kroppen min;føler meg feit;feit;for tynn;gå ned i vekt;teller kalorier;sulter meg;nekter å spise;overspiser;spyr etter maten;kroppspress;kroppsbilde;trener for mye
selvskading;kutter;kutter meg;skader meg;skader seg;kutting|skader meg selv;kutter seg;risper;arr på armen
selvmord;ta livet;vil dø;suicid;ikke leve lenger;orker ikke leve;orker ikke mer;ikke lyst til å leve;lyst til å dø;selvmordstanker;tenker på å dø;vil bare dø;ønsker å dø;ta livet av meg;vil ikke være her
sove;søvn;søvnvansker;søvnproblemer;søvnløs;insomni;leggetid;døgnrytme;sover dårlig|sover ikke;våken om natta;ligger våken;mareritt;våkner om natta;snur døgnet;trøtt
sinne;sint;utagerer;aggressiv;raseri;sinnemestring;trass;trassalder;biter;slår andre barn|slår andre;eksploderer;raserianfall;mister kontrollen;sinneproblemer;hissig;temperament;kjefter;klyper;sparker;slår i barnehagen
rus;rusproblemer;rusmisbruk;avhengighet;misbruk|ruser seg;ruser meg;rusa;ruset;rusavhengig;slutte med rus;tar stoff;rusmidler
narkotika;dop;stoff;hasj;cannabis;weed;marihuana;kokain;piller|mdma;ecstasy;amfetamin;heroin;joint;lystgass;tramadol;benzo;selger hasj
alkohol;drikker;fyll;full;fulle;alkoholproblem|drikker for mye;alkoholiker;drakk for mye;vin hver kveld;fyllefest
snus;tobakk;røyk;røyker;vape;røykeslutt;snusfri;damp|e-sigarett;nikotin;slutte å røyke;slutte å snuse
gaming;dataspill;spillavhengig;skjermtid;skjermbruk;gamer;spiller hele natta|e-sport;spiller hele dagen;spiller hele tida;spiller for mye;spiller til langt på natt;sitter på rommet;alltid på mobilen;mobilavhengig;fortnite;roblox;minecraft;playstation;avhengig av spill;alltid på skjerm
pengespill;gambling;betting;spilleavhengighet|spiller bort pengene;spilt bort pengene;odds;casino;taper penger
vold;slår;slått;blir slått;mishandling;banker;partnervold;familievold;slår meg;kaster ting;kontrollerer meg;psykisk vold;slem mot meg|dytter;sparker meg;lugger;kvelertak;hardhendt;truer meg;redd for pappa;redd for mamma;redd for stefar;redd for kjæresten;slår mamma;slår barna;slo meg;blåmerker;kontrollerer alt;kontrollerende kjæreste;sjalu kjæreste;juling;voldelig
redd hjemme;utrygg hjemme;krisesenter|tør ikke gå hjem;redd for å gå hjem;et sted å flykte
voldtekt;seksuelle overgrep;voldta;incest;overgrepsmottak;misbrukt;voldtatt;tok på meg;tar på meg;nettovergrep|tafset;tafsing;beføling;tvunget til sex;presset til sex;antastet;seksuell trakassering;grooming;onkel tar på meg;tok på meg uten lov
stalking;forfølgelse;besøksforbud;trusler|følger etter meg;eksen lar meg ikke være;truer meg på nett;truet på nett
tvangsekteskap;æresvold;sosial kontroll;minoritetsrådgiver;kjønnslemlestelse;tvangsgifting;omskjæring|får ikke velge kjæreste;gifte meg mot min vilje;sendt til utlandet;koranskole;familien bestemmer alt;familien passer på meg;får ikke lov til noe
rømt;rømte hjemmefra;kastet ut;kastet ut hjemmefra|stukket hjemmefra;vil ikke hjem;stikke av;rømme;kommer ikke hjem om natta;får ikke bo hjemme;kan ikke bo hjemme;savnet barn
uromelding;bekymringsmelding;bekymret for et barn;melde fra til barnevernet|bekymret for nabobarn;bekymra for nabo;bekymret for eleven;bekymret for barnet;meldeplikt;opplysningsplikt;varsle barnevernet;melding til barnevernet;anonym melding;uro for et barn;urolig for et barn
fosterhjem;fosterfamilie;fosterbarn;fosterforeldre;beredskapshjem|bli fosterhjem;ta imot fosterbarn;barnevernsinstitusjon
besøkshjem;avlastning;avlastningshjem;helgeavlastning;avlastningsfamilie
ettervern;ungdom i barnevernet;flytte for seg selv|etter barnevernet
skilsmisse;samlivsbrudd;skilt;brudd;skilles;skilte foreldre;to hjem;delt bosted;foreldre krangler;foreldrene krangler|krangler om meg;går fra hverandre;gått fra hverandre;skal skilles;flytter fra hverandre;bo hos pappa;bo hos mamma;annenhver uke;hvem skal jeg bo hos;stefamilie;stefar;stemor;ny familie;bonusbarn;bonusfamilie;bonusforeldre;halvsøsken
mekling;familievern;familievernkontor;familierådgivning;parterapi;samlivskurs;krangler|krangler mye;parforhold;ekteskap;utroskap;foreldresamarbeid;samarbeide med eksen;bonusfamilie;foreldrekonflikt
samvær;samvær med tilsyn;barnefordeling;foreldretvist|får ikke se barna;hvem får barna;fast bosted;samværsavtale
foreldreveiledning;foreldrekurs;råd til foreldre;oppdragelse;grensesetting;familieveileder|hører ikke etter;vil ikke snakke med meg;snakker ikke med meg;får ikke kontakt;tenåringsopprør;vanskelig tenåring;trassig;sette grenser;kjefter på barna;krevende barn;umulig barn;råd om tenåring;kurs for foreldre
slitne foreldre;utslitt;trenger en pause;pause fra barnet;orker ikke mer som mor;familievenn;home-start;avlastning|sliten;alene med barna;alenemor;alenefar;aleneforsørger;trenger barnevakt;frivillig barnevakt;hjelp hjemme
pappagruppe;fedregruppe;pappapermisjon;pappatreff
barselgruppe;treffe andre med baby;åpen barnehage;babysang;babytreff|treffe andre mødre;treffe andre foreldre;mammagruppe;hjemme med baby;trilletur;trillegruppe;treffsted for småbarn;møteplass for småbarn
barnepass;barnevakt;dagmamma
barnehageplass;plass i barnehage;søke barnehage;barnehageopptak|bytte barnehage;begynne i barnehagen;tilvenning
redusert foreldrebetaling;søskenmoderasjon;gratis kjernetid;billigere barnehage;dyr barnehage;råd til barnehage|pris barnehage;gratis barnehage;hva koster barnehagen
sorg;mistet;død;dødsfall;begravelse;sorggruppe;savn|døde brått;mistet mamma;mistet pappa;mistet søsken;bestemor døde;bestefar døde;selvmord i familien;savner;farfar døde;farmor døde;mormor døde;morfar døde
kriseteam;krise;ulykke;kriseteamet;krisehåndtering|noen døde;opplevd noe fælt;trafikkulykke;drukning
pårørende;syk mamma;syk pappa;syke foreldre;mamma er syk;pappa er syk;psykisk syke foreldre;unge pårørende;barn som pårørende;syk bror;syk søster;søsken av syk|har kreft;mamma er innlagt;pappa er innlagt;psykisk syk mamma;mamma ligger i senga;mamma ligger bare i senga;mamma er deprimert;passer på mamma;tar vare på mamma;passe småsøsken;bror med autisme;søster med autisme;multippel sklerose
fengsel;soner;sitter inne;innsatt;straffedømt|i fengsel;soning;varetekt;fotlenke;arrestert
penger;økonomi;råd;inntekt;fattig;lavinntekt;dårlig råd|endene til å møtes;ikke råd;blakk;trenger penger;dyrt;koster for mye;strømregning;billig;ingen penger;tom for penger
sosialhjelp;økonomisk sosialhjelp;sosialstønad;økonomisk stønad;penger til mat;blakk|ikke penger til mat;mat til helga;nødhjelp;krisehjelp;livsopphold
gjeld;inkasso;regninger;gjeldsrådgivning;betalingsanmerkning;økonomirådgivning|skylder penger;kredittkort;purring;klarna;betalingsproblemer
matutdeling;matsentral;matkasse;gratis mat;sulten|ikke mat;ikke nok mat;sultne barn
klær;bruktbutikk;gjenbruk;brukte klær|vinterklær;klær til barna;regntøy
julehjelp;julegaver;jul|julemat;julegave
aktivitetskort;fritidskort;fritidskasse;treningsavgift;kontingent;råd til trening;utstyr;fotballsko;råd til utstyr|penger til fotball;dyrt;dyrt å spille fotball;råd til fotball;betale kontingent;råd til fritidsaktiviteter;billige aktiviteter
ferie;ferietilbud;sommerferie;ferieaktiviteter;sommerleir;feriekoloni;ikke råd til ferie;feriereise|høstferie;vinterferie;skoleferie;finne på i ferien;dagstur
jobb;arbeid;sommerjobb;tjene penger;ekstrajobb;arbeidstrening;arbeidsledig;CV;søke jobb|ungdomsjobb;deltidsjobb;arbeidserfaring;praksisplass;skaffe jobb;uten jobb;jobbsøknad
bolig;leilighet;hybel;bosted;sted å bo;husleie;flytte hjemmefra|flytte ut;leie leilighet;bo alene;bofellesskap;ungdomsbolig;flytte for meg selv
hjemløs;midlertidig bolig;bostedsløs;nødbolig;mistet leiligheten;mistet boligen|kastet ut;kastet ut av leiligheten;ingen steder å bo;sover på sofa;sted å sove;uten bolig
startlån;bostøtte;kjøpe bolig;huslån
kreditt;forbrukslån;økonomikurs
lege;fastlege;legekontor;legetime;bytte lege
legevakt;akutt lege;116117;nødhjelp|feber;brukket;slått hodet;forgiftning;barnet er sykt
tannlege;tannhelse;tannpleier;tannverk|vondt i tanna;tannregulering;skjeve tenner;hull i tanna;tannpine;tannlegeskrekk;redd for tannlegen
prevensjon;p-pille;p-piller;spiral;p-stav;kondom;kondomer|p-sprøyte;p-ring;sprukket kondom;ubeskyttet sex;uten kondom
kjønnssykdom;klamydia;klamydiatest;seksuell helse;sex|teste seg;svie når jeg tisser;kjønnsvorter;utflod
fysioterapi;fysioterapeut;ergoterapi;motorikk;går sent;krype|går ikke ennå;går på tå;klossete;snubler;opptrening;motoriske vansker
hjelpemidler;rullestol;ergoterapeut;tilrettelegging
rullestol;bevegelseshemmet;tilrettelagt;parasport;paraidrett
funksjonshemmet;funksjonsnedsettelse;handikap;handikappet;nedsatt funksjonsevne|cerebral parese;muskelsykdom;sjelden diagnose;kronisk syk
utviklingshemming;psykisk utviklingshemming;Downs;down syndrom;utviklingshemmet
habilitering;fysioterapi;barnekoordinator;sammensatte behov
hørsel;døv;hørselshemmet;tegnspråk;hørselsvansker;hører dårlig|høreapparat;hører ikke
syn;blind;synshemmet;svaksynt;ser dårlig|briller;synstest;skjeler
omsorgsstønad;omsorgslønn;pleiepenger;avlastningstiltak|omsorgspenger;sykt barn;NAV
grunnstønad;hjelpestønad;tilleggsstønad;NAV
koordinator;barnekoordinator;ansvarsgruppe;individuell plan|for mange møter;for mange hjelpere;holde trådene
kosthold;overvekt;vekt;frisklivssentral;sunn mat|tjukk;overvektig;legge om kosten;kostholdsråd;veier for mye
flyktning;asylsøker;innvandrer;nyankommet;bosetting;ny i Norge|ukrainsk;Ukraina;familiegjenforening;nettopp kommet til Norge
tolk;tolketjeneste;oversetter
minoritetsspråklig;morsmål;særskilt norskopplæring;nyankomne elever;mottaksklasse
samisk;sámi;sámegiella;samisk språk;saemien;julevsáme
kvensk;kainun kieli|kveenin kieli
trans;transperson;kjønnsinkongruens;kjønn|født i feil kropp;feil kropp;gutt eller jente;bytte kjønn;skifte kjønn;pronomen
komme ut;skeiv;legning
nettmobbing;bilder delt;delt bilde;nakenbilder;slette bilder;nettvett;hacka;nudes|bilder av meg;bilde av meg;sendte bilde;truer med bilder;deler bilder;falsk profil;hacket;utpressing;lurt på nett;svindel;svindla;sprer bilder;spredd bilde
nettvett;sosiale medier;mobilbruk;snap;tiktok|mobil;skjermregler;youtube;aldersgrense
slåsskamp;slåssing;slåss;konflikt;konfliktråd;megling|uvenner;krangler med venner;bli venner igjen
kriminalitet;politi;politikontakt;konfliktråd;gjeng;stjålet;nasking;fyllekjøring|fyllekjørt;stjeler;stjal;butikktyveri;hærverk;tagging;kniv;dårlig gjeng;feil venner;dårlig miljø;bråk med politiet;truer meg på nett
radikalisering;ekstremisme|nazist;hatprat
fotball;idrett;idrettslag;ballspill;sport;turn|begynne på fotball;fotballag;basketball;volleyball;innebandy;kampsport;karate;judo;gymnastikk;friidrett
håndball;ballspill;idrettslag
trening;treningsstudio;styrketrening;åpen hall|treningssenter;jogge;løping
svømming;svømmekurs;svømmeopplæring;svømmeklubb;basseng;bade;lære å svømme|svømmehall;lære svømme
ski;skikurs;langrenn;slalåm;lære å gå på ski;akebakke|skøyter;snowboard;gå på ski
tur;turlag;friluftsliv;skogen;fjelltur;tur i skogen;speider|telttur;fiske;kano;kajakk;klatring;klatre
låne ski;utstyr;utlån;låne utstyr;sykkel|låne skøyter;låne telt;låne kajakk;låne sykkel;barnevogn;låne ting
hest;ridning;ri;stall;hestesenter|ridetimer;ridekurs;hestejente
dyr;gård;bondegård;gårdsbesøk;4H
kulturskole;musikkskole;piano;gitar;spille instrument;dans;sang;tegning|tegnekurs;tegne;kunst;fiolin;trommer;sangtimer;musikk;band;øverom
korps;skolekorps;instrument|janitsjar
kor;barnekor;synge;sang
dans;danseskole;hiphop;ballett|breakdance;jazzdans
teater;drama;skuespill;teatergruppe|revy;stå på scenen
kino;film;filmkveld
bibliotek;bok;bøker;lån av bøker;låne bok;lese;bokbuss|lydbøker;sted å gjøre lekser;stille sted
ungdomsklubb;fritidsklubb;ungdomshus;juniorklubb;klubb;sted å henge;sted å være|henge;hvor kan vi henge;noe å gjøre;kjeder meg;finne på noe;hva skjer;hva skjer i helga;møte venner;jenteklubb;gutteklubb;fredagsklubb;disko
møteplass;kafe;treffsted;treffe folk|bli kjent med folk;treffe nye folk;møte folk;kjenner ingen;nyinnflyttet;ny i byen;ny i bygda;nettopp flyttet hit;velkomst;flyttet hit
natteravn;ute om natta;nattevandrere|ungdom ute om natta;kommer ikke hjem om natta
frivillig;frivilligsentral;dugnad|bli frivillig;hjelpe andre
koding;programmering;kodeklubb;data;teknologi|scratch;lego;programmere
sjakk;brettspill;spillkveld
matlaging;kokkekurs;lage mat;kjøkken|bake;baking
førerkort;mopedsertifikat;trafikalt grunnkurs;lappen|mopedlappen;køyrekort;kjørekort;øvelseskjøring;moped
konfirmasjon;konfirmant
russ;russetid
medvirkning;ungdomsråd;påvirke;bestemme;barn og unges kommunestyre|bli hørt;si min mening;barnas stemme
klage;klagehjelp;statsforvalter;klage på vedtak;fikk avslag;fekk nei;advokat;rettshjelp|fått avslag;søknad avslått;gratis advokat;juridisk hjelp
rettigheter;lov;barnas talsperson;barneombud;ombud|hva har jeg krav på;barnekonvensjonen
taushetsplikt;samtykke;personvern
konsultasjonsteam;avvergeplikt;drøfte anonymt;drøfte sak;bekymret for elev
tverrfaglig;tverretatlig;samarbeid;tverrfaglig innsats|stafettlogg;stafettholder;tverrfaglig møte;samarbeidsmøte;samhandling
oppsøkende;utekontakt;ute blant ungdom;uteteam
los;losen;følge tett opp|ungdomslos;skolelos
døgnåpent;hele døgnet|om natten;nattåpent;åpent om natta
hjelpetelefon;krisetelefon;chat;ringe noen;snakke anonymt;anonym|hvem kan jeg ringe;noen jeg kan ringe;ringe nå;chatte;trenger noen å snakke med;snakke med noen nå
psykose;bipolar;schizofreni;alvorlig psykisk lidelse|hører stemmer;ser ting som ikke finnes;paranoid;vrangforestillinger
helsestasjon|matvegring;kresen;baby vil ikke spise;vil ikke spise;babyen sover ikke;sover ikke om natta;fast føde;bleieslutt;pottetrening;sengevæting;tisser på seg;helsekontroll
hjelpetiltak;familieveileder;familieteam|familiehjelp;familierådgiver;miljøarbeider hjemme
skolestart|skolestarter;førskole;førsteklassing;overgang barnehage skole;overgang til skolen";
