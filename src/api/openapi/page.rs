//! The description of the API as a page: plain HTML, nothing from elsewhere, nothing inline.

use serde_json::Value;
use std::fmt::Write;

/// The page of an OpenAPI document.
pub(super) fn html(document: &Value) -> String {
    let mut page = format!(
        "<!doctype html><html lang=en-ZA><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>Codessa: the API</title><link rel=stylesheet href=\"{}\"><main><h1>{} {}</h1><p>{}</p>\
         <p><a href=\"{}\">OpenAPI 3.1</a></p>",
        super::STYLE,
        text(&document["info"]["title"]),
        text(&document["info"]["version"]),
        text(&document["info"]["description"]),
        super::JSON,
    );
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            write_operation(&mut page, path, method, operation);
        }
    }
    page.push_str("<h2>Shapes</h2>");
    for (name, shape) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let json = serde_json::to_string_pretty(shape).unwrap_or_default();
        push(
            &mut page,
            format_args!(
                "<section id=\"{0}\"><h3>{0}</h3><pre>{1}</pre></section>",
                escaped(name),
                linked(&escaped(&json))
            ),
        );
    }
    page.push_str("</main></html>");
    page
}

fn write_operation(page: &mut String, path: &str, method: &str, operation: &Value) {
    let (path, method) = (escaped(path), method.to_uppercase());
    push(page, format_args!("<section><h2><code>{method} {path}</code></h2><p>{}</p>", text(&operation["summary"])));
    push(page, format_args!("<dl><dt>Who</dt><dd>{}</dd>", text(&operation["description"])));
    for parameter in operation["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] == "query") {
        let (name, meaning) = (text(&parameter["name"]), text(&parameter["description"]));
        push(page, format_args!("<dt><code>?{name}</code></dt><dd>{meaning}</dd>"));
    }
    if let Some(takes) = shape(&operation["requestBody"]["content"]) {
        push(page, format_args!("<dt>Takes</dt><dd>{takes}</dd>"));
    }
    if let Some(gives) = shape(&operation["responses"]["200"]["content"]) {
        push(page, format_args!("<dt>Gives</dt><dd>{gives}</dd>"));
    }
    page.push_str("</dl></section>");
}

/// The name of a body's shape, as a link, or its media type.
fn shape(content: &Value) -> Option<String> {
    let (media, body) = content.as_object()?.iter().next()?;
    match body["schema"]["$ref"].as_str() {
        Some(reference) => Some(linked(&escaped(&format!("\"{reference}\""))).replace("&quot;", "")),
        None => Some(escaped(media)),
    }
}

/// Turns references to shapes into links.
fn linked(escaped: &str) -> String {
    let mut parts = escaped.split("#/components/schemas/");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("&quot;").unwrap_or((part, ""));
        push(&mut text, format_args!("<a href=\"#{name}\">{name}</a>&quot;{rest}"));
    }
    text
}

fn text(value: &Value) -> String {
    escaped(value.as_str().unwrap_or_default())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn push(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("a string takes everything");
}
