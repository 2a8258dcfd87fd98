//! The app's manifest: `public/manifest.json` with the screenshots that there are, served as `/manifest.webmanifest`.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::asset::{Site, files};
use crate::place;

/// The source's name in `public`.
pub(crate) const SOURCE: &str = "manifest.json";

/// Where screenshots lie in `public`: `narrow-1-home.png` or `wide-2-systems.png`, told by the words in [`LABELS`].
const SCREENSHOTS: &str = "screenshots";

/// What a screenshot shows, by the last part of its name.
const LABELS: [(&str, &str); 5] = [
    ("home", "What needs you now, and when it is due"),
    ("logbook", "Everything done in the house, newest first"),
    ("add", "Log a repair with photos and the slip"),
    ("systems", "Every system by room, with its age"),
    ("system", "One system with its whole history"),
];

/// Adds the manifest after checking its pictures.
pub(crate) fn add(site: &mut Site) -> Result<()> {
    let public = place::root().join("public");
    let text = std::fs::read_to_string(public.join(SOURCE)).with_context(|| format!("public/{SOURCE} is missing"))?;
    let mut manifest: Value = serde_json::from_str(&text).with_context(|| format!("public/{SOURCE} is not JSON"))?;
    let icons = manifest["icons"].as_array().context("the manifest has no icons")?;
    let shortcuts = manifest["shortcuts"].as_array().into_iter().flatten();
    for icon in icons.iter().chain(shortcuts.flat_map(|shortcut| shortcut["icons"].as_array().into_iter().flatten())) {
        check_icon(&public, icon)?;
    }
    let pictures = files(&public.join(SCREENSHOTS))?;
    if !pictures.is_empty() {
        manifest["screenshots"] = pictures.iter().map(|file| screenshot(file)).collect::<Result<_>>()?;
    }
    site.add_named("manifest.webmanifest", manifest.to_string().as_bytes())?;
    Ok(())
}

/// A browser silently leaves out an icon that is missing or has another size, and with it the whole installation.
fn check_icon(public: &Path, icon: &Value) -> Result<()> {
    let path = icon["src"].as_str().context("an icon of the manifest has no src")?;
    let file = public.join(path.trim_start_matches('/'));
    let bytes = std::fs::read(&file).with_context(|| format!("the manifest names {path}, which cannot be read"))?;
    if path.ends_with(".png") {
        let (width, height) = png_size(&bytes).with_context(|| format!("{path} is not a PNG"))?;
        let size = format!("{width}x{height}");
        ensure!(icon["sizes"] == size, "{path} is {size}, the manifest says {}", icon["sizes"]);
    }
    Ok(())
}

fn screenshot(file: &Path) -> Result<Value> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = name.strip_suffix(".png").with_context(|| format!("{SCREENSHOTS}/{name} is not a .png"))?;
    let (form, subject) = (stem.split('-').next().unwrap_or_default(), stem.rsplit('-').next().unwrap_or_default());
    ensure!(["narrow", "wide"].contains(&form), "{SCREENSHOTS}/{name} begins neither with narrow nor with wide");
    let label = LABELS.iter().find(|(word, _)| *word == subject).map(|(_, label)| *label);
    let label = label.with_context(|| format!("LABELS has no words for {SCREENSHOTS}/{name}"))?;
    let (width, height) =
        png_size(&std::fs::read(file)?).with_context(|| format!("{SCREENSHOTS}/{name} is not a PNG"))?;
    Ok(json!({
        "src": format!("/{SCREENSHOTS}/{name}"),
        "sizes": format!("{width}x{height}"),
        "type": "image/png",
        "form_factor": form,
        "label": label,
    }))
}

/// Width and height in pixels, from the header chunk that every PNG begins with.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    Some((number(0)?, number(4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a PNG of 360 by 780 pixels.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x68\0\0\x03\x0c";

    fn check<T>(name: &str, bytes: &[u8], with: impl Fn(&Path, &Path) -> Result<T>) -> Result<T> {
        let folder = std::env::temp_dir().join(format!("codessa-manifest-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        std::fs::write(&file, bytes)?;
        let outcome = with(&folder, &file);
        std::fs::remove_dir_all(&folder)?;
        outcome
    }

    #[test]
    fn the_system_paints_the_colour_that_the_app_will_have() {
        let read =
            |file: &str| std::fs::read_to_string(place::root().join(file)).expect("the file is in the repository");
        let tokens = read("style/tokens.css");
        let papers: Vec<_> = tokens.split("--paper: ").skip(1).filter_map(|rest| rest.split(';').next()).collect();
        let manifest: Value = serde_json::from_str(&read("public/manifest.json")).expect("it is JSON");
        assert_eq!(manifest["theme_color"], papers[0]);
        assert_eq!(manifest["background_color"], papers[0]);
        for (colour, scheme) in [(papers[0], "light"), (papers[1], "dark")] {
            let meta =
                format!(r#"<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {scheme})">"#);
            assert!(read("public/index.html").contains(&meta), "public/index.html lacks {meta}");
        }
    }

    #[test]
    fn a_screenshot_is_listed_with_its_size() {
        let listed = check("narrow-1-home.png", PNG, |_, file| screenshot(file)).expect("it is well named");
        assert_eq!(listed["sizes"], "360x780");
        assert_eq!(listed["form_factor"], "narrow");
        assert_eq!(listed["src"], "/screenshots/narrow-1-home.png");
    }

    #[test]
    fn a_screenshot_without_form_words_or_size_is_refused() {
        for (name, bytes) in [("home.png", PNG), ("narrow-1-attic.png", PNG), ("wide-1-home.png", b"GIF89a".as_slice())]
        {
            assert!(check(name, bytes, |_, file| screenshot(file)).is_err(), "{name}");
        }
    }

    #[test]
    fn an_icon_of_another_size_is_refused() {
        for (sizes, right) in [("360x780", true), ("192x192", false)] {
            let icon = json!({ "src": "/icon.png", "sizes": sizes });
            assert_eq!(check("icon.png", PNG, |folder, _| check_icon(folder, &icon)).is_ok(), right, "{sizes}");
        }
        assert!(check("other.png", PNG, |folder, _| check_icon(folder, &json!({ "src": "/icon.png" }))).is_err());
    }
}
