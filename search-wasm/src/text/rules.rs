//! The words that need to be known one by one, in folded letters.
//!
//! `from>to`, with a mark for where: `=` a whole word, `^` a beginning, `$` an
//! ending, nothing: anywhere in the word. The first that fits of `=` and `^`,
//! then all of the others, in order.

/// Nynorsk spellings to bokmål ones, inside compounds too, and inflected forms
/// to their base form where the vowel changes.
pub(super) const RULES: &str = "\
=open>apen =opent>apen =ope>apen =opne>apen =apent>apen =apne>apen =opna>apen =auge>oye =auga>oye \
=oyne>oye =oyet>oye =oynene>oye =veke>uke =vekene>uke =aleine>alene =einsam>ensom =einsemd>ensom \
=noreg>norge =veg>vei =vegen>vei =vegar>vei =bur>bo =bor>bo =budd>bo =bodde>bo \
=brot>brudd =menn>mann =drakk>drikke =drukket>drikke =drukke>drikke =slo>sla =slar>sla \
=slatt>sla =slass>sla =gikk>ga =gar>ga =gatt>ga =dode>do =dor>do =dod>do =dodt>do =doyr>do =doy>do =doydde>do =dodde>do \
=dodsfall>do =sokte>soke =sokt>soke =sokjer>soke =sokje>soke =spist>spise =yngre>ung \
=venninne>venn =lekte>leke =lesing>lese =lesning>lese \
=skilt>skil =skilte>skil =skilde>skil =skild>skil =gret>grate \
=far>pappa =faren>pappa =mor>mamma =mora>mamma =moren>mamma =mamman>mamma =pappan>pappa \
=matte>matematikk =modre>mamma =fedre>pappa =tena>tenaring \
=eldre>gammel =fekk>fa =fikk>fa =alkis>alkohol =anonymt>anonym \
skule>skole skula>skola sommar>sommer frukost>frokost vald>vold spel>spill vaksn>voksn vaksen>voksen \
veigr>vegr skoleveg>skolevei heime>hjemme heim>hjem sjuk>syk sjolv>selv helsesoster>helsesykepleier \
helsesyster>helsesykepleier syster>soster dotter>datter sysken>sosken tenest>tjenest tilbod>tilbud \
rettleiing>veiledning rettlei>veiled vegleiing>veiledning vegleiar>veileder utgreiing>utredning utgreid>utred \
tilvising>henvisning tilvis>henvis lakjar>lege radgjev>radgiv kjensl>folels flykting>flyktning verksemd>virksomhet \
bustad>bolig bustot>bostot leige>leie framand>fremmed kjarast>kjarest tryggleik>trygghet leik>lek symj>svomm song>sang \
teikn>tegn bilet>bild reikning>regning rekning>regning rekne>regne moglegheit>mulighet mogleg>mulig \
medverknad>medvirkning forstyrring>forstyrrels nedsetjing>nedsettels parorande>parorende \
oppsokjande>oppsokende eteforst>spiseforst jamaldring>jevnaldrend ombod>ombud opphald>opphold utval>utvalg samver>samvar \
saman>sammen vidare>videre utanfor>utenfor loysing>losning opningstid>apningstid hoyrsel>horsel lidi>lidels \
samlivsbrot>samlivsbrudd nyfodd>nyfodt kvardag>hverdag gong>gang merksemd>oppmerksomhet \
anorexi>anoreksi dyslexi>dysleksi terapaut>terapeut \
$bokene>bok $boker>bok $fedrene>far $fedre>far $modrene>mor $modre>mor $mennene>mann $dotrene>datter \
$dotre>datter $brodrene>bror $brodre>bror $bror>bror $sostrene>soster $sostre>soster $hendene>hand $hender>hand \
$tennene>tann $tenner>tann $nettene>natt $barna>barn $borna>barn $born>barn";

/// Endings, longest first; what is left must keep three letters and a vowel.
pub(super) const ENDINGS: &str = "heitene hetenes heiten hetene hetens heter heten heit het enes anes erne ane ene ens ets ers ast est ede ar er en et as es a e";

/// What takes a genitive or linking s.
pub(super) const TAKES_S: &str = "ing dom het sjon skap vern else foreldre barne";

/// Endings that make a noun of a verb: «mobbing» meets «mobbet», and
/// «avlastning» meets «avlasting».
pub(super) const NOUN_ENDINGS: &str =
    "ningene ninger ningar ningen ninga ningane ning ingene inger ingar ingen ingane inga ing";
