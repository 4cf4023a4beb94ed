//! Tables that count tilbud along two axes.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::value::{Cell, Column, Count, Kind, Row, Table};
use crate::model::{
    Alder, Home, KommuneId, ListKind, Liste, OrganisasjonType, Route, Scope, Slug, Term, TermId, Tilbud, TilbudId,
};

/// A way to divide tilbud. A tilbud can be in several places of one, or in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// The three levels of the pyramid.
    Level,
    /// Age bands: where the tilbud's ages overlap.
    Age,
    /// Groups at risk.
    Risk,
    /// Themes.
    Theme,
    /// Target groups.
    Target,
    /// Who gives it, by kind.
    Owner,
    /// For all children, or for children with special needs.
    Need,
    /// Districts of a kommune.
    District(KommuneId),
    /// Whether users take part.
    Participation,
    /// Whether it has been evaluated.
    Evaluation,
    /// Whether it is good practice.
    Practice,
}

/// The kinds of owners, in order; message `r_owner_<key>`.
const OWNERS: [&str; 8] =
    ["kommune", "interkommunal", "annen_kommune", "fylke", "region", "stat", "frivillig", "privat"];
/// The two sides of [`Axis::Need`]; message `r_need_<key>`.
const NEEDS: [&str; 2] = ["alle", "saerlige"];

/// A place of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// Its name for programs: the slug of a term or district.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The list that shows what is there.
    pub list: Option<ListKind>,
    /// The filter with which search finds what is there, as `niva=alle`; empty when there is none.
    pub filter: String,
}

/// The target group that the age band without ages stands for.
const PREGNANT: &str = "gravide";

/// The place of [`Axis::Risk`] for tilbud that name no group.
pub(super) const NO_GROUP: &str = "ingen";

impl Axis {
    /// Its places, in order.
    pub(super) fn places(self, desk: &Desk<'_>) -> Vec<Place> {
        let terms = |list: Liste, kind: fn(TermId) -> ListKind| -> Vec<Place> {
            let place =
                |(id, term): (TermId, &Term)| Place { list: Some(kind(id)), ..Place::term(desk, list, id, term) };
            desk.site.vokabular.terms(list).map(place).collect()
        };
        let plain = |list: Liste| -> Vec<Place> {
            desk.site.vokabular.terms(list).map(|(id, term)| Place::term(desk, list, id, term)).collect()
        };
        match self {
            Axis::Level => terms(Liste::Pyramideniva, ListKind::Niva),
            Axis::Age => terms(Liste::Aldersband, ListKind::Alder),
            Axis::Risk => {
                let mut places = terms(Liste::Risikogrupper, ListKind::Risikogruppe);
                places.push(Place { key: NO_GROUP.to_owned(), name: desk.say("r_no_group_named"), ..Place::default() });
                places
            }
            Axis::Theme => terms(Liste::Tema, ListKind::Tema),
            Axis::Target => terms(Liste::Malgrupper, ListKind::Malgruppe),
            Axis::Participation => plain(Liste::Brukermedvirkning),
            Axis::Evaluation => plain(Liste::Evaluering),
            Axis::Practice => plain(Liste::GodPraksis),
            Axis::Owner => Place::words(desk, "owner", &OWNERS),
            Axis::Need => Place::words(desk, "need", &NEEDS),
            Axis::District(id) => {
                let place = |(at, (slug, name)): (u16, &(Slug, Box<str>))| Place {
                    key: slug.as_str().to_owned(),
                    name: name.to_string(),
                    list: Some(ListKind::Bydel(at)),
                    ..Place::default()
                };
                (0..).zip(&desk.site.kommune(id).bydeler).map(place).collect()
            }
        }
    }

    /// A column for each place.
    pub(super) fn columns(self, desk: &Desk<'_>, kind: Kind) -> Vec<Column> {
        // «6–9 år (1.–4. trinn)» is too long above a number.
        let short = |it: &Place| it.name.split(" (").next().unwrap_or_default().to_owned();
        self.places(desk).into_iter().map(|it| Column { name: short(&it), key: it.key, kind }).collect()
    }

    /// The places that `tilbud` is in, each once.
    pub(super) fn of(self, desk: &Desk<'_>, tilbud: &Tilbud) -> Vec<usize> {
        let ids = |terms: &[TermId]| terms.iter().map(|it| usize::from(it.0)).collect::<Vec<_>>();
        match self {
            Axis::Level => tilbud.pyramideniva.iter().map(|it| usize::from(it.0)).collect(),
            Axis::Age => bands(desk, tilbud),
            Axis::Risk if tilbud.risikogrupper.is_empty() => vec![desk.site.vokabular.list(Liste::Risikogrupper).len()],
            Axis::Risk => ids(&tilbud.risikogrupper),
            Axis::Theme => ids(&tilbud.tema),
            Axis::Target => ids(&tilbud.malgrupper),
            Axis::Owner => vec![owner(desk, tilbud)],
            Axis::Need => vec![usize::from(is_special(tilbud))],
            Axis::Participation => {
                graded(desk, Liste::Brukermedvirkning, tilbud.brukermedvirkning.as_ref().map(|it| it.grad))
            }
            Axis::Evaluation => graded(desk, Liste::Evaluering, tilbud.evaluering.as_ref().map(|it| it.grad)),
            Axis::Practice => graded(desk, Liste::GodPraksis, tilbud.god_praksis.as_ref().map(|it| it.grad)),
            Axis::District(id) => districts(desk, id, tilbud),
        }
    }
}

impl Place {
    fn term(desk: &Desk<'_>, list: Liste, id: TermId, term: &Term) -> Place {
        let key = term.slug.as_str().to_owned();
        let filter = match (list, term.alder) {
            (Liste::Pyramideniva, _) => format!("niva={key}"),
            (Liste::Risikogrupper, _) => format!("risikogruppe={key}"),
            (Liste::Tema, _) => format!("tema={key}"),
            (Liste::Malgrupper, _) => format!("malgruppe={key}"),
            (Liste::Aldersband, Some((from, to))) => format!("alder={from}-{to}"),
            (Liste::Aldersband, None) => format!("malgruppe={PREGNANT}"),
            _ => String::new(),
        };
        Place { key, name: desk.term(list, id), list: None, filter }
    }

    fn words(desk: &Desk<'_>, prefix: &str, keys: &[&str]) -> Vec<Place> {
        let place = |key: &&str| Place {
            key: key.replace('_', "-"),
            name: desk.say(&format!("r_{prefix}_{key}")),
            ..Place::default()
        };
        keys.iter().map(place).collect()
    }
}

/// The place of a grade; what is not said is «ukjent».
fn graded(desk: &Desk<'_>, list: Liste, grade: Option<TermId>) -> Vec<usize> {
    grade.or_else(|| desk.site.vokabular.find(list, "ukjent")).map(|it| usize::from(it.0)).into_iter().collect()
}

/// Whether a tilbud is meant for children with special needs: a group at risk or of diagnoses is named.
fn is_special(tilbud: &Tilbud) -> bool {
    !tilbud.risikogrupper.is_empty() || !tilbud.diagnosegrupper.is_empty()
}

/// The age bands that a tilbud's ages overlap. A band without ages is pregnancy: the target group decides.
fn bands(desk: &Desk<'_>, tilbud: &Tilbud) -> Vec<usize> {
    let vokabular = &desk.site.vokabular;
    let pregnant = vokabular.find(Liste::Malgrupper, PREGNANT).is_some_and(|it| tilbud.malgrupper.contains(&it));
    let holds = |ages: Option<(u8, u8)>| match ages {
        Some((from, to)) => tilbud.alder.overlaps(Alder { fra: Some(from), til: Some(to) }),
        None => pregnant,
    };
    let bands = vokabular.list(Liste::Aldersband).iter().enumerate();
    bands.filter(|(_, band)| holds(band.alder)).map(|(at, _)| at).collect()
}

fn owner(desk: &Desk<'_>, tilbud: &Tilbud) -> usize {
    let country_wide = if let Home::Organisasjon(id) = tilbud.home { Some(id) } else { None };
    let kind = tilbud.eier.or(country_wide).map(|it| desk.site.organisasjon(it).kind);
    match (kind, tilbud.home) {
        (Some(OrganisasjonType::Frivillig), _) => 6,
        (Some(OrganisasjonType::Privat), _) => 7,
        (Some(OrganisasjonType::Interkommunal), _) => 1,
        (Some(OrganisasjonType::Helseforetak), _) | (_, Home::Stat) => 5,
        (_, Home::Kommune(id)) => match desk.scope {
            Scope::Kommune(here) if here != id => 2,
            _ => 0,
        },
        (_, Home::Fylke(_)) => 3,
        (_, Home::Region(_)) => 4,
        (_, Home::Organisasjon(_)) => 6,
    }
}

/// The districts of `kommune` that a tilbud covers or stands in; all of them when it covers the kommune.
fn districts(desk: &Desk<'_>, kommune: KommuneId, tilbud: &Tilbud) -> Vec<usize> {
    let all = desk.site.kommune(kommune).bydeler.len();
    let named = tilbud.dekning.bydeler.iter().chain(tilbud.steder.iter().filter_map(|it| it.bydel.as_ref()));
    let mut found: Vec<usize> = named.filter(|(it, _)| *it == kommune).map(|(_, at)| usize::from(*at)).collect();
    if found.is_empty() {
        return (0..all).collect();
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Which tilbud are in which place of two axes, found in one pass.
pub(super) struct Tally {
    cells: BTreeMap<(usize, usize), Vec<TilbudId>>,
    rows: BTreeMap<usize, Vec<TilbudId>>,
    /// The filter with which search finds what was counted; none when it cannot.
    within: Option<String>,
}

impl Tally {
    /// Counts `tilbud`.
    pub(super) fn new(desk: &Desk<'_>, rows: Axis, columns: Axis, tilbud: &[TilbudId]) -> Tally {
        let mut tally = Tally { cells: BTreeMap::new(), rows: BTreeMap::new(), within: None };
        for id in tilbud {
            let it = desk.site.tilbud(*id);
            let columns = columns.of(desk, it);
            for row in rows.of(desk, it) {
                tally.rows.entry(row).or_default().push(*id);
                for column in &columns {
                    tally.cells.entry((row, *column)).or_default().push(*id);
                }
            }
        }
        tally
    }

    /// The same, where search finds all that was counted with the filter `within`; all that the place shows
    /// when it is empty.
    pub(super) fn found_by(self, within: &str) -> Tally {
        Tally { within: Some(within.to_owned()), ..self }
    }

    /// The filters with which search finds what is in `places`; empty when it cannot.
    fn filters(&self, desk: &Desk<'_>, places: &[&Place]) -> String {
        let Some(within) = self.within.as_ref().filter(|_| desk.has_search()) else { return String::new() };
        if places.iter().any(|it| it.filter.is_empty()) {
            return String::new();
        }
        let all = [within.as_str()].into_iter().chain(places.iter().map(|it| it.filter.as_str()));
        let mut all: Vec<&str> = all.filter(|it| !it.is_empty()).collect();
        all.sort_unstable();
        // Two values of one facet mean either.
        let is_either = all.windows(2).any(|it| it[0].split('=').next() == it[1].split('=').next());
        if is_either { String::new() } else { all.join("&") }
    }

    /// What is in one place of both.
    pub(super) fn at(&self, row: usize, column: usize) -> &[TilbudId] {
        self.cells.get(&(row, column)).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is in one place of the rows, each tilbud once.
    pub(super) fn row(&self, row: usize) -> &[TilbudId] {
        self.rows.get(&row).map(Vec::as_slice).unwrap_or_default()
    }

    /// The counts as a table; the last column has each tilbud of the row once.
    pub(super) fn table(&self, desk: &Desk<'_>, id: &str, axes: (Axis, Axis), corner: &str) -> Table {
        let (rows, columns) = (axes.0.places(desk), axes.1.places(desk));
        let mut heads = vec![desk.column("gruppe", corner, Kind::Text)];
        heads.extend(axes.1.columns(desk, Kind::Number));
        heads.push(desk.column("i-alt", "r_col_total", Kind::Number));
        let row = |(at, place): (usize, &Place)| {
            let mut cells = vec![Cell::text(&*place.name)];
            cells.extend(columns.iter().enumerate().map(|(column, other)| {
                Cell::Count(desk.found_by(self.at(at, column).to_vec(), self.filters(desk, &[place, other])))
            }));
            cells.push(Cell::Count(self.total(desk, at, place)));
            Row::new(&*place.key, cells)
        };
        let rows = rows.iter().enumerate().map(row).collect();
        let caption = desk.say(&format!("r_table_{}", id.replace('-', "_")));
        let table = Table::new(id, caption, heads, rows);
        // Each tilbud is on one level, so that a row of them adds up.
        if axes.1 == Axis::Level { table } else { table.note(desk.say("r_note_once")) }
    }

    /// All of a row. A kommune has a page with just these, so they need not be listed again.
    fn total(&self, desk: &Desk<'_>, row: usize, place: &Place) -> Count {
        let tilbud = self.row(row).to_vec();
        let page = match (desk.scope, place.list) {
            // A district's list holds what is given there, not what covers the whole kommune.
            (_, Some(ListKind::Bydel(_))) => None,
            (Scope::Kommune(_), Some(kind)) if !tilbud.is_empty() && !desk.site.is_preview() => {
                Some(Route::List(desk.scope, kind))
            }
            _ => None,
        };
        Count { route: page, ..desk.found_by(tilbud, self.filters(desk, &[place])) }
    }
}
