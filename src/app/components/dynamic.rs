//! Parts of a view that change, and what is done beside it. Each is boxed: the code that keeps it up to date is then there once, and not
//! once more for every part.

use leptos::prelude::*;

/// A part that is drawn anew whenever what it reads has changed.
pub fn dynamic<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || draw().into_any());
    draw.into_any()
}

/// Runs `act` now and whenever what it reads has changed.
pub fn whenever(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |_| act());
}

/// Its children, while `is` holds; drawn anew only when that changes.
#[component]
pub fn When(
    /// Whether they are shown.
    #[prop(into)]
    is: Signal<bool>,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let is = Memo::new(move |_| is.get());
    dynamic(move || if is.get() { children() } else { ().into_any() })
}
