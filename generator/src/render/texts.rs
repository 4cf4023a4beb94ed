//! The interface's own words, in Project Fluent files (`i18n/<lang>.ftl`).
//!
//! A message that a language lacks falls back to bokmål. Templates get the
//! messages without variables as the map `t`; those with variables are
//! formatted here, when a view is made.

use std::collections::{BTreeMap, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use jiff::civil::Date;

use crate::model::grouped;
use crate::report::{Arg, Words};

/// The language that every message exists in.
const COMPLETE: &str = "nb";

type Bundle = FluentBundle<FluentResource>;

/// The messages of one interface language, its fallback behind it.
pub struct Texts {
    bundles: Vec<Bundle>,
    /// The messages that need no values, filled in once.
    said: HashMap<String, String>,
    /// The same for templates.
    plain: tera::Value,
    missing: Vec<String>,
}

/// A message file that could not be read: which, and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadMessages {
    /// The language whose file it is.
    pub lang: String,
    /// What the parser says.
    pub message: String,
}

impl Texts {
    /// Reads the messages of `lang` from `files` (language to file text).
    pub fn new(lang: &str, files: &BTreeMap<String, String>) -> Result<Texts, BadMessages> {
        let chain: &[&str] = if lang == COMPLETE { &[COMPLETE] } else { &[lang, COMPLETE] };
        let mut bundles = Vec::new();
        let mut ids: Vec<Vec<String>> = Vec::new();
        for name in chain {
            let source = files.get(*name).map_or("", String::as_str);
            let resource = parse(name, source)?;
            ids.push(message_ids(&resource));
            bundles.push(bundle(name, resource)?);
        }
        let complete = ids.pop().unwrap_or_default();
        let missing = match ids.first() {
            Some(own) => complete.iter().filter(|it| !own.contains(it)).cloned().collect(),
            None => Vec::new(),
        };
        let mut texts = Texts { bundles, said: HashMap::new(), plain: tera::Value::none(), missing };
        let said = texts.without_variables(&complete);
        texts.plain = tera::Value::from_serializable(&said);
        texts.said = said.into_iter().collect();
        Ok(texts)
    }

    /// The messages that need no values, as templates see them: `t.<id>`.
    pub fn plain(&self) -> tera::Value {
        self.plain.clone()
    }

    /// The ids that fall back to bokmål: what a translator has left to do.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// The message `id`; the id itself when no language has it.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message `id` with its variables filled in.
    pub fn say_with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        if let (true, Some(text)) = (values.is_empty(), self.said.get(id)) {
            return text.clone();
        }
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        self.format(id, &args, &mut Vec::new()).unwrap_or_else(|| id.to_owned())
    }

    /// The message `id`, if any language has it.
    pub fn find(&self, id: &str) -> Option<String> {
        self.format(id, &FluentArgs::new(), &mut Vec::new())
    }

    /// The message `id` about a number, which also chooses singular or plural.
    pub fn count(&self, id: &str, n: usize) -> String {
        self.say_with(id, &[("n", FluentValue::from(n))])
    }

    /// A date as people write it: «3. september 2026».
    pub fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month_{}", date.month()));
        self.say_with(
            "date",
            &[
                ("day", FluentValue::from(date.day().to_string())),
                ("month", FluentValue::from(month)),
                ("year", FluentValue::from(date.year().to_string())),
            ],
        )
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>, errors: &mut Vec<FluentError>) -> Option<String> {
        let (bundle, message) = self.bundles.iter().find_map(|it| Some((it, it.get_message(id)?)))?;
        let text = bundle.format_pattern(message.value()?, Some(args), errors);
        Some(text.into_owned())
    }

    fn without_variables(&self, ids: &[String]) -> BTreeMap<String, String> {
        let mut plain = BTreeMap::new();
        for id in ids {
            let mut errors = Vec::new();
            let text = self.format(id, &FluentArgs::new(), &mut errors);
            if let (Some(text), true) = (text, errors.is_empty()) {
                plain.insert(id.clone(), text);
            }
        }
        plain
    }
}

impl Words for Texts {
    fn words(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let value = |it: &Arg<'_>| match it {
            Arg::Number(n) => FluentValue::from(*n),
            Arg::Text(text) => FluentValue::from((*text).to_owned()),
        };
        let values: Vec<(&str, FluentValue<'_>)> = args.iter().map(|(name, it)| (*name, value(it))).collect();
        self.say_with(id, &values)
    }
}

fn parse(lang: &str, source: &str) -> Result<FluentResource, BadMessages> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let message = errors.first().map(ToString::to_string).unwrap_or_default();
        BadMessages { lang: lang.to_owned(), message }
    })
}

fn bundle(lang: &str, resource: FluentResource) -> Result<Bundle, BadMessages> {
    let bad = |message: String| BadMessages { lang: lang.to_owned(), message };
    let locale = lang.parse().map_err(|_| bad("not a language".to_owned()))?;
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // The marks that isolate values are for mixed writing directions; they
    // would end up in copied text, in mail subjects and in searches.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number));
    bundle.add_resource(resource).map_err(|errors| bad(errors.first().map(ToString::to_string).unwrap_or_default()))?;
    Ok(bundle)
}

/// Numbers as people read them; all else as it is.
fn number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    if let FluentValue::Number(it) = value { Some(grouped(&it.as_string())) } else { None }
}

fn message_ids(resource: &FluentResource) -> Vec<String> {
    use fluent_syntax::ast::Entry;
    let id = |entry: &Entry<&str>| match entry {
        Entry::Message(it) => Some(it.id.name.to_owned()),
        _ => None,
    };
    resource.entries().filter_map(id).collect()
}
