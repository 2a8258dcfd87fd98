//! Closed lists that a person chooses from: an enum with its names in text and all its values in order.

/// Defines such an enum; the first value is the default.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$value_meta:meta])* $value:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $($(#[$value_meta])* $value,)*
        }

        impl $name {
            /// All values, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            const NAMES: &'static [&'static str] = &[$($text,)*];

            /// The name in text.
            pub fn as_str(self) -> &'static str {
                Self::NAMES[self as usize]
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = &'static str;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let at = Self::NAMES.iter().position(|name| *name == text);
                at.map(|at| Self::ALL[at]).ok_or(concat!("allowed: ", $($text, " ",)*))
            }
        }

        crate::id::serde_as_text!($name);
    };
}
pub(crate) use choice;
