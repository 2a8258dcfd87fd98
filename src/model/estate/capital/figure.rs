//! The two numbers that must not be taken for each other.

/// Defines a number of cents that adds to nothing but its like.
macro_rules! figure {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub struct $name(i64);

        impl $name {
            pub(super) fn of(cents: i64) -> Self {
                Self(cents)
            }

            /// Cents a year, to be shown or compared. What is made of them is neither number any more.
            pub fn cents(self) -> i64 {
                self.0
            }
        }

        impl std::iter::Sum for $name {
            fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
                Self(each.fold(0, |sum, one| sum.saturating_add(one.0)))
            }
        }
    )*};
}

figure! {
    /// What rule 22(2) says of a year: (estimated cost − past contribution) ÷ expected life.
    RuleCents;
    /// What a year has to bring, so that the money is there when the work falls due.
    NeededCents;
}
