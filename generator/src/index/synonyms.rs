//! Words and abbreviations that mean the same, both ways: the services' own
//! names beside people's. What belongs to one theme or group stands in the
//! vocabulary instead.

/// A line is a group, `;` between its words and phrases.
pub(super) const SYNONYMS: &str = "\
PPT;pedagogisk-psykologisk tjeneste;pedagogisk-psykologisk rådgivningstjeneste;PP-tjenesten
BUP;barne- og ungdomspsykiatrisk poliklinikk;barne- og ungdomspsykiatri;psykisk helsevern for barn og unge
SFO;skolefritidsordning;AKS;aktivitetsskole
BPA;brukerstyrt personlig assistanse;personlig assistent
IP;individuell plan
HFU;helsestasjon for ungdom;ungdomshelsestasjon
ITO;individuelt tilrettelagt opplæring;spesialundervisning;spesialpedagogisk hjelp;spesialpedagog
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
LHBT;LHBTQ;skeiv;homofil;lesbisk;bifil;homo;lesbe;kjønnsidentitet
NAV;sosialkontor;sosialtjenesten
RPH;rask psykisk helsehjelp
ADHD;ADD;hyperaktiv;uro;konsentrasjonsvansker;urolig;sitter ikke stille
OCD;tvang;tvangstanker;tvangslidelse
ASF;autisme;asperger;autist;autismespekter
PTSD;traume;traumer
ART;sinnemestring;aggresjonskontroll
MST;multisystemisk terapi
PMTO;foreldretrening
DUÅ;de utrolige årene
VGS;videregående skole;videregående opplæring
UKM;ung kultur møtes
helsesøster;helsesykepleier;skolehelsetjeneste;skolelege
jordmor;svangerskapskontroll;svangerskapsomsorg;gravid
mensen;menstruasjon;pubertet
tenåring;ungdom
småbarn;smårolling;toåring;småbarnsforeldre;treåring
baby;spedbarn;nyfødt;barsel
gravid;svangerskap;venter barn;fødsel
abort;uønsket graviditet;uønska gravid;angrepille
abort;ikke beholde barnet;avbryte svangerskapet
amming;ammehjelp;ammetrøbbel;brystbetennelse
kolikk;gråter hele tiden;urolig baby
fødselsdepresjon;nedstemt etter fødsel;barseldepresjon
barneklær;babyutstyr;barnevogn
vaksine;vaksinasjon;sprøyte;barnevaksinasjonsprogram
adoptere;adopsjon;adoptivbarn
skolevegring;skolefravær;skulk;skolenekting;fraværsteam;orker ikke skolen;vil ikke på skolen;dropper skolen;hjemmesitter;redd for skolen;gruer meg til skolen
skoleskyss;skolebuss;skoletaxi;farlig skolevei
leksehjelp;lekser;lekseproblemer
bytte skole;skolebytte;skoleplass;nærskole
slutte på skolen;droppe ut;frafall;oppfølgingstjenesten;droppa ut;dropper ut;sluttet på skolen
yrkesvalg;velge utdanning;karriereveiledning;yrkesrådgiver;hva skal jeg bli
lærling;læreplass;fagbrev;lærlingplass
matte;matematikk;regning;dyskalkuli
dysleksi;lesevansker;lese- og skrivevansker;skrivevansker;bokstavvansker;lese sakte;les seint;kan ikke lese
språkvansker;sen språkutvikling;snakker ikke;logoped;stammer;stamming;uttale;snakker lite
norskkurs;norskopplæring;lære norsk;språkkafe;språktrening
mobbing;mobba;plaget;utestengt;erting;utfrysing;skolemiljø;holdt utenfor;får ikke være med;alene i friminuttet
mobbeombud;klage på skolen;skolemiljø;elevombud;rektor gjør ingenting;læreren gjør ingenting;skolen gjør ingenting
ensom;ensomhet;alene;ingen venner;mangler venner;treffe andre;nye venner
besøksvenn;støttekontakt;fritidskontakt;treningskontakt
trist;deprimert;depresjon;deppa;nedstemt;lei meg;nedfor;gråter
angst;redd;panikk;panikkanfall;bekymret;grubler
stress;prestasjonspress;sliten;utbrent
psykolog;samtaleterapi;noen å snakke med;psykisk helse;terapi;samtale;snakke med noen;en å snakke med;vondt inni meg;har det vondt;har det vanskelig
spiseforstyrrelse;anoreksi;bulimi;overspising;slanking;kaster opp;spyr opp maten;kalorier;spiser ikke;spiser nesten ikke
selvskading;kutter;kutter meg;skader meg;skader seg;kutting
selvmord;ta livet;vil dø;suicid;ikke leve lenger;orker ikke leve;orker ikke mer;ikke lyst til å leve;lyst til å dø;selvmordstanker
sove;søvn;søvnvansker;søvnproblemer;søvnløs;insomni;leggetid;døgnrytme;sover dårlig
sinne;sint;utagerer;aggressiv;raseri;sinnemestring;trass;trassalder;biter;slår andre;slår andre barn
rus;ruser seg;rusproblemer;rusmisbruk;avhengighet;misbruk
narkotika;dop;stoff;hasj;cannabis;weed;marihuana;kokain;piller
alkohol;drikker;fyll;full;fulle;alkoholproblem;drikker for mye
snus;tobakk;røyk;røyker;vape;røykeslutt;snusfri;damp
gaming;dataspill;spillavhengig;spiller for mye;skjermtid;skjermbruk;e-sport;gamer;spiller hele dagen;spiller hele natta;spiller hele tida
pengespill;gambling;betting;spilleavhengighet
vold;slår;slått;blir slått;mishandling;banker;partnervold;familievold;slår meg;kaster ting;kontrollerer meg;psykisk vold;slem mot meg
redd hjemme;utrygg hjemme;krisesenter
voldtekt;seksuelle overgrep;voldta;incest;overgrepsmottak;misbrukt;voldtatt;tok på meg;tar på meg;nettovergrep
stalking;forfølgelse;besøksforbud;trusler
tvangsekteskap;æresvold;sosial kontroll;minoritetsrådgiver;kjønnslemlestelse;tvangsgifting;omskjæring
rømt;rømte hjemmefra;kastet ut;kastet ut hjemmefra
uromelding;bekymringsmelding;bekymret for et barn;melde fra til barnevernet
fosterhjem;fosterfamilie;fosterbarn;fosterforeldre;beredskapshjem
besøkshjem;avlastning;avlastningshjem;helgeavlastning;avlastningsfamilie
ettervern;etter barnevernet;ungdom i barnevernet;flytte for seg selv
skilsmisse;samlivsbrudd;skilt;brudd;skilles;skilte foreldre;to hjem;delt bosted;foreldre krangler;foreldrene krangler;krangler om meg
mekling;familievern;familievernkontor;familierådgivning;parterapi;samlivskurs;krangler
samvær;samvær med tilsyn;barnefordeling;foreldretvist
foreldreveiledning;foreldrekurs;råd til foreldre;oppdragelse;grensesetting;familieveileder
slitne foreldre;utslitt;trenger en pause;pause fra barnet;orker ikke mer som mor;familievenn;home-start;avlastning
pappagruppe;fedregruppe;pappapermisjon;pappatreff
barselgruppe;treffe andre med baby;åpen barnehage;babysang;babytreff
barnepass;barnevakt;dagmamma
barnehageplass;plass i barnehage;søke barnehage;barnehageopptak
redusert foreldrebetaling;søskenmoderasjon;gratis kjernetid;billigere barnehage;dyr barnehage;råd til barnehage
sorg;mistet;død;dødsfall;begravelse;sorggruppe;savn
kriseteam;krise;ulykke;kriseteamet;krisehåndtering
pårørende;syk mamma;syk pappa;syke foreldre;mamma er syk;pappa er syk;psykisk syke foreldre;unge pårørende;barn som pårørende;syk bror;syk søster;søsken av syk;har kreft
fengsel;soner;sitter inne;innsatt;straffedømt;i fengsel
penger;økonomi;råd;inntekt;fattig;lavinntekt;dårlig råd;ikke råd;endene til å møtes
sosialhjelp;økonomisk sosialhjelp;sosialstønad;økonomisk stønad;penger til mat;blakk
gjeld;inkasso;regninger;gjeldsrådgivning;betalingsanmerkning;økonomirådgivning
matutdeling;matsentral;matkasse;gratis mat;sulten;ikke mat
klær;bruktbutikk;gjenbruk;brukte klær
julehjelp;julegaver;jul
aktivitetskort;fritidskort;fritidskasse;treningsavgift;kontingent;penger til fotball;råd til trening;utstyr;fotballsko;råd til utstyr
ferie;ferietilbud;sommerferie;ferieaktiviteter;sommerleir;feriekoloni;ikke råd til ferie;feriereise
jobb;arbeid;sommerjobb;tjene penger;ekstrajobb;arbeidstrening;arbeidsledig;CV;søke jobb
bolig;leilighet;hybel;bosted;sted å bo;husleie;flytte hjemmefra;flytte ut
hjemløs;midlertidig bolig;bostedsløs;kastet ut;nødbolig;mistet leiligheten;mistet boligen
startlån;bostøtte;kjøpe bolig;huslån
kreditt;forbrukslån;økonomikurs
lege;fastlege;legekontor;legetime;bytte lege
legevakt;akutt lege;116117;nødhjelp
tannlege;tannhelse;tannpleier;tannverk
prevensjon;p-pille;p-piller;spiral;p-stav;kondom;kondomer
kjønnssykdom;klamydia;klamydiatest;seksuell helse;sex
fysioterapi;fysioterapeut;ergoterapi;motorikk;går på tå;går sent;krype;går ikke ennå
hjelpemidler;rullestol;ergoterapeut;tilrettelegging
rullestol;bevegelseshemmet;tilrettelagt;parasport;paraidrett
funksjonshemmet;funksjonsnedsettelse;handikap;handikappet;nedsatt funksjonsevne
utviklingshemming;psykisk utviklingshemming;Downs;down syndrom;utviklingshemmet
habilitering;fysioterapi;barnekoordinator;sammensatte behov
hørsel;døv;hørselshemmet;tegnspråk;hørselsvansker;hører dårlig
syn;blind;synshemmet;svaksynt;ser dårlig
omsorgsstønad;omsorgslønn;pleiepenger;avlastningstiltak
grunnstønad;hjelpestønad;tilleggsstønad;NAV
koordinator;barnekoordinator;ansvarsgruppe;individuell plan
kosthold;overvekt;vekt;frisklivssentral;sunn mat
flyktning;asylsøker;innvandrer;nyankommet;bosetting;ny i Norge
tolk;tolketjeneste;oversetter
minoritetsspråklig;morsmål;særskilt norskopplæring;nyankomne elever;mottaksklasse
samisk;sámi;sámegiella;samisk språk;saemien;julevsáme
kvensk;kainun kieli;kveenin kieli
trans;transperson;kjønnsinkongruens;kjønn
komme ut;skeiv;legning
nettmobbing;bilder delt;delt bilde;nakenbilder;slette bilder;nettvett;hacka;nudes;bilder av meg
nettvett;sosiale medier;mobilbruk;snap;tiktok
slåsskamp;slåssing;slåss;konflikt;konfliktråd;megling
kriminalitet;politi;politikontakt;konfliktråd;gjeng;stjålet;nasking;fyllekjøring;fyllekjørt
radikalisering;ekstremisme
fotball;idrett;idrettslag;ballspill;sport;turn
håndball;ballspill;idrettslag
trening;treningsstudio;styrketrening;åpen hall
svømming;svømmekurs;svømmeopplæring;svømmeklubb;basseng;bade;lære å svømme
ski;skikurs;langrenn;slalåm;lære å gå på ski;akebakke
tur;turlag;friluftsliv;skogen;fjelltur;tur i skogen;speider
låne ski;utstyr;utlån;låne utstyr;sykkel
hest;ridning;ri;stall;hestesenter
dyr;gård;bondegård;gårdsbesøk;4H
kulturskole;musikkskole;piano;gitar;spille instrument;dans;sang;tegning
korps;skolekorps;janitsjar;instrument
kor;barnekor;synge;sang
dans;danseskole;hiphop;ballett
teater;drama;skuespill;teatergruppe
kino;film;filmkveld
bibliotek;bok;bøker;lån av bøker;låne bok;lese;bokbuss
ungdomsklubb;fritidsklubb;ungdomshus;juniorklubb;klubb;sted å henge;sted å være
møteplass;kafe;treffsted;treffe folk
natteravn;ute om natta;nattevandrere
frivillig;frivilligsentral;bli frivillig;hjelpe andre;dugnad
koding;programmering;kodeklubb;data;teknologi
sjakk;brettspill;spillkveld
matlaging;kokkekurs;lage mat;kjøkken
førerkort;mopedsertifikat;trafikalt grunnkurs;lappen
konfirmasjon;konfirmant
russ;russetid
medvirkning;ungdomsråd;påvirke;bestemme;barn og unges kommunestyre
klage;klagehjelp;statsforvalter;klage på vedtak;fikk avslag;fekk nei;advokat;rettshjelp
rettigheter;lov;barnas talsperson;barneombud;ombud
taushetsplikt;samtykke;personvern
konsultasjonsteam;avvergeplikt;drøfte anonymt;drøfte sak;bekymret for elev
tverrfaglig;tverretatlig;samarbeid;tverrfaglig innsats
oppsøkende;utekontakt;ute blant ungdom;uteteam
los;losen;følge tett opp
døgnåpent;hele døgnet;om natten
hjelpetelefon;krisetelefon;chat;ringe noen;snakke anonymt;anonym";
