//! Makes the views of `render::view` from the model, one file a kind of page.

pub(super) mod card;
pub(super) mod contact;
pub(super) mod data;
pub(super) mod embed;
pub(super) mod home;
pub(super) mod hours;
pub(super) mod list;
pub(super) mod method;
pub(super) mod shell;
pub(super) mod side;
pub(super) mod tilbud;

use fluent_bundle::FluentValue;

use super::texts::Texts;
use super::view::{Link, Text};
use crate::model::{Lang, Route, Scope, Site, Tekst};

/// What every view is made from: the site, whose pages these are, and their language.
#[derive(Clone, Copy)]
pub(super) struct Ctx<'a> {
    pub(super) site: &'a Site,
    pub(super) texts: &'a Texts,
    pub(super) scope: Scope,
    pub(super) lang: Lang,
}

impl<'a> Ctx<'a> {
    /// A message without variables.
    pub(super) fn say(&self, id: &str) -> String {
        self.texts.say(id)
    }

    /// A message about a number.
    pub(super) fn count(&self, id: &str, n: usize) -> String {
        self.texts.count(id, n)
    }

    /// A message about one name.
    pub(super) fn say_name(&self, id: &str, name: &str) -> String {
        self.texts.say_with(id, &[("name", FluentValue::from(name))])
    }

    /// A text, with its language when that is another than the page's.
    pub(super) fn text(&self, it: &Tekst) -> Text {
        let (lang, text) = it.get(self.lang);
        Text { text: text.to_owned(), lang: self.other(lang) }
    }

    /// The tag of `lang` when it is not the page's language.
    pub(super) fn other(&self, lang: Lang) -> Option<&'static str> {
        (lang != self.lang).then(|| lang.tag())
    }

    /// A text that is already in the page's language.
    pub(super) fn own(&self, text: impl Into<String>) -> Text {
        Text { text: text.into(), lang: None }
    }

    /// A link to a page of the site.
    pub(super) fn link(&self, route: &Route, name: impl Into<String>) -> Link {
        Link { url: self.site.url(route), name: name.into(), lang: None }
    }

    /// A link whose name is a text of the content.
    pub(super) fn link_text(&self, route: &Route, name: &Tekst) -> Link {
        let name = self.text(name);
        Link { url: self.site.url(route), name: name.text, lang: name.lang }
    }

    /// The name of whose pages `scope` are; empty for the portal.
    pub(super) fn scope_name(&self, scope: Scope) -> String {
        scope_name(self.site, self.texts, self.lang, scope)
    }
}

/// The name of whose pages `scope` are; empty for the portal.
fn scope_name(site: &Site, texts: &Texts, lang: Lang, scope: Scope) -> String {
    match scope {
        Scope::Portal => String::new(),
        Scope::Stat => texts.say("stat"),
        Scope::Region(id) => site.region(id).navn.best(lang).to_owned(),
        Scope::Fylke(id) => site.fylke(id).navn.to_string(),
        Scope::Kommune(id) => site.kommune(id).navn.to_string(),
        Scope::Organisasjon(id) => site.organisasjon(id).navn.best(lang).to_owned(),
    }
}
