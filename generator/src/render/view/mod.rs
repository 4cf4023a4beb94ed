//! What templates may see: flat values, all words already chosen and all
//! addresses already computed. `docs/theme-contract.md` describes them.
//!
//! Every page gets `t` (the interface's words), `shell` ([`Shell`]), `page`
//! ([`Page`]) and one `view` of its own kind.

pub mod data;
pub mod embed;
pub mod home;
pub mod list;
pub mod pages;
pub mod tilbud;

use serde::Serialize;

/// A text, and its language when that is another than the page's.
#[derive(Clone, Debug, Serialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// BCP 47 tag for the `lang` attribute; none when it is the page's language.
    pub lang: Option<&'static str>,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// Where to.
    pub url: String,
    /// What it is called.
    pub name: String,
    /// Language of the name when it is another than the page's.
    pub lang: Option<&'static str>,
}

/// A link to a list, with how many it holds.
#[derive(Clone, Debug, Serialize)]
pub struct CountLink {
    /// Where to.
    pub url: String,
    /// What it is called.
    pub name: String,
    /// What it means, or the words people use; may be empty.
    pub note: String,
    /// How many tilbud: «12 tilbud».
    pub count: String,
    /// The same number alone.
    pub n: usize,
}

/// An entry of the main menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuLink {
    /// Where to.
    pub url: String,
    /// What it is called.
    pub name: String,
    /// Which page it is, to compare with `page.here`.
    pub id: &'static str,
}

/// A number for emergencies.
#[derive(Clone, Debug, Serialize)]
pub struct EmergencyNumber {
    /// As people write it.
    pub number: String,
    /// `tel:` address.
    pub href: String,
    /// Who answers.
    pub name: Text,
}

/// What all pages of one scope (the portal, a kommune, an organisation) share.
#[derive(Clone, Debug, Serialize)]
pub struct Shell {
    /// Language of the pages.
    pub lang: &'static str,
    /// First page of the scope.
    pub home_url: String,
    /// Name of the portal.
    pub portal_name: String,
    /// First page of the portal; none when a kommune's site stands alone.
    pub portal_url: Option<String>,
    /// Name of the kommune or other body; empty on the portal.
    pub name: String,
    /// The style sheet.
    pub css_url: String,
    /// The kommune's own colours, when it has any.
    pub brand_url: Option<String>,
    /// The kommune's own logo, when it has one.
    pub logo_url: Option<String>,
    /// The site's icon.
    pub icon_url: String,
    /// The script that every page uses.
    pub script_url: String,
    /// Where «Forlat siden» leads.
    pub leave_url: String,
    /// The main menu.
    pub menu: Vec<MenuLink>,
    /// The kommune is fictional.
    pub example: bool,
    /// Numbers for emergencies.
    pub emergency: Vec<EmergencyNumber>,
    /// Links at the bottom about the site.
    pub about: Vec<Link>,
    /// Links at the bottom for those who plan.
    pub planning: Vec<Link>,
    /// The statement on accessibility, when there is one.
    pub accessibility_url: Option<String>,
    /// `mailto:` for feedback, when there is an address.
    pub feedback_url: Option<String>,
    /// Who publishes these pages.
    pub publisher: String,
    /// Words that scripts need, as JSON that is safe inside `<script>`.
    pub words_html: String,
    /// The component `foot`, drawn; empty while that is being drawn.
    pub foot_html: String,
}

/// What is particular to one page, whatever its kind.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Page {
    /// For `<title>`; neutral on sensitive pages.
    pub title: String,
    /// For search engines; may be empty.
    pub description: String,
    /// The page's one address, when the base address is known.
    pub canonical: Option<String>,
    /// Search engines are asked to leave it out.
    pub noindex: bool,
    /// «Forlat siden» is shown.
    pub leave: bool,
    /// The strip with numbers for emergencies is shown at the top.
    pub urgent: bool,
    /// The way down to this page, without the page itself.
    pub crumbs: Vec<Link>,
    /// Entry of the main menu this page is.
    pub here: &'static str,
    /// Scripts the page uses, as addresses of modules.
    pub scripts: Vec<String>,
    /// The feed of what was controlled last; on first pages.
    pub feed_url: Option<String>,
    /// Tells the browser how to search here; on first pages, when the base address is known.
    pub open_search_url: Option<String>,
}
