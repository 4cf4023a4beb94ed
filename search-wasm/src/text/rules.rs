//! The words that need to be known one by one, in folded letters.
//!
//! `from>to`, with a mark for where: `=` a whole word, `^` a beginning, `$` an
//! ending, nothing: anywhere in the word. The first that fits of `=` and `^`,
//! then all of the others, in order.

/// Nynorsk spellings to bokmål ones, inside compounds too, and inflected forms
/// to their base form where the vowel changes.
pub(super) const RULES: &str = "\
=gut>gutt =gutane>guttene =open>apen =opent>apen =ope>apen =opne>apen =apent>apen =apne>apen \
=auge>oye =auga>oye =augo>oye =oyne>oye =veke>uke =vekene>uke =saman>sammen =aleine>alene =einsam>ensom \
=dotter>datter =syster>soster =noreg>norge =mogleg>mulig =sommar>sommer =leksjar>lekse =liding>lidelse \
=krev>krever =brot>brudd =menn>mann =fotter>fot =drakk>drikke =drukket>drikke =drukke>drikke =slo>sla =slar>sla \
=slatt>sla =gikk>ga =gar>ga =gatt>ga =dode>do =dor>do =sov>sove =sovet>sove =sokte>soke =sokt>soke =spist>spise \
=yngre>ung =bor>bo =trist>trist =venninne>venn =lekte>leke =skulle>skulle =kutta>kutte =kuttar>kutte \
^vald>vold ^spel>spill ^vaksne>voksne ^vaksen>voksen ^lidi>lidels ^skuld>skuld ^skulk>skulk \
tenest>tjenest tilbod>tilbud rettleiing>veiledning rettleiar>veileder rettlei>veiled vegleiing>veiledning \
utgreiing>utredning tilvising>henvisning sjukepleiar>sykepleier sjuk>syk heimeb>hjemmeb heim>hjem sjolv>selv \
vidare>videre avlasting>avlastning lakjar>lege radgjev>radgiv sysken>sosken kjensl>folels flykting>flyktning \
verksemd>virksomhet bustad>bolig framand>fremmed samlivsbrot>samlivsbrudd kjarast>kjarest tryggleik>trygghet \
moglegheit>mulighet medverknad>medvirkning forstyrring>forstyrrels nedsetjing>nedsettels parorande>parorende \
gaande>gaende oppsokjande>oppsokende eteforst>spiseforst jamaldring>jevnaldrend ombod>ombud opphald>opphold \
utval>utvalg helsesoster>helsesykepleier skulea>skolea skulee>skolee skulei>skolei skules>skoles skuleg>skoleg skuleh>skoleh \
skulem>skolem skulev>skolev skulef>skolef skuler>skoler skuled>skoled skulet>skolet skulep>skolep skuleb>skoleb \
skulen>skolen skular>skolar skulane>skolane \
$skule>skole $bokene>bok $boker>bok $fedrene>far $fedre>far $modrene>mor $modre>mor $mennene>mann $dotrene>datter \
$dotre>datter $brodrene>bror $brodre>bror $sostrene>soster $sostre>soster $hendene>hand $hender>hand \
$tennene>tann $tenner>tann $nettene>natt $oynene>oye $voksne>voksen $barna>barn $borna>barn $born>barn";

/// Endings, longest first; what is left must keep three letters and a vowel.
pub(super) const ENDINGS: &str = "heitene hetenes heiten hetene hetens heter heten heit enes anes erne ane ene ens ets ers ast est ede ar er en et as es a e";

/// What takes a genitive or linking s.
pub(super) const TAKES_S: &str = "ing dom het sjon skap vern else foreldre barne";
