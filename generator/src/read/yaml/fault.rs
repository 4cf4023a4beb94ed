//! What is wrong with a text that is no YAML, in words that an editor understands, and where.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::diag::Text;

/// What is wrong, what to do about it, and the bytes of the text where it is.
pub(super) struct Fault {
    pub(super) message: Text,
    pub(super) help: Text,
    pub(super) span: Range<usize>,
}

/// Finds the fault in `yaml`, which the parser could not read on from byte `at`; that may be lines below it.
pub(super) fn fault(yaml: &str, at: usize, kind: &ErrorKind, info: &str) -> Fault {
    let at = yaml.floor_char_boundary(at);
    if let ErrorKind::BlockEntryInFlowCollection | ErrorKind::PlainScalarStartsWithDashFlowIndicator = kind {
        return Fault {
            message: Text::new(
                "innenfor klammer kan ingen verdi begynne med en strek",
                "within brackets, no value begins with a dash",
            ),
            help: Text::new(
                "skriv et beløp som bare tall, `30`, og sett tekst med strek i anførselstegn",
                "write an amount as digits alone, `30`, and quote text with a dash",
            ),
            span: at..at,
        };
    }
    if let Some(bracket) = yaml.get(..at).and_then(open_bracket) {
        return Fault {
            message: Text::new("klammen her er åpnet, men ikke lukket", "the bracket here is opened but not closed"),
            help: Text::new(
                "sett ] eller } der listen slutter, og komma mellom verdiene",
                "put ] or } where the list ends, and commas between the values",
            ),
            span: bracket..bracket + 1,
        };
    }
    let of_layout = || is_of_layout(kind).then(|| colon_in_text(yaml, at).or_else(|| wrong_indentation(yaml, at)));
    of_layout().flatten().unwrap_or_else(|| {
        let (message, help) = explain(kind, info);
        Fault { message, help, span: at..at }
    })
}

/// Whether the parser met a colon or an indentation that it did not expect.
fn is_of_layout(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::InvalidIndentation
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::ExpectedBlockMappingKey
    )
}

/// Where the line that holds byte `at` begins and ends.
fn line_at(yaml: &str, at: usize) -> Range<usize> {
    let start = yaml[..at].rfind('\n').map_or(0, |it| it + 1);
    start..yaml[start..].find('\n').map_or(yaml.len(), |it| start + it)
}

/// Longest text, in bytes, that is shown once more in its right form.
const SHOWN: usize = 200;

/// A text after a key, not in quotation marks, that has a colon in it.
fn colon_in_text(yaml: &str, at: usize) -> Option<Fault> {
    let line = line_at(yaml, at);
    let (key, value) = yaml[line.clone()].split_once(": ")?;
    let text = value.trim();
    if !text.contains(": ") && !text.ends_with(':') || text.starts_with(['"', '\'', '[', '{', '|', '>', '#']) {
        return None;
    }
    let start = line.start + key.len() + 2 + (value.len() - value.trim_start().len());
    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
    let key = key.trim_start_matches([' ', '-']);
    let help = if text.len() <= SHOWN {
        Text::new(format!("skriv `{key}: \"{quoted}\"`"), format!("write `{key}: \"{quoted}\"`"))
    } else {
        Text::new("sett \" foran teksten og \" etter den", "put \" before the text and \" after it")
    };
    Some(Fault {
        message: Text::new(
            "det er et kolon i teksten, og da må den stå i anførselstegn",
            "the text has a colon in it, and has to stand in quotation marks",
        ),
        help,
        span: start..start + text.len(),
    })
}

/// A line that begins where no line around it begins, or below one that cannot have lines of its own.
fn wrong_indentation(yaml: &str, at: usize) -> Option<Fault> {
    let line = line_at(yaml, at);
    let indent = |it: &str| it.len() - it.trim_start_matches(' ').len();
    let own = indent(&yaml[line.clone()]);
    let above = yaml[..line.start].lines().rev().find(|it| !it.trim().is_empty() && !it.trim().starts_with('#'))?;
    let theirs = indent(above);
    if own == theirs {
        return None;
    }
    let spaces = |n: usize| match n {
        0 => Text::new("helt ut", "at the margin"),
        1 => Text::new("1 mellomrom inn", "1 space in"),
        n => Text::new(format!("{n} mellomrom inn"), format!("{n} spaces in")),
    };
    let (here, there) = (spaces(own), spaces(theirs));
    Some(Fault {
        message: Text::new(
            format!("linjen begynner {}, og linjen over begynner {}", here.nb, there.nb),
            format!("the line begins {}, and the line above it {}", here.en, there.en),
        ),
        help: Text::new(
            "la linjer som hører sammen, begynne rett under hverandre; hører den til teksten over, sett hele teksten i anførselstegn",
            "let lines that belong together begin right below each other; if it goes on with the text above, quote the whole text",
        ),
        span: line.start + own..line.end,
    })
}

/// The bracket that begins a value and is not closed in the rest of `yaml`; the outermost one.
fn open_bracket(yaml: &str) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut quote = None;
    // Brackets within a text are letters of it: a value begins after these.
    let mut begins = true;
    let mut before = '\n';
    for (at, letter) in yaml.char_indices() {
        match letter {
            _ if quote.is_some() => quote = quote.filter(|it| *it != letter),
            '"' | '\'' if begins => quote = Some(letter),
            '#' if before.is_whitespace() => quote = Some('\n'),
            '[' | '{' if begins => open.push(at),
            ']' | '}' => drop(open.pop()),
            _ => (),
        }
        let is_mark = matches!(letter, '[' | '{' | '\n') || (letter == ',' && !open.is_empty());
        begins = is_mark || (letter == ' ' && (begins || matches!(before, ':' | '-')));
        before = letter;
    }
    open.first().copied()
}

/// The parser's message in words that an editor understands.
fn explain(kind: &ErrorKind, info: &str) -> (Text, Text) {
    let pair = |nb: &str, en: &str, help_nb: &str, help_en: &str| (Text::new(nb, en), Text::new(help_nb, help_en));
    match kind {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => pair(
            "et anførselstegn er åpnet, men ikke lukket",
            "a quotation mark is opened but not closed",
            "se etter et enslig \" eller ' på denne linjen eller over den",
            "look for a single \" or ' on this line or above it",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => pair(
            "det står tekst etter et anførselstegn som lukker verdien",
            "there is text after the closing quotation mark",
            "sett hele teksten mellom anførselstegnene, eller bruk «» inni teksten",
            "put the whole text between the quotation marks",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator => pair(
            "en klamme er åpnet, men ikke lukket, eller det mangler et komma",
            "a bracket is opened but not closed, or a comma is missing",
            "se etter [ uten ] eller { uten }, og sett komma mellom verdiene",
            "look for [ without ] or { without }, and put commas between the values",
        ),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => pair(
            "linjen er rykket inn med tabulator",
            "the line is indented with a tab",
            "bruk mellomrom i stedet for tabulator",
            "use spaces instead of tabs",
        ),
        kind if is_of_layout(kind) => pair(
            "her er et kolon, eller en innrykking, som YAML ikke forstår",
            "there is a colon or an indentation here that YAML does not understand",
            "sett teksten i anførselstegn hvis den inneholder kolon, og la nøkler på samme nivå begynne rett under hverandre",
            "quote the text if it contains a colon, and let keys of one level begin right below each other",
        ),
        _ => pair(
            &format!("dette kan ikke leses som YAML ({info})"),
            &format!("this cannot be read as YAML ({info})"),
            "se etter feil innrykking, manglende kolon eller et spesialtegn som må stå i anførselstegn",
            "look for wrong indentation, a missing colon or a special character that has to be quoted",
        ),
    }
}
