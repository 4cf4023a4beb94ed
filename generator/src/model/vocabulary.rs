//! The model's words: lists of terms that records choose from. Content, not code.

use super::{Slug, Tekst};

/// One of the lists of `vokabular.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Liste {
    /// Levels of government that own tilbud.
    Forvaltningsniva,
    /// The three levels of the pyramid.
    Pyramideniva,
    /// Process levels of «Bedre tverrfaglig innsats».
    BtiNiva,
    /// The model's fourteen groups at risk.
    Risikogrupper,
    /// The six steps of the method.
    Metode,
    /// What is mapped in step 4.
    Kartlegges,
    /// Step 5's nine criteria.
    Vurderingskriterier,
    /// Whether users take part.
    Brukermedvirkning,
    /// Whether the tilbud has been evaluated.
    Evaluering,
    /// Whether it is part of good practice.
    GodPraksis,
    /// Whom a tilbud is for.
    Malgrupper,
    /// Age bands, derived from ages in years.
    Aldersband,
    /// Themes.
    Tema,
    /// Types of tilbud.
    Tilbudstype,
    /// How one gets it.
    Inngang,
    /// Whether it runs.
    Drift,
    /// Groups of diagnoses within mental health.
    Diagnosegrupper,
}

impl Liste {
    /// All lists, in the order of the file.
    pub const ALL: [Liste; 17] = [
        Liste::Forvaltningsniva,
        Liste::Pyramideniva,
        Liste::BtiNiva,
        Liste::Risikogrupper,
        Liste::Metode,
        Liste::Kartlegges,
        Liste::Vurderingskriterier,
        Liste::Brukermedvirkning,
        Liste::Evaluering,
        Liste::GodPraksis,
        Liste::Malgrupper,
        Liste::Aldersband,
        Liste::Tema,
        Liste::Tilbudstype,
        Liste::Inngang,
        Liste::Drift,
        Liste::Diagnosegrupper,
    ];

    /// The key in `vokabular.yaml`.
    pub fn key(self) -> &'static str {
        match self {
            Liste::Forvaltningsniva => "forvaltningsnivå",
            Liste::Pyramideniva => "pyramidenivå",
            Liste::BtiNiva => "bti_nivå",
            Liste::Risikogrupper => "risikogrupper",
            Liste::Metode => "metode",
            Liste::Kartlegges => "kartlegges",
            Liste::Vurderingskriterier => "vurderingskriterier",
            Liste::Brukermedvirkning => "brukermedvirkning",
            Liste::Evaluering => "evaluering",
            Liste::GodPraksis => "god_praksis",
            Liste::Malgrupper => "målgrupper",
            Liste::Aldersband => "aldersbånd",
            Liste::Tema => "tema",
            Liste::Tilbudstype => "tilbudstype",
            Liste::Inngang => "inngang",
            Liste::Drift => "drift",
            Liste::Diagnosegrupper => "diagnosegrupper",
        }
    }
}

/// A term by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u16);

/// One word of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name in files and addresses.
    pub slug: Slug,
    /// Its name for people.
    pub navn: Tekst,
    /// A shorter name, where there is little room.
    pub kort: Option<Tekst>,
    /// What it means.
    pub beskrivelse: Option<Tekst>,
    /// The model's own wording, letter for letter.
    pub ordrett: Option<Box<str>>,
    /// The words the public uses; they go into the search index.
    pub synonymer: Vec<Box<str>>,
    /// Step number (metode only).
    pub nr: Option<u8>,
    /// Ages in whole years, both ends included (aldersbånd only).
    pub alder: Option<(u8, u8)>,
    /// Chapter of ICD-10, for orientation (diagnosegrupper only).
    pub kode: Option<Box<str>>,
    /// `service.status` of HSDS 3.1 (drift only).
    pub hsds: Option<Box<str>>,
    /// Whether a visit to a page about it may reveal something private.
    pub sensitiv: bool,
}

/// Words and phrases that mean the same, for search (`synonymer.yaml`).
#[derive(Clone, Debug, PartialEq)]
pub struct Synonymgruppe {
    /// They find each other.
    pub ord: Vec<Box<str>>,
    /// Rarer ones, which lead to the others while nothing leads to them.
    pub folk_sier: Vec<Box<str>>,
}

/// All lists, and the words that people use besides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vokabular {
    // Indexed by `Liste as usize`.
    lists: [Vec<Term>; 17],
    /// Words that search takes for one another, and that belong to no term.
    pub synonymer: Vec<Synonymgruppe>,
}

impl Vokabular {
    /// A vocabulary with these lists, in the order of [`Liste::ALL`], and these synonyms.
    pub fn new(lists: [Vec<Term>; 17], synonymer: Vec<Synonymgruppe>) -> Vokabular {
        Vokabular { lists, synonymer }
    }

    /// The terms of one list.
    pub fn list(&self, list: Liste) -> &[Term] {
        &self.lists[list as usize]
    }

    /// One term. Panics when `id` is of another list: ids are only made by [`Vokabular::find`].
    pub fn term(&self, list: Liste, id: TermId) -> &Term {
        &self.lists[list as usize][usize::from(id.0)]
    }

    /// The term called `slug`.
    pub fn find(&self, list: Liste, slug: &str) -> Option<TermId> {
        let at = self.list(list).iter().position(|it| it.slug.as_str() == slug)?;
        u16::try_from(at).ok().map(TermId)
    }

    /// The terms of one list with their ids.
    pub fn terms(&self, list: Liste) -> impl Iterator<Item = (TermId, &Term)> {
        self.list(list).iter().zip(0..).map(|(term, at)| (TermId(at), term))
    }
}
