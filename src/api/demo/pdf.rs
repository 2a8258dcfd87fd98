//! Papers: a small writer of PDF 1.4 with Helvetica, rules and shaded bars, laid out from the top of an A4 page downwards.
//!
//! Source of the character widths: Adobe's metrics of the fourteen standard fonts (Helvetica.afm).

/// Points across and down of A4.
const PAGE: (f32, f32) = (595.0, 842.0);
/// Points left free at each edge.
const EDGE: f32 = 56.0;

/// A paper being written.
pub(super) struct Pdf {
    title: String,
    pages: Vec<String>,
    /// Points from the top at which the next line stands.
    y: f32,
}

/// Faces of the letters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Plain,
    Bold,
}

impl Pdf {
    /// An empty paper with a title of its own.
    pub(super) fn new(title: &str) -> Self {
        Self { title: title.to_owned(), pages: vec![String::new()], y: EDGE + 14.0 }
    }

    /// Moves down by `points`.
    pub(super) fn skip(&mut self, points: f32) {
        self.y += points;
    }

    /// A line of text at the left edge.
    pub(super) fn line(&mut self, face: Face, size: f32, text: &str) {
        self.put(EDGE, face, size, text);
        self.y += size * 1.4;
    }

    /// Text over the width of the page, broken between words; a line feed begins a new line.
    pub(super) fn text(&mut self, size: f32, text: &str) {
        for paragraph in text.split('\n') {
            let mut line = String::new();
            for word in paragraph.split(' ') {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if width(&longer, size) > PAGE.0 - 2.0 * EDGE {
                    self.line(Face::Plain, size, &line);
                    line = word.to_owned();
                } else {
                    line = longer;
                }
            }
            self.line(Face::Plain, size, &line);
        }
        self.y += size * 0.4;
    }

    /// A row: cells at their distances from the left edge; a negative distance is from the right edge, and right-aligned.
    pub(super) fn row(&mut self, face: Face, size: f32, cells: &[(f32, &str)]) {
        for (at, text) in cells {
            let x = if *at < 0.0 { PAGE.0 - EDGE + at - width(text, size) } else { EDGE + at };
            self.put(x, face, size, text);
        }
        self.y += size * 1.6;
    }

    /// A hairline across the page.
    pub(super) fn rule(&mut self) {
        let (right, y) = (PAGE.0 - EDGE, PAGE.1 - self.y + 8.0);
        self.page().push_str(&format!("0.6 w 0.55 G {EDGE} {y:.1} m {right} {y:.1} l S\n"));
        self.y += 8.0;
    }

    /// A coloured bar across the top of the page, red, green and blue from 0 to 1.
    pub(super) fn bar(&mut self, [red, green, blue]: [f32; 3]) {
        let (y, across) = (PAGE.1 - 18.0, PAGE.0);
        self.page().push_str(&format!("{red} {green} {blue} rg 0 {y} {across} 18 re f 0 g\n"));
    }

    /// Lines between points given in per cent of the page's width, from the left edge and downwards from the current line.
    pub(super) fn drawing(&mut self, heavy: f32, lines: &[&[(f32, f32)]]) {
        let unit = (PAGE.0 - 2.0 * EDGE) / 100.0;
        let top = PAGE.1 - self.y;
        for points in lines {
            let mut path = format!("{heavy} w 0.15 G ");
            for (number, (x, y)) in points.iter().enumerate() {
                let step = if number == 0 { 'm' } else { 'l' };
                path.push_str(&format!("{:.1} {:.1} {step} ", EDGE + x * unit, top - y * unit));
            }
            self.page().push_str(&path);
            self.page().push_str("S\n");
        }
    }

    /// A word beside a drawing, placed as its lines are.
    pub(super) fn label(&mut self, x: f32, y: f32, size: f32, text: &str) {
        let unit = (PAGE.0 - 2.0 * EDGE) / 100.0;
        let before = self.y;
        self.y += y * unit;
        self.put(EDGE + x * unit, Face::Plain, size, text);
        self.y = before;
    }

    fn page(&mut self) -> &mut String {
        if self.y > PAGE.1 - EDGE {
            self.pages.push(String::new());
            self.y = EDGE + 14.0;
        }
        self.pages.last_mut().expect("a paper has a page")
    }

    fn put(&mut self, x: f32, face: Face, size: f32, text: &str) {
        let page = self.page();
        let font = if face == Face::Bold { "F2" } else { "F1" };
        page.push_str(&format!("BT /{font} {size} Tf {x:.1} "));
        let y = PAGE.1 - self.y;
        let shown = escaped(text);
        self.page().push_str(&format!("{y:.1} Td ({shown}) Tj ET\n"));
    }

    /// The finished file.
    pub(super) fn finish(self) -> Vec<u8> {
        let count = self.pages.len();
        let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 6 + 2 * page)).collect();
        let font =
            |base: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>");
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R /Lang (en-ZA) >>".to_owned(),
            format!("<< /Type /Pages /Kids [{}] /Count {count} >>", kids.join(" ")),
            font("Helvetica"),
            font("Helvetica-Bold"),
            format!("<< /Title ({}) /Producer (Codessa demonstration) >>", escaped(&self.title)),
        ];
        for (number, content) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents {} 0 R /Resources << /Font << /F1 3 0 \
                 R /F2 4 0 R >> >> >>",
                PAGE.0,
                PAGE.1,
                7 + 2 * number
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
        }
        let mut file = "%PDF-1.4\n".to_owned();
        let mut table = String::from("0000000000 65535 f \n");
        for (number, object) in objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", file.len()));
            file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
        }
        let (start, size) = (file.len(), objects.len() + 1);
        file.push_str(&format!(
            "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n"
        ));
        file.into_bytes()
    }
}

/// Text as a string of the standard encoding, in ASCII: other characters are octal, unknown ones a question mark.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '(' | ')' | '\\' => out.extend(['\\', letter]),
            ' '..='~' => out.push(letter),
            '\u{a0}'..='ÿ' => out.push_str(&format!("\\{:03o}", u32::from(letter))),
            _ => out.push_str(match letter {
                '–' => "\\226",
                '—' => "\\227",
                '‘' => "\\221",
                '’' => "\\222",
                '“' => "\\223",
                '”' => "\\224",
                '•' => "\\225",
                'ℓ' => "l",
                _ => "?",
            }),
        }
    }
    out
}

/// Points across of `text`, in the plain face; the bold one is a little wider.
fn width(text: &str, size: f32) -> f32 {
    let thousandths: u32 = text.chars().map(|letter| u32::from(letter_width(letter))).sum();
    thousandths as f32 * size / 1000.0
}

fn letter_width(letter: char) -> u16 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '‘' | '’' => 222,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '/' | '!' | '\u{a0}' => 278,
        'r' | '(' | ')' | '-' | '“' | '”' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'F' | 'T' | 'Z' => 611,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 667,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 722,
        'G' | 'O' | 'Q' => 778,
        'm' | 'M' => 833,
        'W' => 944,
        _ => 556,
    }
}
