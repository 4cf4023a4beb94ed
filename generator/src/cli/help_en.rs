//! The help in English, by the Norwegian words it stands for. What is missing here stays Norwegian.

/// Path of a command, its line in lists, and what `--help` adds.
pub(super) const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "",
        "Nettungen: from files of tilbud to a site, search and reports",
        "Exits with 0 when all is well, 1 when the content has errors, 2 when the command could not run.",
    ),
    (
        "build",
        "Make the site",
        "Exits with 0 when the site is made, 1 when the content has errors (nothing is written then), 2 when it could not be made.\n\n\
         Examples:\n  nettungen build --out dist\n  nettungen build --base-url https://nettungen.no",
    ),
    (
        "check",
        "Look for mistakes in the content without writing anything",
        "Exits with 0 when all is well, 1 when the content has errors, 2 when the check could not run.\n\n\
         Examples:\n  nettungen check --kommune fjordvik\n  nettungen check --deny warnings --format github\n  nettungen check --external --kommune fjordvik\n  nettungen check --explain fjordvik/helsestasjon",
    ),
    ("new", "Lay out a new kommune or tilbud, ready to be filled in", "Never writes over anything that is there."),
    (
        "new kommune",
        "Lay out a whole kommune: a draft of each tilbud, the departments, and a list of what is left",
        "Name, written standard, fylke and Sámi names come from the register. If the folder exists, nothing is written.\n\n\
         Examples:\n  nettungen new kommune Evje og Hornnes\n  nettungen new kommune 5612\n  nettungen new kommune Guovdageaidnu",
    ),
    (
        "new tilbud",
        "Make a draft of a tilbud; asks for what is missing",
        "Without a terminal, --tittel (or --mal) is needed, and --kommune where there are several.\n\n\
         Examples:\n  nettungen new tilbud\n  nettungen new tilbud --kommune fjordvik --mal fritidsklubb --tittel \"Klubben på Nes\"",
    ),
    (
        "form",
        "Make the mapping form: as a spreadsheet with drop-down lists, or for print on A4",
        "The spreadsheet is read again with `nettungen import`. With --kommune its departments are in the lists.\n\n\
         Examples:\n  nettungen form --out kartlegging.xlsx --kommune fjordvik\n  nettungen form --out kartlegging.html",
    ),
    (
        "import",
        "Read a form that was filled in, or another spreadsheet, and make drafts of its rows",
        "Shows what would be written; writes only with --skriv. What is there is never changed without --oppdater.\n\
         Exits with 0 when all is well, 1 when rows have errors (those are not written), 2 when the file cannot be read.\n\n\
         Examples:\n  nettungen import kartlegging.xlsx --kommune fjordvik\n  nettungen import kartlegging.xlsx --kommune fjordvik --skriv",
    ),
    (
        "export",
        "Write all tilbud of a kommune to a spreadsheet",
        "It has the columns of the form, and what is read again with `nettungen import` is the same.\n\
         Internal notes and drafts are in it: it is for editors, not for the public.\n\n\
         Examples:\n  nettungen export --kommune fjordvik --out fjordvik.xlsx",
    ),
    (
        "report",
        "Make a report on a kommune, a fylke, a region, an organisation or the whole portal",
        "Without a name, the attachment to the plan is made, with all reports. Without a place, it is about the portal.\n\
         Exits with 0 when it is made, 1 when the content has errors, 2 when it could not be made.\n\n\
         Examples:\n  nettungen report lovpalagt --kommune fjordvik\n  nettungen report --kommune fjordvik --out vedlegg.html\n  \
         nettungen report endringer --kommune fjordvik --fra 2026-01-01",
    ),
    ("serve", "Show the site while you write, on your own machine", "Drafts are shown too. Stop it with Ctrl+C."),
    (
        "completions",
        "Write the completion of commands for your shell",
        "Example:\n  nettungen completions bash > ~/.local/share/bash-completion/completions/nettungen",
    ),
    ("man", "Write the manual page", "Example:\n  nettungen man > nettungen.1"),
];

/// What an argument means.
pub(super) const ARGUMENTS: &[(&str, &str)] = &[
    ("Mappen med innholdet", "The folder of the content"),
    ("Datoen nettstedet lages for; standard er i dag", "The day the site is made for; today when not given"),
    (
        "Adressen til nettstedet, for eksempel https://nettungen.no",
        "The address of the site, such as https://nettungen.no",
    ),
    ("Hvordan problemer vises", "How problems are shown"),
    ("Språket i meldingene", "The language of messages"),
    ("Si ingenting underveis", "Say nothing on the way"),
    ("Mappen nettstedet legges i", "The folder of the site"),
    ("Regn advarsler som feil", "Count warnings as errors"),
    ("Vis bare problemer med denne koden", "Show only problems of this code"),
    ("Vis bare problemer i denne kommunens filer", "Show only problems in the files of this kommune"),
    ("Vis også det som må fylles inn", "Show also what has to be filled in"),
    ("Se også etter om lenker ut av nettstedet svarer", "Look also whether links out of the site answer"),
    (
        "Forklar hvor feltene i ett tilbud kommer fra: malen eller din egen fil",
        "Explain where the fields of a tilbud come from: the mal or your own file",
    ),
    ("Porten; standard er en ledig en", "The port; a free one when not given"),
    ("Navnet eller nummeret", "The name or number"),
    (
        "Språket i tekstene, når kommunens målform er nøytral; standard er nb",
        "The language of the texts, when the kommune's written standard is neutral; nb when not given",
    ),
    ("Navnet på tilbudet", "The name of the tilbud"),
    ("Kommunen tilbudet hører til", "The kommune of the tilbud"),
    ("Malen det bygger på", "The mal it builds on"),
    ("Hva du får, i én setning", "What you get, in a sentence"),
    ("Etaten eller laget som gir det", "The organisation that gives it"),
    ("Nivået i pyramiden: alle, trenger-mer eller hjelp", "The level of the pyramid: alle, trenger-mer or hjelp"),
    ("Temaer", "Themes"),
    ("Hva slags tilbud", "What kind of tilbud"),
    ("Hvem det er for", "Whom it is for"),
    ("Alder, for eksempel 13-20", "Ages, such as 13-20"),
    ("Hvordan en får det", "How to get it"),
    ("Telefonnummer", "Telephone number"),
    ("Felles e-postadresse", "Shared mailbox"),
    ("Nettside", "Web page"),
    (
        "Navnet på filen, uten .md; standard følger av tittelen",
        "The name of the file without .md; it follows from the title when not given",
    ),
    ("Filen skjemaet skrives til; .xlsx eller .html", "The file of the form; .xlsx or .html"),
    ("Kommunen skjemaet er for", "The kommune of the form"),
    ("Skriv over filen hvis den finnes", "Write over the file if it is there"),
    ("Regnearket; .xlsx eller .csv", "The spreadsheet; .xlsx or .csv"),
    ("Kommunen tilbudene hører til", "The kommune of the tilbud"),
    ("Fil som sier hvilken kolonne som er hvilket felt", "A file that says which column is which field"),
    (
        "Navnet på arket; standard er alle synlige ark med tilbud",
        "The name of the sheet; all visible sheets with tilbud when not given",
    ),
    ("Skriv utkastene", "Write the drafts"),
    (
        "Endre også tilbud som finnes fra før, der arket sier noe annet",
        "Change also tilbud that are there, where the sheet says otherwise",
    ),
    ("Filen det skrives til; .xlsx eller .csv", "The file; .xlsx or .csv"),
    ("Kommunen", "The kommune"),
    ("Skallet", "The shell"),
];
