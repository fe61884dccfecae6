//! SVG documents: taken only if they are drawings of their own and of a size that can be drawn in no time.

use std::collections::HashMap;

use roxmltree::{Document, Node, ParsingOptions};

/// The longest document that is read, in bytes.
pub(super) const LONGEST_DOCUMENT: u64 = 4 << 20;
/// The most elements a drawing may have once everything it uses again is written out.
const MOST_ELEMENTS: u64 = 50_000;
/// How deep its groups may lie in one another.
const DEEPEST: usize = 200;
/// How often what is used again may itself use something again.
const LONGEST_CHAIN: usize = 16;
/// The most pixels, millimetres or the like a side may have.
const LONGEST_SIDE: f64 = 100_000.0;

/// Whether a document is a drawing that asks for nothing outside itself and does not take long to draw.
pub(super) fn is_harmless(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_ELEMENTS as u32,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Document::parse_with_options(text, options).is_ok_and(|document| {
        let root = document.root_element();
        root.tag_name().name() == "svg"
            && has_sensible_size(&root)
            && is_shallow(&document)
            && !document.descendants().any(|node| shows_a_file(&node))
            && is_short(&document)
    })
}

fn has_sensible_size(root: &Node<'_, '_>) -> bool {
    ["width", "height", "viewBox"].iter().all(|name| {
        let value = root.attribute(*name).unwrap_or_default();
        // "100%", "12.5mm" and "0 0 640 480" alike.
        let is_digit = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | 'e' | '+' | '-');
        value
            .split(|sign: char| !is_digit(sign))
            .filter_map(|number| number.trim_end_matches('e').parse::<f64>().ok())
            .all(|number| number.abs() <= LONGEST_SIDE)
    })
}

/// Whether it brings a picture from elsewhere, or one of its own that would have to be looked at in turn.
fn shows_a_file(node: &Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "image" | "feImage")
}

/// Groups in groups are drawn by a function that calls itself.
fn is_shallow(document: &Document<'_>) -> bool {
    let mut depths: HashMap<_, usize> = HashMap::new();
    document.descendants().all(|node| {
        // Parents come before their children.
        let above = node.parent().and_then(|parent| depths.get(&parent.id()));
        let depth = above.map_or(0, |above| above + 1);
        let _ = depths.insert(node.id(), depth);
        depth <= DEEPEST
    })
}

/// Whether it stays short when everything that is used again is written out.
fn is_short(document: &Document<'_>) -> bool {
    let nodes: Vec<_> = document.descendants().collect();
    let place_of: HashMap<_, _> = nodes
        .iter()
        .enumerate()
        .map(|(place, node)| (node.id(), place))
        .collect();
    let named: HashMap<_, _> = nodes
        .iter()
        .enumerate()
        .filter_map(|(place, node)| Some((node.attribute("id")?, place)))
        .collect();
    let used = |node: &Node<'_, '_>| {
        let mut links = node.attributes().filter(|found| found.name() == "href");
        let link = links.find_map(|link| link.value().trim().strip_prefix('#'))?;
        named
            .get(link)
            .copied()
            .filter(|_| node.tag_name().name() == "use")
    };
    let used: Vec<Option<usize>> = nodes.iter().map(used).collect();
    let parents: Vec<Option<usize>> = nodes
        .iter()
        .map(|node| place_of.get(&node.parent()?.id()).copied())
        .collect();

    // What is used may come later, and use something itself: each round knows one step more.
    let mut costs = vec![1_u64; nodes.len()];
    for _ in 0..LONGEST_CHAIN {
        let mut next = vec![1_u64; nodes.len()];
        for place in (0..nodes.len()).rev() {
            let again = used.get(place).copied().flatten();
            let again = again
                .and_then(|target| costs.get(target))
                .copied()
                .unwrap_or(0);
            let Some(own) = next.get_mut(place) else {
                continue;
            };
            *own = own.saturating_add(again);
            let own = *own;
            let parent = parents.get(place).copied().flatten();
            if let Some(parent) = parent.and_then(|parent| next.get_mut(parent)) {
                *parent = parent.saturating_add(own);
            }
        }
        if next.first().is_some_and(|whole| *whole > MOST_ELEMENTS) {
            return false;
        }
        if next == costs {
            return true;
        }
        costs = next;
    }
    // What still grows uses itself.
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(inside: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 64 48'>{inside}</svg>"
        )
    }

    #[test]
    fn plain_drawings_are_taken() {
        for text in [
            drawing(""),
            drawing("<path d='M0 0h4v4z'/><g id='a'><circle r='2'/></g><use href='#a'/>"),
            drawing("<use xlink:href='#later'/><use href='#nowhere'/><g id='later'/>"),
            "\u{feff}<svg width='12.5mm' height='100%'/>".to_owned(),
            format!("<!DOCTYPE svg PUBLIC 'x' 'y'>{}", drawing("<path/>")),
            drawing(&format!("{}{}", "<g>".repeat(150), "</g>".repeat(150))),
        ] {
            assert!(is_harmless(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_would_take_long_or_look_elsewhere_is_not() {
        let laughs: String = (1..12)
            .map(|i| {
                let uses = format!("<use href='#a{}'/>", i - 1).repeat(10);
                format!("<g id='a{i}'>{uses}</g>")
            })
            .collect();
        let chain: String = (1..40)
            .map(|i| format!("<g id='a{i}'><use href='#a{}'/></g>", i - 1))
            .collect();
        for text in [
            String::new(),
            "GIF89a".to_owned(),
            "<html/>".to_owned(),
            drawing("<g>"),
            drawing("<image href='/etc/passwd'/>"),
            drawing("<filter><feImage xlink:href='x.png'/></filter>"),
            drawing(&format!("<g id='a0'/>{laughs}")),
            drawing(&chain),
            drawing("<g id='a'><use href='#a'/></g>"),
            drawing("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"),
            drawing(&format!("{}{}", "<g>".repeat(300), "</g>".repeat(300))),
            drawing(&"<g/>".repeat(60_000)),
            "<svg width='1000000'/>".to_owned(),
            "<svg viewBox='0 0 1e9 1'/>".to_owned(),
        ] {
            let short: String = text.chars().take(200).collect();
            assert!(!is_harmless(text.as_bytes()), "{short}");
        }
        assert!(!is_harmless(&[0x1f, 0x8b, 8, 0]), "packed");
    }
}
