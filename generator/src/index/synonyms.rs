//! Words and abbreviations that mean the same, both ways: the services' own
//! names beside people's. What belongs to one theme or group stands in the
//! vocabulary instead.

/// A line is a group, `;` between its words and phrases.
pub(super) const SYNONYMS: &str = "\
PPT;pedagogisk-psykologisk tjeneste;pedagogisk-psykologisk rådgivningstjeneste
BUP;barne- og ungdomspsykiatrisk poliklinikk;barne- og ungdomspsykiatri
SFO;skolefritidsordning;AKS;aktivitetsskole;skulefritidsordning
BPA;brukerstyrt personlig assistanse
IP;individuell plan
HFU;helsestasjon for ungdom;ungdomshelsestasjon
ITO;individuelt tilrettelagt opplæring;spesialundervisning
SLT;samordning av lokale rusforebyggende og kriminalitetsforebyggende tiltak
BTI;bedre tverrfaglig innsats
DPS;distriktspsykiatrisk senter
COS;circle of security
helsesøster;helsesykepleier
mamma;mor;mora
pappa;far;faren
tenåring;ungdom;ungdommer
småbarn;smårolling;toåring
baby;spedbarn;nyfødt
gravid;svangerskap;svanger
skolevegring;skolefravær;skulking;skolenekting
skilsmisse;samlivsbrudd;skilt;brudd
deprimert;depresjon;deppa;nedstemt
selvmord;ta livet;vil dø;suicid
narkotika;dop;stoff
alkohol;drikker;fyll;full
snus;tobakk;røyk;vape
voldtekt;seksuelle overgrep;voldta
mobbing;mobba;plaget;utestengt
penger;økonomi;råd
jobb;arbeid;sommerjobb
bolig;leilighet;hybel
lege;fastlege;legekontor
tannlege;tannhelse
prevensjon;p-pille;p-piller;spiral;p-stav
lekser;leksehjelp
fotball;idrett;idrettslag
dataspill;gaming;e-sport
bokstavvansker;dysleksi;lesevansker;lese- og skrivevansker
funksjonshemmet;funksjonsnedsettelse;handikap;handikappet
psykisk utviklingshemming;utviklingshemming;Downs
avlastning;besøkshjem;avlastingsheim
ensom;alene;ingen venner
flyktning;asylsøker;innvandrer
støtte;stønad;tilskudd
barnehageplass;plass i barnehage
legevakt;akutt lege
sorg;mistet;død
kutter;selvskading;skader seg
psykolog;samtaleterapi
førerkort;mopedsertifikat";
