//! Values on their way into a file of JSON.
//!
//! They are written as soon as they are made, and hundreds of thousands of them are: an object is a list of
//! fields, in the order in which they were put, and not a map.

use serde::{Serialize, Serializer};

/// A value.
pub(super) enum Json {
    Null,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    Word(&'static str),
    List(Vec<Json>),
    Object(Object),
}

/// Fields with their values.
#[derive(Default)]
pub(super) struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// An object with these fields, whatever their values.
    pub(super) fn of<const N: usize>(fields: [(&'static str, Json); N]) -> Object {
        Object(Vec::from(fields))
    }

    /// Puts a field, unless there is nothing to say. A field is put once.
    pub(super) fn put(&mut self, key: &'static str, value: impl Into<Json>) {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((key, value));
        }
    }

    /// Puts a field, whatever its value.
    pub(super) fn put_always(&mut self, key: &'static str, value: impl Into<Json>) {
        self.0.push((key, value.into()));
    }
}

impl Json {
    fn is_empty(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Text(it) => it.is_empty(),
            Json::Word(it) => it.is_empty(),
            Json::List(it) => it.is_empty(),
            Json::Object(it) => it.0.is_empty(),
            Json::Bool(_) | Json::Whole(_) | Json::Number(_) => false,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(it) => serializer.serialize_bool(*it),
            Json::Whole(it) => serializer.serialize_i64(*it),
            Json::Number(it) => serializer.serialize_f64(*it),
            Json::Text(it) => serializer.serialize_str(it),
            Json::Word(it) => serializer.serialize_str(it),
            Json::List(it) => serializer.collect_seq(it),
            Json::Object(it) => it.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl From<bool> for Json {
    fn from(it: bool) -> Json {
        Json::Bool(it)
    }
}

impl From<u8> for Json {
    fn from(it: u8) -> Json {
        Json::Whole(i64::from(it))
    }
}

impl From<i16> for Json {
    fn from(it: i16) -> Json {
        Json::Whole(i64::from(it))
    }
}

impl From<f64> for Json {
    fn from(it: f64) -> Json {
        Json::Number(it)
    }
}

impl From<String> for Json {
    fn from(it: String) -> Json {
        Json::Text(it)
    }
}

impl From<&str> for Json {
    fn from(it: &str) -> Json {
        Json::Text(it.to_owned())
    }
}

impl From<Object> for Json {
    fn from(it: Object) -> Json {
        Json::Object(it)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(it: Vec<T>) -> Json {
        Json::List(it.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(it: Option<T>) -> Json {
        it.map_or(Json::Null, Into::into)
    }
}
