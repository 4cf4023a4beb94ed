# Orda til Nettungen på nynorsk. Fila er komplett.

## Ramma
skip = Hopp til innhaldet
main_menu = Hovudmeny
you_are_here = Du er her
menu_search = Søk
menu_browse = Tema
menu_talk = Snakk med nokon
menu_all = A–Å
menu_kommuner = Kommunar
menu_method = Metoden
leave = Forlat sida
leave_note = «Forlat sida» tek deg raskt til ei anna nettside. Du kan òg trykkje Shift tre gonger. Nettlesaren hugsar framleis at du har vore her. Slett loggen, eller bruk privat vindauge, dersom ingen skal sjå det.
example = Døme.
example_note = Kommunen og tilboda er oppdikta.
draft = Utkast: ikkje publisert
urgent = Det hastar
about_site = Om Nettungen
for_planners = For tilsette og planleggjarar
this_site = Om desse sidene
published_by = Sidene er laga av
no_trace = Vi lagrar ingenting om deg og bruker ikkje informasjonskapslar.
accessibility_statement = Tilgjengeerklæring
feedback = Sei frå om feil eller manglar
feedback_subject = Tilbakemelding på Nettungen
other_kommune = Vel ein annan kommune
reports = Rapportar
only_in_language = Denne teksten finst berre på { $name }.
and = og
yes = ja
no = nei

## Namn
kommune_name = { $name } kommune
stat = Staten
region = Region
fylke = Fylke
fylker = Fylke
organisations = Organisasjonar
kommuner_word = kommunar
tilbud = Tilbod
n_tilbud = { $n ->
    [one] { $n } tilbod
   *[other] { $n } tilbod
}
joined = Med i Nettungen
whole_country = Heile landet
kind_etat = Etat
kind_offentlig = Offentleg
kind_interkommunal = Interkommunalt samarbeid
kind_helseforetak = Helseføretak
kind_frivillig = Frivillig organisasjon
kind_privat = Privat

## Portalen
portal_title = Finn hjelp og tilbod for barn, unge og familiar
portal_lead = Vel kommunen din, så ser du kva som finst der du bur. Det er gratis å sjå, og ingen får vite at du har vore her.
portal_description = Nettungen viser tilbod til barn, unge og familiar i alle kommunane i landet.
portal_ways = Andre vegar inn
way_stat = Staten og heile landet
way_stat_note = Tilbod som gjeld overalt: hjelpetelefonar, chat og rettar
way_fylker = Fylke
way_fylker_note = Tilbod frå fylkeskommunane
way_organisations = Organisasjonar
way_organisations_note = Frivillige og andre som har tilbod i heile landet
way_method = Metoden
way_method_note = Slik arbeider kommunar med Nettungen
choose_label = Kvar bur du?
choose_go = Gå dit
choose_position = Bruk posisjonen min
choose_one = Éin kommune passar
choose_many = % kommunar passar
choose_near = Du er truleg i ein av desse. Posisjonen har ikkje forlate eininga di.
choose_abroad = Posisjonen er utanfor Noreg. Vel kommunen i lista.
choose_wait = Finn posisjonen …
choose_denied = Vi fekk ikkje posisjonen. Vel kommunen i lista.
choose_list = Alle kommunar
kommuner_lead = Alle kommunar i Noreg, etter fylke. Òg kommunar som ikkje er med i Nettungen enno, har ei side med tilboda som gjeld der.
fylker_lead = Fylkeskommunane har ansvar for mellom anna vidaregåande skule, tannhelse og kultur.
organisations_lead = Organisasjonar som har tilbod til barn, unge og familiar i heile landet.
departments = Avdelingar
examples = Oppdikta døme
examples_lead = Desse kommunane finst ikkje. Dei viser korleis Nettungen ser ut når ein kommune er med.

## Framsida til kommunen
home_title = Hjelp og tilbod i
home_description = Tilbod til barn, unge og familiar i { $name }: kven dei er for, kva dei kostar og korleis du får dei.
home_lead = For barn, unge, foreldre og alle som bryr seg om dei.
not_joined = Kommunen er ikkje med i Nettungen enno. Her ser du tilboda frå staten, fylket og organisasjonar som gjeld her. Kommunen har fleire tilbod enn dei du finn her.
ask_label = Kva treng du hjelp til?
ask_example = Skriv det du lurer på, med dine eigne ord
search = Søk
see_all = Sjå alle tilbod
home_themes = Kva gjeld det?
home_ages = Kor gammal er den det gjeld?
home_groups = Kven er du?
home_owners = Kven gir tilboda?
home_season = I sesong
home_new = Nytt
home_levels = Frå tilbod for alle til hjelp når det er vanskeleg
desk = Snakk med eit menneske
desk_lead = Servicetorget hjelper deg vidare:

## Snakk med nokon
talk_title = Kven kan eg snakke med no?
talk_lead = Du treng ikkje ha eit stort problem. Du treng ikkje seie kva du heiter.
talk_page_lead = Her er dei som svarer på telefon eller chat. Det er gratis å spørje om råd, og du treng ikkje seie kva du heiter.
talk_all = Sjå alle du kan snakke med
talk_young = For barn og unge
talk_others = For foreldre, pårørande og andre

## Lister
browse_title = Finn tilbod
browse_lead = Vel det som liknar mest.
all_title = Alle tilbod frå A til Å
letters = Bokstavar
other_lists = Sjå òg
narrow_in_search = Vel fleire ting i søket
nothing_here = Ingen tilbod er registrerte her enno.
near_own = I { $name }
near_neighbour = I nabokommunar
near_fylke = I fylket og regionen
near_country = I heile landet
themes = Tema
age = Alder
groups = Målgruppe
risk_groups = Situasjon
diagnoses = Psykisk helse og diagnose
types = Type tilbod
levels = Nivå
district = Bydel
districts = Bydelar

## Søk
search_title = Søk etter tilbod
within = i
search_needs_script = Søket treng JavaScript, fordi det skjer i nettlesaren din og ikkje hos oss. Du kan finne dei same tilboda i listene under.
narrow = Avgrens søket
search_help = Fann du det ikkje?

## Eit tilbod
glance = Kort fortalt
call = Ring
way_sms = SMS { $name }
way_chat = Chat
way_form = Søk eller meld deg på
phone = Telefon
copy_sms = SMS
copy_chat = Chat
copy_skjema = Skjema
copy_epost = E-post
copy_nettside = Nettside
who = Kven
how = Slik får du det
cost = Pris
when = Når
where = Kvar
area = Gjeld for
languages = Språk
accessibility = Tilgjenge
given_by = Blir gitt av
free = Gratis
price = { $amount } kroner { $unit }
age_range = { $from }–{ $to } år
age_from = Frå { $from } år
age_to = Til og med { $to } år
age_one = { $from } år
interpreter = Tolk ved behov
access_wheelchair = Tilgjengeleg med rullestol
access_loop = Teleslynge
access_toilet = HC-toalett
access_parking = HC-parkering
address_hidden = Adressa får du når du tek kontakt
opening_hours = Opningstider
always_open = Døgnope, alle dagar
every_day = alle dagar
hours_on_holidays = Ope òg på heilagdagar
season = Berre i { $name }
period = { $from } til { $to }
period_from = Frå { $from }
period_to = Til { $to }
closed_period = Stengt frå { $from } til { $to }
last_checked = Sist kontrollert
by = av
stale_note = Opplysningane er gamle og kan ha endra seg. Ring først.
when_closed = Når det er stengt, kan du ta kontakt her
chain = Vegen vidare
chain_lead = Tilboda heng saman. Slik kan vegen vere:
chain_before = Før
chain_here = Du er her
chain_after = Vidare
duty = Dette har du rett til
duty_lead = Tilbodet er lovpålagt. Lova seier at dette skal finnast:
level = Nivå
similar = Liknande tilbod
copy = Kopier som tekst
copied = Kopiert
copy_failed = Det gjekk ikkje å kopiere. Merk teksten og kopier han sjølv.
print = Skriv ut
source = Kjelde
report_error = Sei frå om feil i dette tilbodet
report_subject = Feil i tilbodet «{ $name }»
report_body = Tilbod: { $name }. Skriv kva som er feil:

## Metoden
method_title = Metoden
method_lead = Seks trinn som gjer at kommunen kjenner, samlar og betrar tilboda sine. Spiralen viser at kvar runde byggjer på den førre.
spiral_title = Spiral med seks trinn, frå forankring inst til vidareføring ytst
whole_method = Heile metoden
step = Trinn
steps = Trinn før og etter

## Ikkje funne
not_found_title = Vi finn ikkje sida
not_found_lead = Sida kan ha fått ny adresse, eller tilbodet er avslutta. Ingenting er gale med deg eller eininga di.
not_found_home = Gå til framsida

## Det skripta seier. % er der talet eller tidspunktet kjem.
js_open_always = Ope no, heile døgnet
js_open_until = Ope no til kl. %
js_closed = Stengt no
js_opens = Opnar
js_opens_today = i dag
js_opens_tomorrow = i morgon
js_at = kl. %
js_fresh = Fersk
js_due = Bør kontrollerast
js_stale = Utdatert: ring først

## Det søket seier. % er der talet eller ordet kjem.
sok_age = Alder
sok_all = % tilbod i alt
sok_one = 1 tilbod
sok_many = % tilbod
sok_over = Over % tilbod. Skriv meir for å finne det rette.
sok_not_seen = Vi fekk ikkje sett etter i alt. Du er kanskje utan nett. Prøv igjen om litt.
sok_none = Ingen treff
sok_none_hint = Prøv eit anna ord, eller skriv det med dine eigne ord. Du kan òg sjå i listene.
sok_meant = Meinte du %?
sok_more = Vis fleire
sok_open_now = Ope no
sok_weekend = Ope i helga
sok_when = Når
sok_remove = Fjern %
sok_years = % år
sok_stale = Utdatert, ring først. Sist kontrollert
sok_still_loading = Leitar framleis i heile teksten …
sok_open = Ope no
sok_closed = Stengt no
sok_offline = Vi fekk ikkje lasta søket. Du er kanskje utan nett. Listene under verkar framleis.
sok_broken = Søket verkar ikkje akkurat no. Listene under verkar framleis.
sok_aktiv = Ope
sok_stengt_midlertidig = Mellombels stengt
sok_planlagt = Planlagt
sok_avsluttet = Avslutta
sok_owner_kommunen = Kommunen
sok_owner_nabo = Nabokommune
sok_owner_fylke = Fylket
sok_owner_region = Regionen
sok_owner_nasjonalt = Heile landet
sok_owner_frivillig = Frivillig
sok_owner_privat = Privat

## Mi liste
my_list = Mi liste
my_list_add = Legg i lista mi
my_list_lead = Vel tilbod og lag ei liste du kan skrive ut, kopiere eller dele. Lista står berre i adressa til denne sida. Ingenting blir lagra.
my_list_needs_script = Lista treng JavaScript. Du kan finne dei same tilboda under A–Å og skrive ut eitt tilbod om gongen.
my_list_choose = Vel tilbod
my_list_filter = Finn i lista
my_list_link = Kopier lenkje til lista
my_list_clear = Tøm lista
my_list_cleared = Lista er tømd.
my_list_empty = Du har ikkje valt noko enno.
my_list_up = Opp
my_list_down = Ned
my_list_remove = Fjern
status = Status

## Datoar og dagar
date = { $day }. { $month } { $year }
month_1 = januar
month_2 = februar
month_3 = mars
month_4 = april
month_5 = mai
month_6 = juni
month_7 = juli
month_8 = august
month_9 = september
month_10 = oktober
month_11 = november
month_12 = desember
day_1 = måndag
day_2 = tysdag
day_3 = onsdag
day_4 = torsdag
day_5 = fredag
day_6 = laurdag
day_7 = sundag

## Språk
sprak_nb = bokmål
sprak_nn = nynorsk
sprak_se = nordsamisk
sprak_sma = sørsamisk
sprak_smj = lulesamisk
sprak_fkv = kvensk
sprak_en = engelsk
sprak_no = norsk
sprak_tegnsprak = norsk teiknspråk
sprak_ar = arabisk
sprak_uk = ukrainsk
sprak_ru = russisk
sprak_so = somali
sprak_pl = polsk
sprak_ti = tigrinja
sprak_fa = farsi
sprak_prs = dari
sprak_ps = pashto
sprak_ku = kurdisk
sprak_ur = urdu
sprak_es = spansk
sprak_fr = fransk
sprak_de = tysk
sprak_tr = tyrkisk
sprak_lt = litauisk
sprak_ro = rumensk
sprak_vi = vietnamesisk
sprak_th = thai
sprak_zh = kinesisk
sprak_sw = swahili
sprak_am = amharisk

## Rapportar
r_reports_about = Rapportar for { $name }
r_reports_lead = Rapportane byggjer på dei publiserte tilboda. Dei viser kva som er registrert, ikkje kor godt det verkar.
r_place_portal = heile landet
r_date = Tala gjeld { $date }.
r_catalogue = Oversikta over lovkrav byggjer på lovene slik dei var { $date }.
r_take_along = Ta med tala:
r_behind = Tilboda bak tala
r_and_more = og { $n } til
r_too_large = Tabellen er for stor for ei side. Last han ned som rekneark.
r_nothing = Det er ikkje publisert nokon tilbod her enno, så det er ingenting å telje.
r_sum = Sum
r_years = { $name } år
r_tilbud_share = { $n ->
    [one] { $n } tilbod
   *[other] { $n } tilbod
}, { $share }
r_note_once = Eit tilbod kan telje i fleire kolonnar. «I alt» tel kvart tilbod éin gong.
r_note_levels = Eit tilbod er for barn med særlege behov når det nemner ei risikogruppe eller ei diagnosegruppe.
r_note_shown_there = Tilboda kommunen viser, også dei frå stat, fylke og andre.
r_n_outside = { $n ->
    [0] Alle kommunane her er med i Nettungen.
    [one] Éin kommune er ikkje med i Nettungen, og er ikkje rekna med.
   *[other] { $n } kommunar er ikkje med i Nettungen, og er ikkje rekna med.
}
r_no_kommuner = Ingen kommunar her er med i Nettungen enno.

r_pyramide_title = Pyramiden
r_pyramide_shows = Viser korleis tilboda fordeler seg på nivå, alder og grupper, og kvar det ikkje er registrert noko.
r_pyramide_not = Talet på tilbod seier ikkje kor mange barn som får hjelp, eller om hjelpa er god nok.
r_pyramid_of = Pyramiden for { $name }
r_pyramid_state = Rapporten tel { $n } publiserte tilbod. Av dei er { $stale } ikkje kontrollerte på lenge, { $closed } mellombels stengde og { $planned } planlagde.
r_head_age_risk = Alder og risikogrupper
r_head_who_what = Kven tilboda er for, kven som gir dei og kva dei handlar om
r_head_questions = Spørsmål til planlegginga
r_questions_lead = Der det står null, er ingen tilbod registrerte. Det kan vere ein mangel, eller eit tilbod som ikkje er kartlagt enno.
r_no_questions = Det er registrert minst eitt tilbod på kvart nivå for alle aldrar og alle risikogrupper.
r_who_meets_age = { $age }: kven gir «{ $level }»?
r_who_meets_risk = { $risk }: kven gir «{ $level }»?
r_head_crossing = Tiltakskjeder mellom nivåa
r_crossing_lead = Her går vegen vidare frå eit nivå til eit anna.
r_no_crossing = Ingen tiltakskjede går frå eit nivå til eit anna.
r_need_alle = For alle barn
r_need_saerlige = For barn med særlege behov
r_owner_kommune = Kommunen sjølv
r_owner_interkommunal = Interkommunalt samarbeid
r_owner_annen_kommune = Andre kommunar
r_owner_fylke = Fylkeskommunen
r_owner_region = Region
r_owner_stat = Stat og helseføretak
r_owner_frivillig = Frivillige organisasjonar
r_owner_privat = Private
r_table_nivaer = Tilbod på kvart nivå
r_table_niva_alder = Nivå og alder
r_table_risiko_niva = Risikogruppe og nivå
r_table_risiko_alder = Risikogruppe og alder
r_table_malgruppe_niva = Målgruppe og nivå
r_table_eier_niva = Kven som gir tilbodet, og nivå
r_table_tema_niva = Tema og nivå
r_table_kommuner_niva = Kommunane som er med
r_col_total = I alt
r_col_share = Del
r_col_level = Nivå
r_col_risk = Risikogruppe
r_col_target = Målgruppe
r_col_owner = Kven
r_col_theme = Tema
r_col_kommune = Kommune

r_lovpalagt_title = Lovpålagde tilbod
r_lovpalagt_shows = Viser for kvar plikt i lova om det er registrert eit tilbod, eit dokument eller ein rutine som svarer på ho.
r_lovpalagt_not = «Ikkje registrert» tyder ikkje at lova er broten. Rapporten er ikkje juridisk rådgiving, og seier ikkje om tilbodet er godt nok.
r_coverage_of = Lovpålagde tilbod i { $name }
r_status_explained = «Dekt» tyder at eit tilbod er publisert, i drift, kontrollert innan fristen og for alle aldrane i plikta. «Delvis» tyder at noko av dette manglar. Plikter utan aldersgrense blir ikkje samanlikna på alder, og plikter utan øvre grense blir samanlikna til og med 24 år.
r_status_dekket = Dekt
r_status_dekket_av_andre = Dekt av andre
r_status_delvis = Delvis
r_status_dokumentert = Dokumentert
r_status_ikke_registrert = Ikkje registrert
r_status_gjelder_ikke = Gjeld ikkje
r_duties_kommune = Pliktene til kommunen
r_duties_fylke = Pliktene til fylkeskommunen
r_duties_stat = Pliktene til staten
r_head_duties_kommune = Plikter kommunen har
r_head_duties_fylke = Plikter fylkeskommunen har, sett frå kommunen
r_head_duties_stat = Plikter staten har, sett frå kommunen
r_head_law_changes = Lovendringar som kjem
r_no_law_changes = Oversikta har ingen vedtekne lovendringar fram i tid.
r_oslo = Oslo er både kommune og fylkeskommune, så kommunen har desse pliktene sjølv.
r_table_status_sum = Plikter etter status
r_table_kommuner_status = Kommunane etter status
r_table_duty_status = Talet på kommunar med kvar status
r_table_matrix = Plikter og kommunar
r_col_status = Status
r_col_duty = Plikt
r_col_paragraph = Lov
r_col_missing = Kva som manglar
r_col_met_by = Tilbod eller dokument
r_col_given_by = Kven
r_col_controlled = Eldste kontroll
r_col_from = Frå
r_col_to = Til
r_reason_ages = { $name } manglar
r_reason_districts = manglar i { $name }
r_reason_stale = kontrollen er utdatert
r_reason_closed = mellombels stengt
r_reason_planned = planlagt
r_reason_sami = gjeld i samisk forvaltingsområde
r_reason_condition = gjeld berre nokre kommunar: { $name }
r_reason_from = gjeld frå { $date }
r_reason_until = galdt til { $date }
r_reason_unsure = må sjekkast: vi er ikkje sikre på at plikta er rett attgitt

r_mangler_og_overlapp_title = Manglar og overlapp
r_mangler_og_overlapp_shows = Viser kvar det ikkje er registrert tilbod, og kvar fleire gir noko som liknar til dei same barna.
r_mangler_og_overlapp_not = Eit overlapp er ikkje nødvendigvis feil. Rapporten seier ikkje om barn manglar hjelp, berre kva som er registrert.
r_head_gaps = Manglar
r_head_overlaps = Overlapp
r_nothing_for = { $risk }: ikkje registrert for { $name }
r_no_overlaps = Ingen tilbod frå ulike etatar eller lag møtest i både nivå, tema og alder.
r_overlaps_lead = Desse tilboda er på same nivå, har same tema og er for same alder, men blir gitt av ulike. Kan noko samkøyrast?
r_table_overlapp = Tilbod som møtest
r_table_tema_bydel = Tema og bydel
r_col_shared_ages = Felles alder
r_col_tilbud = Tilbod
r_all_ages = alle aldrar
r_years_from = frå { $name } år

r_medvirkning_title = Medverknad, evaluering og god praksis
r_medvirkning_shows = Viser om brukarane er med, om tilboda er evaluerte, og om dei byggjer på god praksis.
r_medvirkning_not = «Ikkje registrert» tyder at ingen har svart, ikkje at svaret er nei.
r_participation_of = Medverknad, evaluering og god praksis i { $name }
r_not_registered = Ikkje registrert
r_n_yes = { $n } ja
r_table_brukermedvirkning = Brukarmedverknad
r_table_evaluering = Evaluering
r_table_god_praksis = God praksis
r_table_answers_giver = Svara frå kvar etat og organisasjon
r_table_evaluations = Evalueringar
r_no_evaluations = Ingen evalueringar er registrerte.
r_note_own = Gjeld tilboda som høyrer heime her, ikkje dei frå stat, fylke og andre.
r_the_report = Les rapporten
r_col_answer = Svar
r_col_yes = { $name }: ja
r_col_unknown = { $name }: ikkje registrert
r_col_year = År
r_col_findings = Kva som kom fram
r_col_link = Lenkje

r_vurdering_title = Vurdering
r_vurdering_shows = Viser korleis tilboda er vurderte etter kriteria i trinn 5 i metoden.
r_vurdering_not = Vurderinga er kommunen si eiga. Ho måler ikkje kva barn og foreldre meiner.
r_assessment_of = Vurdering av tilboda i { $name }
r_n_assessed = { $n } av { $all } tilbod er vurderte.
r_verdict_ja = Ja
r_verdict_delvis = Delvis
r_verdict_nei = Nei
r_verdict_ikke_vurdert = Ikkje vurdert
r_table_kriterier = Kriteria
r_table_criteria = Vurdering etter kvart kriterium
r_table_assessed = Kor mange som er vurderte
r_col_criterion = Kriterium
r_col_assessed = Vurdert
r_col_not_assessed = Ikkje vurdert

r_tiltakskjeder_title = Tiltakskjeder
r_tiltakskjeder_shows = Viser korleis vegen går frå eit tilbod til det neste, og kvar kjeda er broten.
r_tiltakskjeder_not = Kjedene er dei som er registrerte. Dei seier ikkje kor mange som følgjer dei.
r_no_chains = Ingen tiltakskjeder er registrerte her enno.
r_n_chains = { $n ->
    [one] Éi tiltakskjede er registrert.
   *[other] { $n } tiltakskjeder er registrerte.
}
r_chain_from = Kjede { $n }: frå { $name }
r_chain_steps = Ledda i kjeda, frå og til:
r_chain_broken = Går vidare til eller kjem frå eit tilbod som ikkje blir vist her
r_chain_one_sided = Berre det eine tilbodet nemner det andre
r_chain_flat = Heile kjeda er på nivået «{ $name }»
r_chains_fine = Ingen kjeder er brotne, einsidige eller på berre eitt nivå.
r_head_chain_weak = Sjå på dette

r_kartlegging_title = Kartlegging
r_kartlegging_shows = Viser kor ferske opplysningane er, kva som skal kontrollerast, og kor langt arbeidet med metoden har kome.
r_kartlegging_not = Rapporten seier ikkje om alle tilbod i kommunen er kartlagde.
r_freshness_of = Kor ferske opplysningane om tilboda i { $name } er
r_own_tilbud = Eigne tilbod
r_fresh_fersk = Kontrollert i tide
r_fresh_bor_kontrolleres = Bør kontrollerast
r_fresh_utdatert = Utdatert
r_table_freshness = Kontroll hos kvar etat og organisasjon
r_note_freshness = Eit tilbod er utdatert når det har gått dobbelt så lang tid som det skal mellom to kontrollar.
r_head_due = Det som skal kontrollerast
r_table_due = Kontrollar dei neste 90 dagane
r_nothing_due = Ingen tilbod skal kontrollerast dei neste 90 dagane.
r_due_now = Fristen er ute
r_due_30 = Innan 30 dagar
r_due_90 = Innan 90 dagar
r_head_awaiting = På veg til publisering
r_table_awaiting = Utkast, og tilbod som ventar på kvalitetssikring
r_nothing_awaiting = Ingen utkast, og ingen tilbod ventar på kvalitetssikring.
r_head_method = Metoden
r_table_method = Dei seks trinna
r_table_plan = Framdriftsplan
r_no_plan = Det er ikkje lagt inn nokon framdriftsplan.
r_table_kommuner_method = Kommunane og metoden
r_method_ikke_startet = Ikkje starta
r_method_i_gang = I gang
r_method_ferdig = Ferdig
r_col_position = Stilling
r_col_last_control = Sist kontrollert
r_col_due = Frist
r_col_drafts = Utkast
r_col_waiting = Ventar på kvalitetssikring
r_col_step = Trinn
r_col_date = Dato
r_col_remark = Merknad
r_col_measure = Tiltak
r_col_deadline = Frist
r_col_steps_done = Trinn som er ferdige

r_ressurser_title = Ressursar
r_ressurser_shows = Viser årsverk, lokale og pengar knytte til tilboda som høyrer heime her.
r_ressurser_not = Summane gjeld berre tilboda som har oppgitt ressursar. Dei er ikkje heile kostnaden.
r_n_resources = { $n } av { $all } tilbod har oppgitt ressursar.
r_note_resources = Tomt felt tyder at ingen har oppgitt det.
r_note_resources_age = Eit tilbod for fleire aldrar blir talt i kvar av dei, så radene kan ikkje leggjast saman.
r_table_resources_niva = Ressursar på kvart nivå
r_table_resources_alder = Ressursar etter alder
r_table_resources_etat = Ressursar hos kvar etat og organisasjon
r_table_resources_each = Kvart tilbod
r_col_age = Alder
r_col_n_said = Tilbod med tal
r_col_arsverk = Årsverk
r_col_money = Kroner per år
r_col_funding = Finansiering
r_col_rooms = Lokale

r_ikke_lovpalagt_title = Meir enn lova krev
r_ikke_lovpalagt_shows = Viser tilbod mange kommunar har utan at dei må.
r_ikke_lovpalagt_not = At noko ikkje er registrert, er ingen mangel i seg sjølv.
r_beyond_state = { $n } av { $all } vanlege tilbod ut over lova er registrerte. { $beyond } av { $total } tilbod er ikkje knytte til nokon plikt.
r_table_beyond = Vanlege tilbod ut over lova
r_note_beyond = Lista er eit utval. Kommunen kan ha mykje meir.
r_beyond_finnes = Finst
r_beyond_ikke_registrert = Ikkje registrert
r_col_offer = Tilbod
r_col_common_giver = Vanlegvis gitt av

r_sammenligning_title = Samanlikning
r_sammenligning_shows = Viser kommunen ved sida av naboar, kommunar av lik storleik og fylket.
r_sammenligning_not = Fleire tilbod er ikkje alltid betre, og kommunane har ikkje kome like langt med å registrere.
r_compare_lead = Berre kommunar som er med i Nettungen, er tekne med.
r_compare_small = Tala er små. Eitt tilbod meir eller mindre kan flytte ein del mykje, så ikkje legg for mykje i små skilnader.
r_compare_own = Kommunen
r_compare_neighbours = Naboar
r_compare_like = Lik storleik
r_compare_together = Samla
r_n_kommuner = { $n ->
    [one] éin kommune
   *[other] { $n } kommunar
}
r_table_compare = Kommunane ved sida av kvarandre
r_note_compare = «Plikter dekte» er delen av pliktene som gjeld, og som er dekte, dekte av andre eller dokumenterte. Lik storleik er 30 prosent færre til 30 prosent fleire innbyggjarar. For fylket og landet viser tala gjennomsnittet per kommune.
r_col_duties_met = Plikter dekte
r_col_per_1000 = Eigne tilbod per 1000 barn

r_plan_title = Vedlegg til planen
r_plan_shows = Samlar alle rapportane på éi side, som vedlegg til planen for førebyggjande arbeid etter barnevernslova § 15-1.
r_plan_not = Planen sjølv blir vedteken av kommunestyret. Dette er oversikta han kan byggje på.
r_head_group = Koordineringsgruppe
r_no_group = Det er ikkje registrert noka koordineringsgruppe.
