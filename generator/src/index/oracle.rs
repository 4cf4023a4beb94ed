//! tantivy over the same records and the same words: the ranking oracle.
//!
//! A full search library knows nothing of this domain, but what it finds our
//! engine must find too. It reads text with the engine's own analysis, so that
//! only the ranking differs. Far too large for the browser (660 KB).

use nettungen_search::format::Document;
use nettungen_search::text::{Stemmer, Tokens, fold, is_stop_word};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

/// The name of our analysis among tantivy's.
const ANALYSIS: &str = "nettungen";
/// The fields and what an occurrence in them counts.
const FIELDS: [(&str, f32); 6] =
    [("tittel", 6.0), ("sokeord", 4.5), ("sammendrag", 2.5), ("tekst", 1.0), ("organisasjon", 1.6), ("sted", 1.6)];

/// An index of tantivy's, in memory.
pub struct Oracle {
    searcher: Searcher,
    id: Field,
    fields: Vec<(Field, f32)>,
    stemmer: Stemmer,
}

impl Oracle {
    /// Indexes `documents`.
    ///
    /// # Errors
    ///
    /// Only when tantivy cannot get the memory it asks for.
    pub fn new(documents: &[Document]) -> tantivy::Result<Oracle> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STORED);
        let indexing =
            TextFieldIndexing::default().set_tokenizer(ANALYSIS).set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let fields: Vec<(Field, f32)> =
            FIELDS.iter().map(|(name, weight)| (schema.add_text_field(name, options.clone()), *weight)).collect();
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register(ANALYSIS, TextAnalyzer::from(Analysis));
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 20_000_000)?;
        for it in documents {
            let texts = [
                it.tittel.clone(),
                it.sokeord.join("; "),
                it.sammendrag.clone(),
                it.tekst.clone(),
                it.organisasjon.clone(),
                it.steder.join("; "),
            ];
            let mut document = TantivyDocument::default();
            document.add_text(id, &it.id);
            fields.iter().zip(texts).for_each(|((field, _), text)| document.add_text(*field, text));
            writer.add_document(document)?;
        }
        writer.commit()?;
        Ok(Oracle { searcher: index.reader()?.searcher(), id, fields, stemmer: Stemmer::new() })
    }

    /// The ids and scores of the `limit` records that fit best, best first.
    ///
    /// # Errors
    ///
    /// Only when tantivy's own index is broken.
    pub fn search(&self, q: &str, limit: usize) -> tantivy::Result<Vec<(String, f32)>> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for key in keys(&self.stemmer, q) {
            for (field, weight) in &self.fields {
                let term = TermQuery::new(Term::from_field_text(*field, &key), IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), *weight))));
            }
        }
        let best = TopDocs::with_limit(limit.max(1)).order_by_score();
        let found = self.searcher.search(&BooleanQuery::new(clauses), &best)?;
        let mut hits = Vec::new();
        for (score, address) in found {
            let document: TantivyDocument = self.searcher.doc(address)?;
            let id = document.get_first(self.id).and_then(|it| it.as_str()).unwrap_or_default();
            hits.push((id.to_owned(), score));
        }
        Ok(hits)
    }
}

/// The keys of the words of a query; stop words only when there is nothing else.
fn keys(stemmer: &Stemmer, q: &str) -> Vec<String> {
    let mut tokens = Tokens::new(q);
    let mut word = String::new();
    let (mut keys, mut stop_words) = (Vec::new(), Vec::new());
    while tokens.next(&mut word).is_some() {
        let folded = fold(&word);
        let list = if is_stop_word(&folded) { &mut stop_words } else { &mut keys };
        list.push(stemmer.key(&folded));
    }
    if keys.is_empty() { stop_words } else { keys }
}

/// The engine's analysis as one of tantivy's tokenizers.
#[derive(Clone)]
struct Analysis;

impl Tokenizer for Analysis {
    type TokenStream<'a> = Keys;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Keys {
        let stemmer = Stemmer::new();
        let mut words = Tokens::new(text);
        let mut word = String::new();
        let mut tokens = Vec::new();
        while let Some(span) = words.next(&mut word) {
            let text = stemmer.key(&fold(&word));
            tokens.push(Token {
                offset_from: span.start,
                offset_to: span.end,
                position: tokens.len(),
                text,
                position_length: 1,
            });
        }
        Keys { tokens, at: 0 }
    }
}

/// The keys of a text, one by one.
struct Keys {
    tokens: Vec<Token>,
    // One past the current one.
    at: usize,
}

impl TokenStream for Keys {
    fn advance(&mut self) -> bool {
        self.at += 1;
        self.at <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.at - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.at - 1]
    }
}
