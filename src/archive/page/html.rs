//! Writing HTML in which no text can be taken for markup: markup is what stands in the source, everything else is escaped.

/// A page as it is written.
#[derive(Default)]
pub(super) struct Html {
    text: String,
}

impl Html {
    /// Markup, as it stands in the source.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Text, or the value of an attribute between double quotes.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                // A carriage return or a nul is no character of HTML.
                c if c.is_control() && c != '\n' && c != '\t' => self.text.push('\u{fffd}'),
                c => self.text.push(c),
            }
        }
        self
    }

    /// An element with text in it; nothing at all where the text is blank.
    pub(super) fn line(&mut self, name: &'static str, class: &'static str, text: &str) -> &mut Self {
        if text.trim().is_empty() {
            return self;
        }
        self.part(name, class, |html| _ = html.text(text))
    }

    /// An element with whatever `inside` writes.
    pub(super) fn part(
        &mut self,
        name: &'static str,
        class: &'static str,
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.raw("<").raw(name);
        if !class.is_empty() {
            self.raw(" class=\"").raw(class).raw("\"");
        }
        // Without this mark, text in a script that runs from right to left would turn the line that it stands in.
        self.raw(if matches!(name, "p" | "h3" | "h4" | "td" | "dd" | "figcaption") { " dir=\"auto\">" } else { ">" });
        inside(self);
        self.raw("</").raw(name).raw(">")
    }

    /// A term and what it is; nothing where that is blank.
    pub(super) fn fact(&mut self, term: &str, value: &str) -> &mut Self {
        if value.trim().is_empty() {
            return self;
        }
        self.raw("<div>").line("dt", "", term).line("dd", "", value).raw("</div>\n")
    }

    /// A link to a file of the archive.
    pub(super) fn file_link(&mut self, path: &str, inside: impl FnOnce(&mut Self)) -> &mut Self {
        self.raw("<a rel=\"noreferrer\" href=\"").address(path).raw("\">");
        inside(self);
        self.raw("</a>")
    }

    /// The address of a file of the archive: every byte that is not plain is written as its code.
    pub(super) fn address(&mut self, path: &str) -> &mut Self {
        for byte in path.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'+' | b'@' => {
                    self.text.push(byte.into())
                }
                _ => self.text.push_str(&format!("%{byte:02X}")),
            }
        }
        self
    }

    /// The page.
    pub(super) fn done(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    /// The texts that the tests of server and browser go by too.
    #[test]
    fn two_hundred_hostile_texts_open_no_element_and_leave_no_attribute() {
        let texts: Vec<String> = serde_json::from_str(include_str!("../../../end2end/hostile.json")).expect("texts");
        for text in &texts {
            let mut html = Html::default();
            html.line("p", "note", text).file_link(text, |html| _ = html.text(text));
            let page = html.done();
            assert_eq!((page.matches('<').count(), page.matches('"').count()), (4, 8), "{page}");
        }
    }

    #[test]
    fn text_is_never_markup() {
        let mut html = Html::default();
        html.line("p", "note", "<script>alert('x')</script> & \"y\"\r");
        let expected = "<p class=\"note\" dir=\"auto\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;\u{fffd}</p>";
        assert_eq!(html.done(), expected);
        let mut html = Html::default();
        html.file_link("files/ab/a b#?%\"é.jpg", |html| _ = html.text("a"));
        assert_eq!(html.done(), "<a rel=\"noreferrer\" href=\"files/ab/a%20b%23%3F%25%22%C3%A9.jpg\">a</a>");
    }
}
