//! Reading what travels as JSON: letters by a table of their fields, ids and choices by one visitor of text.
//!
//! Derived code does the same, several times larger, and every phone downloads it before its first screen.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A letter, or a part of one, whose absent fields are those of its default.
pub trait Fielded<'de>: Default {
    /// Names of its fields, those first that must be there; at most 64.
    const NAMES: &'static [&'static str];
    /// How many must be there.
    const REQUIRED: usize;

    /// Reads the value of the field that stands at `field` in the names.
    fn read<A: MapAccess<'de>>(&mut self, field: usize, from: &mut A) -> Result<(), A::Error>;
}

/// Writes down the fields of a letter, by their names in JSON and in Rust, and with that how it is read. A field that the table does not name is
/// skipped; one that comes twice is refused, and so is a letter without one of those that it `requires`.
#[macro_export]
macro_rules! fielded {
    ($letter:ident { $($name:literal => $field:ident),* $(,)? }) => {
        $crate::fielded!($letter requires {} { $($name => $field),* });
    };
    ($letter:ident requires { $($must:literal => $must_field:ident),* $(,)? } { $($name:literal => $field:ident),* $(,)? }) => {
        impl<'de> $crate::read::Fielded<'de> for $letter {
            const NAMES: &'static [&'static str] = &[$($must,)* $($name),*];
            const REQUIRED: usize = { const MUST: &[&str] = &[$($must),*]; MUST.len() };

            fn read<A: serde::de::MapAccess<'de>>(&mut self, field: usize, from: &mut A) -> Result<(), A::Error> {
                #[expect(non_camel_case_types, reason = "they are named as the fields, to number them")]
                enum At { $($must_field,)* $($field),* }
                $(
                    if field == At::$must_field as usize {
                        return $crate::read::value(from, &mut self.$must_field);
                    }
                )*
                $(
                    if field == At::$field as usize {
                        return $crate::read::value(from, &mut self.$field);
                    }
                )*
                Ok(())
            }
        }

        impl<'de> serde::Deserialize<'de> for $letter {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::read::letter(from)
            }
        }
    };
}
pub use fielded;

/// Reads one value into its field. Never made a part of its caller: fields of one type share it.
#[inline(never)]
pub fn value<'de, T: Deserialize<'de>, A: MapAccess<'de>>(from: &mut A, into: &mut T) -> Result<(), A::Error> {
    *into = from.next_value()?;
    Ok(())
}

/// Reads a letter.
pub fn letter<'de, T: Fielded<'de>, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    const { assert!(T::NAMES.len() <= u64::BITS as usize, "the fields that were read are noted in 64 bits") };
    from.deserialize_map(Letter(PhantomData))
}

struct Letter<T>(PhantomData<T>);

impl<'de, T: Fielded<'de>> Visitor<'de> for Letter<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut letter = T::default();
        let (mut seen, mut next) = (0_u64, 0);
        while let Some(field) = map.next_key_seed(Name { names: T::NAMES, next })? {
            let Some(field) = field else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            if seen & (1 << field) != 0 {
                return Err(A::Error::duplicate_field(T::NAMES[field]));
            }
            (seen, next) = (seen | 1 << field, field + 1);
            letter.read(field, &mut map)?;
        }
        match (0..T::REQUIRED).find(|field| seen & (1 << field) == 0) {
            Some(missing) => Err(A::Error::missing_field(T::NAMES[missing])),
            None => Ok(letter),
        }
    }
}

/// Reads a name and finds where it stands; none if it does not.
struct Name {
    names: &'static [&'static str],
    /// Fields mostly come in one order: the one that is looked at first.
    next: usize,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<usize>, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<usize>, E> {
        if self.names.get(self.next) == Some(&text) {
            return Ok(Some(self.next));
        }
        Ok(self.names.iter().position(|name| *name == text))
    }
}

/// Reads text and takes it apart with `parse`.
pub fn text<'de, T, D: Deserializer<'de>>(
    from: D,
    parse: impl Fn(&str) -> Result<T, &'static str>,
) -> Result<T, D::Error> {
    let mut read = None;
    let mut keep = |text: &str| parse(text).map(|value| read = Some(value));
    from.deserialize_str(Text(&mut keep))?;
    read.ok_or_else(|| D::Error::custom("text is missing"))
}

/// One for all types, so that it is compiled once.
struct Text<'a>(&'a mut dyn FnMut(&str) -> Result<(), &'static str>);

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    #[derive(Debug, Default, PartialEq, Serialize)]
    struct Pair {
        #[serde(rename = "type")]
        sort: String,
        count: Option<u32>,
    }
    fielded!(Pair { "type" => sort, "count" => count });

    #[derive(Debug, Default, PartialEq, Serialize)]
    struct Known {
        id: u32,
        name: String,
    }
    fielded!(Known requires { "id" => id } { "name" => name });

    #[test]
    fn a_letter_without_what_it_requires_is_refused_by_that_name() {
        assert_eq!(serde_json::from_str::<Known>(r#"{"name":"a","id":1}"#).expect("whole").id, 1);
        let error = serde_json::from_str::<Known>(r#"{"name":"a"}"#).expect_err("no id");
        assert!(error.to_string().contains("`id`"), "{error}");
    }

    fn pair(sort: &str, count: Option<u32>) -> Pair {
        Pair { sort: sort.to_owned(), count }
    }

    #[test]
    fn fields_come_in_any_order_and_absent_ones_are_the_default() {
        let rows = [
            ("{}", pair("", None)),
            (r#"{"type":"a","count":2}"#, pair("a", Some(2))),
            (r#"{"count":null,"later":[{"type":1}],"type":"a"}"#, pair("a", None)),
            (r#"{"\u0074ype":"a"}"#, pair("a", None)),
        ];
        for (text, expected) in rows {
            assert_eq!(serde_json::from_str::<Pair>(text).expect(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_such_letter_is_refused() {
        for wrong in ["[]", "1", r#""a""#, r#"{"type":1}"#, r#"{"count":"2"}"#, r#"{"type":"a","type":"b"}"#, "{"] {
            assert!(serde_json::from_str::<Pair>(wrong).is_err(), "{wrong}");
        }
    }
}
