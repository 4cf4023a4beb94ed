# Nettungens egne ord på bokmål. Denne fila er komplett; de andre språkene faller tilbake hit.
# Meldinger uten variabler er tilgjengelige i malene som t.<id>.

## Rammen
skip = Hopp til innholdet
main_menu = Hovedmeny
you_are_here = Du er her
menu_search = Søk
menu_browse = Tema
menu_talk = Snakk med noen
menu_all = A–Å
menu_kommuner = Kommuner
menu_method = Metoden
leave = Forlat siden
leave_note = «Forlat siden» tar deg raskt til en annen nettside. Du kan også trykke Shift tre ganger. Nettleseren husker fortsatt at du har vært her. Slett loggen, eller bruk privat vindu, hvis ingen skal se det.
example = Eksempel.
example_note = Kommunen og tilbudene er oppdiktet.
draft = Utkast: ikke publisert
urgent = Det haster
about_site = Om Nettungen
for_planners = For ansatte og planleggere
this_site = Om disse sidene
published_by = Sidene er laget av
no_trace = Vi lagrer ingenting om deg og bruker ikke informasjonskapsler.
accessibility_statement = Tilgjengelighetserklæring
feedback = Si fra om feil eller mangler
feedback_subject = Tilbakemelding på Nettungen
other_kommune = Velg en annen kommune
reports = Rapporter
only_in_language = Denne teksten finnes bare på { $name }.
and = og
yes = ja
no = nei

## Navn
kommune_name = { $name } kommune
stat = Staten
region = Region
fylke = Fylke
fylker = Fylker
organisations = Organisasjoner
kommuner_word = kommuner
tilbud = Tilbud
n_tilbud = { $n ->
    [one] { $n } tilbud
   *[other] { $n } tilbud
}
joined = Med i Nettungen
whole_country = Hele landet
kind_etat = Etat
kind_offentlig = Offentlig
kind_interkommunal = Interkommunalt samarbeid
kind_helseforetak = Helseforetak
kind_frivillig = Frivillig organisasjon
kind_privat = Privat

## Portalen
portal_title = Finn hjelp og tilbud for barn, unge og familier
portal_lead = Velg kommunen din, så ser du hva som finnes der du bor. Det er gratis å se, og ingen får vite at du har vært her.
portal_description = Nettungen viser tilbud til barn, unge og familier i alle landets kommuner.
portal_ways = Andre veier inn
way_stat = Staten og hele landet
way_stat_note = Tilbud som gjelder overalt: hjelpetelefoner, chat og rettigheter
way_fylker = Fylker
way_fylker_note = Tilbud fra fylkeskommunene
way_organisations = Organisasjoner
way_organisations_note = Frivillige og andre som har tilbud i hele landet
way_method = Metoden
way_method_note = Slik arbeider kommuner med Nettungen
choose_label = Hvor bor du?
choose_go = Gå dit
choose_position = Bruk posisjonen min
choose_one = Én kommune passer
choose_many = % kommuner passer
choose_near = Du er trolig i en av disse. Posisjonen har ikke forlatt enheten din.
choose_abroad = Posisjonen er utenfor Norge. Velg kommunen i lista.
choose_wait = Finner posisjonen …
choose_denied = Vi fikk ikke posisjonen. Velg kommunen i lista.
choose_list = Alle kommuner
kommuner_lead = Alle kommuner i Norge, etter fylke. Også kommuner som ikke er med i Nettungen ennå, har en side med tilbudene som gjelder der.
fylker_lead = Fylkeskommunene har ansvar for blant annet videregående skole, tannhelse og kultur.
organisations_lead = Organisasjoner som har tilbud til barn, unge og familier i hele landet.
departments = Avdelinger
examples = Oppdiktede eksempler
examples_lead = Disse kommunene finnes ikke. De viser hvordan Nettungen ser ut når en kommune er med.

## Kommunens forside
home_title = Hjelp og tilbud i
home_description = Tilbud til barn, unge og familier i { $name }: hvem de er for, hva de koster og hvordan du får dem.
home_lead = For barn, unge, foreldre og alle som bryr seg om dem.
not_joined = Kommunen er ikke med i Nettungen ennå. Her ser du tilbudene fra staten, fylket og organisasjoner som gjelder her. Kommunen har flere tilbud enn dem du finner her.
ask_label = Hva trenger du hjelp til?
ask_example = Skriv det du lurer på, med dine egne ord
search = Søk
see_all = Se alle tilbud
home_themes = Hva gjelder det?
home_ages = Hvor gammel er den det gjelder?
home_groups = Hvem er du?
home_owners = Hvem gir tilbudene?
home_season = I sesong
home_new = Nytt
home_levels = Fra tilbud for alle til hjelp når det er vanskelig
desk = Snakk med et menneske
desk_lead = Servicetorget hjelper deg videre:

## Snakk med noen
talk_title = Hvem kan jeg snakke med nå?
talk_lead = Du trenger ikke ha et stort problem. Du trenger ikke si hva du heter.
talk_page_lead = Her er de som svarer på telefon eller chat. Det er gratis å spørre om råd, og du trenger ikke si hva du heter.
talk_all = Se alle du kan snakke med
talk_young = For barn og unge
talk_others = For foreldre, pårørende og andre

## Lister
browse_title = Finn tilbud
browse_lead = Velg det som ligner mest.
all_title = Alle tilbud fra A til Å
letters = Bokstaver
other_lists = Se også
narrow_in_search = Velg flere ting i søket
nothing_here = Ingen tilbud er registrert her ennå.
near_own = I { $name }
near_neighbour = I nabokommuner
near_fylke = I fylket og regionen
near_country = I hele landet
themes = Tema
age = Alder
groups = Målgruppe
risk_groups = Situasjon
diagnoses = Psykisk helse og diagnose
types = Type tilbud
levels = Nivå
district = Bydel
districts = Bydeler

## Søk
search_title = Søk etter tilbud
within = i
search_needs_script = Søket trenger JavaScript, fordi det skjer i nettleseren din og ikke hos oss. Du kan finne de samme tilbudene i listene under.
narrow = Avgrens søket
search_help = Fant du det ikke?

## Et tilbud
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
who = Hvem
how = Slik får du det
cost = Pris
when = Når
where = Hvor
area = Gjelder for
languages = Språk
accessibility = Tilgjengelighet
given_by = Gis av
free = Gratis
price = { $amount } kroner { $unit }
age_range = { $from }–{ $to } år
age_from = Fra { $from } år
age_to = Til og med { $to } år
age_one = { $from } år
interpreter = Tolk ved behov
access_wheelchair = Tilgjengelig med rullestol
access_loop = Teleslynge
access_toilet = HC-toalett
access_parking = HC-parkering
address_hidden = Adressen får du når du tar kontakt
opening_hours = Åpningstider
always_open = Døgnåpent, alle dager
every_day = alle dager
hours_on_holidays = Åpent også på helligdager
season = Bare i { $name }
period = { $from } til { $to }
period_from = Fra { $from }
period_to = Til { $to }
closed_period = Stengt fra { $from } til { $to }
last_checked = Sist kontrollert
by = av
stale_note = Opplysningene er gamle og kan ha endret seg. Ring først.
when_closed = Når det er stengt, kan du ta kontakt her
chain = Veien videre
chain_lead = Tilbudene henger sammen. Slik kan veien være:
chain_before = Før
chain_here = Du er her
chain_after = Videre
duty = Dette har du rett til
duty_lead = Tilbudet er lovpålagt. Loven sier at dette skal finnes:
level = Nivå
similar = Lignende tilbud
copy = Kopier som tekst
copied = Kopiert
copy_failed = Det gikk ikke å kopiere. Merk teksten og kopier den selv.
print = Skriv ut
source = Kilde
report_error = Si fra om feil i dette tilbudet
report_subject = Feil i tilbudet «{ $name }»
report_body = Tilbud: { $name }. Skriv hva som er feil:

## Metoden
method_title = Metoden
method_lead = Seks trinn som gjør at kommunen kjenner, samler og forbedrer tilbudene sine. Spiralen viser at hver runde bygger på den forrige.
spiral_title = Spiral med seks trinn, fra forankring innerst til videreføring ytterst
whole_method = Hele metoden
step = Trinn
steps = Trinn før og etter

## Ikke funnet
not_found_title = Vi finner ikke siden
not_found_lead = Siden kan ha fått ny adresse, eller tilbudet er avsluttet. Ingenting er galt med deg eller enheten din.
not_found_home = Gå til forsiden

## Det skriptene sier. % er der tallet eller tidspunktet kommer.
js_open_always = Åpent nå, hele døgnet
js_open_until = Åpent nå til kl. %
js_closed = Stengt nå
js_opens = Åpner
js_opens_today = i dag
js_opens_tomorrow = i morgen
js_at = kl. %
js_fresh = Fersk
js_due = Bør kontrolleres
js_stale = Utdatert: ring først

## Det søket sier. % er der tallet eller ordet kommer.
sok_age = Alder
sok_all = % tilbud i alt
sok_one = 1 tilbud
sok_many = % tilbud
sok_over = Over % tilbud. Skriv mer for å finne det rette.
sok_not_seen = Vi fikk ikke sett etter i alt. Du er kanskje uten nett. Prøv igjen om litt.
sok_none = Ingen treff
sok_none_hint = Prøv et annet ord, eller skriv det med dine egne ord. Du kan også se i listene.
sok_meant = Mente du %?
sok_more = Vis flere
sok_open_now = Åpent nå
sok_weekend = Åpent i helgen
sok_when = Når
sok_remove = Fjern %
sok_years = % år
sok_stale = Utdatert, ring først. Sist kontrollert
sok_still_loading = Leter fortsatt i hele teksten …
sok_open = Åpent nå
sok_closed = Stengt nå
sok_offline = Vi fikk ikke lastet søket. Du er kanskje uten nett. Listene under virker fortsatt.
sok_broken = Søket virker ikke akkurat nå. Listene under virker fortsatt.
sok_aktiv = Åpent
sok_stengt_midlertidig = Midlertidig stengt
sok_planlagt = Planlagt
sok_avsluttet = Avsluttet
sok_owner_kommunen = Kommunen
sok_owner_nabo = Nabokommune
sok_owner_fylke = Fylket
sok_owner_region = Regionen
sok_owner_nasjonalt = Hele landet
sok_owner_frivillig = Frivillig
sok_owner_privat = Privat

## Min liste
my_list = Min liste
my_list_add = Legg i min liste
my_list_lead = Velg tilbud og lag en liste du kan skrive ut, kopiere eller dele. Lista står bare i adressen til denne siden. Ingenting blir lagret.
my_list_needs_script = Lista trenger JavaScript. Du kan finne de samme tilbudene under A–Å og skrive ut ett tilbud om gangen.
my_list_choose = Velg tilbud
my_list_filter = Finn i lista
my_list_link = Kopier lenke til lista
my_list_clear = Tøm lista
my_list_cleared = Lista er tømt.
my_list_empty = Du har ikke valgt noe ennå.
my_list_up = Opp
my_list_down = Ned
my_list_remove = Fjern
status = Status

## Åpne data
data_title = Åpne data
data_lead = Alt du ser på sidene, kan du også hente som filer. Det trengs ingen nøkkel.
data_files = Filer
for_place = for
data_more = Om feltene og hvordan du bruker dataene
data_others = Data fra hver kommune
data_csv = Regneark (CSV)
data_csv_note = Én rad for hvert tilbud, med semikolon mellom kolonnene. Åpnes rett i Excel.
data_xlsx = Excel-arbeidsbok (XLSX)
data_xlsx_note = De samme radene, klare til å sortere og filtrere.
data_json = JSON
data_json_note = Alle feltene, med de samme navnene som i innholdsfilene.
data_hsds = HSDS 3.1 (JSON)
data_hsds_note = Open Referrals format, for andre tjenestekataloger.
data_atom = Nyhetsstrøm (Atom)
data_atom_note = De tilbudene som sist ble kontrollert.
data_dcat = Katalogbeskrivelse (DCAT, Turtle)
data_dcat_note = Beskriver filene for datakataloger.

## På egne nettsider
embed_title = Vis tilbud på egne nettsider
embed_lead = Velg hva du vil vise, se hvordan det blir, og kopier koden inn på nettsiden din. Innholdet følger med når tilbudene endres.
embed_what = Hva vil du vise?
embed_list = Tilbud
embed_search = Et søkefelt
embed_which = Hvilke tilbud?
embed_any = Alle
embed_one = Bare ett tilbud
embed_preview = Slik blir det
embed_code = Kode med skript
embed_code_note = Høyden følger innholdet. Bruk denne hvis nettstedet ditt tillater skript.
embed_frame = Kode uten skript
embed_frame_note = Høyden er fast. Bruk denne hvis nettstedet ditt ikke tillater skript.
embed_copy = Kopier koden
embed_hosts = Nettsteder som kan vise sidene
embed_no_hosts = Ingen andre nettsteder kan vise sidene ennå.
embed_hosts_note = Lista står under «innbygging» i filen kommune.yaml. Andre nettsteder får en tom ramme.
embed_needs_script = Uten JavaScript kan du ikke velge her. Koden under viser alle tilbudene.
embed_frame_title = Tilbud i { $name }
embed_more = Flere tilbud i { $name }
embed_none = Ingen tilbud passer til det som er valgt.

## Datoer og dager
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
day_1 = mandag
day_2 = tirsdag
day_3 = onsdag
day_4 = torsdag
day_5 = fredag
day_6 = lørdag
day_7 = søndag

## Språk
sprak_nb = bokmål
sprak_nn = nynorsk
sprak_se = nordsamisk
sprak_sma = sørsamisk
sprak_smj = lulesamisk
sprak_fkv = kvensk
sprak_en = engelsk
sprak_no = norsk
sprak_tegnsprak = norsk tegnspråk
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

## Rapporter
r_reports_about = Rapporter for { $name }
r_reports_lead = Rapportene bygger på de publiserte tilbudene. De viser hva som er registrert, ikke hvor godt det virker.
r_place_portal = hele landet
r_date = Tallene gjelder { $date }.
r_catalogue = Oversikten over lovkrav bygger på lovene slik de var { $date }.
r_take_along = Ta med tallene:
r_behind = Tilbudene bak tallene
r_and_more = og { $n } til
r_too_large = Tabellen er for stor for en side. Last den ned som regneark.
r_nothing = Det er ikke publisert noen tilbud her ennå, så det er ingenting å telle.
r_sum = Sum
r_years = { $name } år
r_tilbud_share = { $n ->
    [one] { $n } tilbud
   *[other] { $n } tilbud
}, { $share }
r_note_once = Et tilbud kan telle i flere kolonner. «I alt» teller hvert tilbud én gang.
r_note_levels = Et tilbud er for barn med særlige behov når det nevner en risikogruppe eller en diagnosegruppe.
r_note_shown_there = Tilbudene kommunen viser, også de fra stat, fylke og andre.
r_n_outside = { $n ->
    [0] Alle kommunene her er med i Nettungen.
    [one] Én kommune er ikke med i Nettungen, og er ikke regnet med.
   *[other] { $n } kommuner er ikke med i Nettungen, og er ikke regnet med.
}
r_no_kommuner = Ingen kommuner her er med i Nettungen ennå.

r_pyramide_title = Pyramiden
r_pyramide_shows = Viser hvordan tilbudene fordeler seg på nivå, alder og grupper, og hvor det ikke er registrert noe.
r_pyramide_not = Antallet sier ikke hvor mange barn som får hjelp, eller om hjelpen er god nok.
r_pyramid_of = Pyramiden for { $name }
r_pyramid_state = Rapporten teller { $n } publiserte tilbud. Av dem er { $stale } ikke kontrollert på lenge, { $closed } midlertidig stengt og { $planned } planlagt.
r_head_age_risk = Alder og risikogrupper
r_head_who_what = Hvem tilbudene er for, hvem som gir dem og hva de handler om
r_head_questions = Spørsmål til planleggingen
r_questions_lead = Der det står null, er ingen tilbud registrert. Det kan være en mangel, eller et tilbud som ikke er kartlagt ennå.
r_no_questions = Det er registrert minst ett tilbud på hvert nivå for alle aldre og alle risikogrupper.
r_who_meets_age = { $age }: hvem gir «{ $level }»?
r_who_meets_risk = { $risk }: hvem gir «{ $level }»?
r_head_crossing = Tiltakskjeder mellom nivåene
r_crossing_lead = Her går veien videre fra et nivå til et annet.
r_no_crossing = Ingen tiltakskjede går fra et nivå til et annet.
r_need_alle = For alle barn
r_need_saerlige = For barn med særlige behov
r_owner_kommune = Kommunen selv
r_owner_interkommunal = Interkommunalt samarbeid
r_owner_annen_kommune = Andre kommuner
r_owner_fylke = Fylkeskommunen
r_owner_region = Region
r_owner_stat = Stat og helseforetak
r_owner_frivillig = Frivillige organisasjoner
r_owner_privat = Private
r_table_nivaer = Tilbud på hvert nivå
r_table_niva_alder = Nivå og alder
r_table_risiko_niva = Risikogruppe og nivå
r_table_risiko_alder = Risikogruppe og alder
r_table_malgruppe_niva = Målgruppe og nivå
r_table_eier_niva = Hvem som gir tilbudet, og nivå
r_table_tema_niva = Tema og nivå
r_table_kommuner_niva = Kommunene som er med
r_col_total = I alt
r_col_share = Andel
r_col_level = Nivå
r_col_risk = Risikogruppe
r_col_target = Målgruppe
r_col_owner = Hvem
r_col_theme = Tema
r_col_kommune = Kommune

r_lovpalagt_title = Lovpålagte tilbud
r_lovpalagt_shows = Viser for hver plikt i loven om det er registrert et tilbud, et dokument eller en rutine som svarer på den.
r_lovpalagt_not = «Ikke registrert» betyr ikke at loven er brutt. Rapporten er ikke juridisk rådgivning, og sier ikke om tilbudet er godt nok.
r_coverage_of = Lovpålagte tilbud i { $name }
r_status_explained = «Dekket» betyr at et tilbud er publisert, i drift, kontrollert innen fristen og for alle aldrene i plikten. «Delvis» betyr at noe av dette mangler. Plikter uten aldersgrense sammenlignes ikke på alder, og plikter uten øvre grense sammenlignes til og med 24 år.
r_status_dekket = Dekket
r_status_dekket_av_andre = Dekket av andre
r_status_delvis = Delvis
r_status_dokumentert = Dokumentert
r_status_ikke_registrert = Ikke registrert
r_status_gjelder_ikke = Gjelder ikke
r_duties_kommune = Kommunens plikter
r_duties_fylke = Fylkeskommunens plikter
r_duties_stat = Statens plikter
r_head_duties_kommune = Plikter kommunen har
r_head_duties_fylke = Plikter fylkeskommunen har, sett fra kommunen
r_head_duties_stat = Plikter staten har, sett fra kommunen
r_head_law_changes = Lovendringer som kommer
r_no_law_changes = Oversikten har ingen vedtatte lovendringer fram i tid.
r_oslo = Oslo er både kommune og fylkeskommune, så kommunen har disse pliktene selv.
r_table_status_sum = Plikter etter status
r_table_kommuner_status = Kommunene etter status
r_table_duty_status = Antall kommuner med hver status
r_table_matrix = Plikter og kommuner
r_col_status = Status
r_col_duty = Plikt
r_col_paragraph = Lov
r_col_missing = Hva som mangler
r_col_met_by = Tilbud eller dokument
r_col_given_by = Hvem
r_col_controlled = Eldste kontroll
r_col_from = Fra
r_col_to = Til
r_reason_ages = { $name } mangler
r_reason_districts = mangler i { $name }
r_reason_stale = kontrollen er utdatert
r_reason_closed = midlertidig stengt
r_reason_planned = planlagt
r_reason_sami = gjelder i samisk forvaltningsområde
r_reason_condition = gjelder bare noen kommuner: { $name }
r_reason_from = gjelder fra { $date }
r_reason_until = gjaldt til { $date }
r_reason_unsure = må sjekkes: vi er ikke sikre på at plikten er riktig gjengitt

r_mangler_og_overlapp_title = Mangler og overlapp
r_mangler_og_overlapp_shows = Viser hvor det ikke er registrert tilbud, og hvor flere gir noe som ligner til de samme barna.
r_mangler_og_overlapp_not = Et overlapp er ikke nødvendigvis feil. Rapporten sier ikke om barn mangler hjelp, bare hva som er registrert.
r_head_gaps = Mangler
r_head_overlaps = Overlapp
r_nothing_for = { $risk }: ikke registrert for { $name }
r_no_overlaps = Ingen tilbud fra forskjellige etater eller lag møtes i både nivå, tema og alder.
r_overlaps_lead = Disse tilbudene er på samme nivå, har samme tema og er for samme alder, men gis av forskjellige. Kan noe samkjøres?
r_table_overlapp = Tilbud som møtes
r_table_tema_bydel = Tema og bydel
r_col_shared_ages = Felles alder
r_col_tilbud = Tilbud
r_all_ages = alle aldre
r_years_from = fra { $name } år

r_medvirkning_title = Medvirkning, evaluering og god praksis
r_medvirkning_shows = Viser om brukerne er med, om tilbudene er evaluert, og om de bygger på god praksis.
r_medvirkning_not = «Ikke registrert» betyr at ingen har svart, ikke at svaret er nei.
r_participation_of = Medvirkning, evaluering og god praksis i { $name }
r_not_registered = Ikke registrert
r_n_yes = { $n } ja
r_table_brukermedvirkning = Brukermedvirkning
r_table_evaluering = Evaluering
r_table_god_praksis = God praksis
r_table_answers_giver = Svarene fra hver etat og organisasjon
r_table_evaluations = Evalueringer
r_no_evaluations = Ingen evalueringer er registrert.
r_note_own = Gjelder tilbudene som hører hjemme her, ikke de fra stat, fylke og andre.
r_the_report = Les rapporten
r_col_answer = Svar
r_col_yes = { $name }: ja
r_col_unknown = { $name }: ikke registrert
r_col_year = År
r_col_findings = Hva som kom fram
r_col_link = Lenke

r_vurdering_title = Vurdering
r_vurdering_shows = Viser hvordan tilbudene er vurdert etter kriteriene i trinn 5 i metoden.
r_vurdering_not = Vurderingen er kommunens egen. Den måler ikke hva barn og foreldre mener.
r_assessment_of = Vurdering av tilbudene i { $name }
r_n_assessed = { $n } av { $all } tilbud er vurdert.
r_verdict_ja = Ja
r_verdict_delvis = Delvis
r_verdict_nei = Nei
r_verdict_ikke_vurdert = Ikke vurdert
r_table_kriterier = Kriteriene
r_table_criteria = Vurdering etter hvert kriterium
r_table_assessed = Hvor mange som er vurdert
r_col_criterion = Kriterium
r_col_assessed = Vurdert
r_col_not_assessed = Ikke vurdert

r_tiltakskjeder_title = Tiltakskjeder
r_tiltakskjeder_shows = Viser hvordan veien går fra et tilbud til det neste, og hvor kjeden er brutt.
r_tiltakskjeder_not = Kjedene er de som er registrert. De sier ikke hvor mange som følger dem.
r_no_chains = Ingen tiltakskjeder er registrert her ennå.
r_n_chains = { $n ->
    [one] Én tiltakskjede er registrert.
   *[other] { $n } tiltakskjeder er registrert.
}
r_chain_from = Kjede { $n }: fra { $name }
r_chain_steps = Leddene i kjeden, fra og til:
r_chain_broken = Går videre til eller kommer fra et tilbud som ikke vises her
r_chain_one_sided = Bare det ene tilbudet nevner det andre
r_chain_flat = Hele kjeden er på nivået «{ $name }»
r_chains_fine = Ingen kjeder er brutt, ensidige eller på bare ett nivå.
r_head_chain_weak = Se på dette

r_kartlegging_title = Kartlegging
r_kartlegging_shows = Viser hvor ferske opplysningene er, hva som skal kontrolleres, og hvor langt arbeidet med metoden har kommet.
r_kartlegging_not = Rapporten sier ikke om alle tilbud i kommunen er kartlagt.
r_freshness_of = Hvor ferske opplysningene om tilbudene i { $name } er
r_own_tilbud = Egne tilbud
r_fresh_fersk = Kontrollert i tide
r_fresh_bor_kontrolleres = Bør kontrolleres
r_fresh_utdatert = Utdatert
r_table_freshness = Kontroll hos hver etat og organisasjon
r_note_freshness = Et tilbud er utdatert når det er gått dobbelt så lang tid som det skal mellom to kontroller.
r_head_due = Det som skal kontrolleres
r_table_due = Kontroller de neste 90 dagene
r_nothing_due = Ingen tilbud skal kontrolleres de neste 90 dagene.
r_due_now = Fristen er ute
r_due_30 = Innen 30 dager
r_due_90 = Innen 90 dager
r_head_awaiting = På vei til publisering
r_table_awaiting = Utkast, og tilbud som venter på kvalitetssikring
r_nothing_awaiting = Ingen utkast, og ingen tilbud venter på kvalitetssikring.
r_head_method = Metoden
r_table_method = De seks trinnene
r_table_plan = Framdriftsplan
r_no_plan = Det er ikke lagt inn noen framdriftsplan.
r_table_kommuner_method = Kommunene og metoden
r_method_ikke_startet = Ikke startet
r_method_i_gang = I gang
r_method_ferdig = Ferdig
r_col_position = Stilling
r_col_last_control = Sist kontrollert
r_col_due = Frist
r_col_drafts = Utkast
r_col_waiting = Venter på kvalitetssikring
r_col_step = Trinn
r_col_date = Dato
r_col_remark = Merknad
r_col_measure = Tiltak
r_col_deadline = Frist
r_col_steps_done = Trinn som er ferdige

r_ressurser_title = Ressurser
r_ressurser_shows = Viser årsverk, lokaler og penger knyttet til tilbudene som hører hjemme her.
r_ressurser_not = Summene gjelder bare tilbudene som har oppgitt ressurser. De er ikke hele kostnaden.
r_n_resources = { $n } av { $all } tilbud har oppgitt ressurser.
r_note_resources = Tomt felt betyr at ingen har oppgitt det.
r_note_resources_age = Et tilbud for flere aldre telles i hver av dem, så radene kan ikke legges sammen.
r_table_resources_niva = Ressurser på hvert nivå
r_table_resources_alder = Ressurser etter alder
r_table_resources_etat = Ressurser hos hver etat og organisasjon
r_table_resources_each = Hvert tilbud
r_col_age = Alder
r_col_n_said = Tilbud med tall
r_col_arsverk = Årsverk
r_col_money = Kroner per år
r_col_funding = Finansiering
r_col_rooms = Lokaler

r_ikke_lovpalagt_title = Mer enn loven krever
r_ikke_lovpalagt_shows = Viser tilbud mange kommuner har uten at de må.
r_ikke_lovpalagt_not = At noe ikke er registrert, er ingen mangel i seg selv.
r_beyond_state = { $n } av { $all } vanlige tilbud ut over loven er registrert. { $beyond } av { $total } tilbud er ikke knyttet til noen plikt.
r_table_beyond = Vanlige tilbud ut over loven
r_note_beyond = Listen er et utvalg. Kommunen kan ha mye mer.
r_beyond_finnes = Finnes
r_beyond_ikke_registrert = Ikke registrert
r_col_offer = Tilbud
r_col_common_giver = Vanligvis gitt av

r_sammenligning_title = Sammenligning
r_sammenligning_shows = Viser kommunen ved siden av naboer, kommuner av lik størrelse og fylket.
r_sammenligning_not = Flere tilbud er ikke alltid bedre, og kommunene har ikke kommet like langt med å registrere.
r_compare_lead = Bare kommuner som er med i Nettungen, er tatt med.
r_compare_small = Tallene er små. Ett tilbud mer eller mindre kan flytte en andel mye, så ikke legg for mye i små forskjeller.
r_compare_own = Kommunen
r_compare_neighbours = Naboer
r_compare_like = Lik størrelse
r_compare_together = Samlet
r_n_kommuner = { $n ->
    [one] én kommune
   *[other] { $n } kommuner
}
r_table_compare = Kommunene ved siden av hverandre
r_note_compare = «Plikter dekket» er andelen av pliktene som gjelder, og som er dekket, dekket av andre eller dokumentert. Lik størrelse er 30 prosent færre til 30 prosent flere innbyggere. For fylket og landet viser antallene gjennomsnittet per kommune.
r_col_duties_met = Plikter dekket
r_col_per_1000 = Egne tilbud per 1000 barn

r_plan_title = Vedlegg til planen
r_plan_shows = Samler alle rapportene på én side, som vedlegg til planen for forebyggende arbeid etter barnevernsloven § 15-1.
r_plan_not = Planen selv vedtas av kommunestyret. Dette er oversikten den kan bygge på.
r_head_group = Koordineringsgruppe
r_no_group = Det er ikke registrert noen koordineringsgruppe.
