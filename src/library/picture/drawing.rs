//! SVG documents: taken only if they are drawings of their own that can be drawn in little time and memory, and painted
//! beside the window.

use std::collections::{HashMap, HashSet};
use std::thread;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use roxmltree::{Attribute, Document, Node, ParsingOptions};

/// The longest document that is read, in bytes.
pub(super) const LONGEST_DOCUMENT: u64 = 4 << 20;
/// The most elements a drawing may have once everything it uses again is written out.
const MOST_ELEMENTS: u64 = 50_000;
/// How deep its groups may lie in one another, with everything it uses again written out. Each may take a layer as large
/// as the picture.
const DEEPEST: usize = 40;
/// How often what is used again may itself use something again.
const LONGEST_CHAIN: usize = 16;
/// The most pixels, millimetres or the like a side may have.
const LONGEST_SIDE: f64 = 100_000.0;
/// Room for what calls itself for everything that lies in something else, in bytes. Of this no more is taken than is
/// used.
const ROOM: usize = 256 << 20;

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
    let is_harmless = with_room(|| {
        Document::parse_with_options(text, options).is_ok_and(|document| {
            let root = document.root_element();
            let named = document.descendants().filter(|node| !is_gradient(node));
            let drawn = named.filter_map(|node| node.attribute("id")).collect();
            root.tag_name().name() == "svg"
                && has_sensible_size(&root)
                && document.descendants().all(|node| is_plain(&node, &drawn))
                && is_short(&document)
        })
    });
    is_harmless.unwrap_or(false)
}

/// Paints a harmless drawing, with a longer side of so many pixels: its columns, rows, and pixels as red, green, blue and
/// opacity. None of what cannot be painted after all.
pub(super) fn paint(document: &[u8], side: u32) -> Option<(u32, u32, Vec<u8>)> {
    with_room(|| {
        let mut options = Options::default();
        if document.windows(5).any(|word| word == b"<text") {
            options.fontdb_mut().load_system_fonts();
        }
        let tree = Tree::from_data(document, &options).ok()?;
        let size = tree.size();
        let scale = side as f32 / size.width().max(size.height());
        let pixels = |length: f32| ((length * scale).round() as u32).clamp(1, side);
        let mut picture = Pixmap::new(pixels(size.width()), pixels(size.height()))?;
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut picture.as_mut(),
        );
        let rgba = picture.pixels().iter().flat_map(|pixel| {
            let pixel = pixel.demultiply();
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        });
        Some((picture.width(), picture.height(), rgba.collect()))
    })?
}

/// Does something on a thread with much room. None if that fails.
fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(ROOM);
        thread.spawn_scoped(scope, work).ok()?.join().ok()
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

/// Whether an element may be in a drawing. It may bring no picture from elsewhere, nor one of its own that would have to
/// be looked at in turn; and nothing that is drawn again and again for the one who uses it and all that lies in it.
/// `drawn` are the names of what is more than a colour.
fn is_plain(node: &Node<'_, '_>, drawn: &HashSet<&str>) -> bool {
    match node.tag_name().name() {
        "image" | "feImage" | "filter" | "marker" | "pattern" => false,
        // For whom a style is cannot be told here.
        "style" => node
            .children()
            .filter_map(|inside| inside.text())
            .flat_map(linked)
            .all(|id| !drawn.contains(id)),
        _ => true,
    }
}

fn is_gradient(node: &Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "linearGradient" | "radialGradient")
}

/// The names of what a style links to, as in `fill: url(#name)`.
fn linked(style: &str) -> impl Iterator<Item = &str> {
    style.split("url(").skip(1).filter_map(|link| {
        let (link, _) = link.split_once(')')?;
        let link = link.trim().trim_matches(['\'', '"']).trim();
        link.strip_prefix('#')
    })
}

/// The names of what an attribute links to.
fn links_of<'a>(attribute: &Attribute<'a, '_>) -> Vec<&'a str> {
    let whole = match attribute.name() {
        "href" => attribute.value().trim().strip_prefix('#'),
        _ => None,
    };
    linked(attribute.value()).chain(whole).collect()
}

/// What it takes to draw something, with everything it uses again written out.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cost {
    elements: u64,
    depth: usize,
}

impl Cost {
    const ONE: Self = Self {
        elements: 1,
        depth: 1,
    };

    /// Takes something in that is drawn for it.
    fn add(&mut self, inside: Self) {
        self.elements = self.elements.saturating_add(inside.elements);
        self.depth = self.depth.max(inside.depth.saturating_add(1));
    }

    fn is_small(&self) -> bool {
        // The document itself is above its first element.
        self.elements <= MOST_ELEMENTS && self.depth <= DEEPEST + 1
    }
}

/// Whether it stays short and shallow when everything that is used again is written out.
fn is_short(document: &Document<'_>) -> bool {
    let nodes: Vec<_> = document.descendants().collect();
    let place_of: HashMap<_, _> = nodes
        .iter()
        .enumerate()
        .map(|(place, node)| (node.id(), place))
        .collect();
    // Of two with the same name either may be meant.
    let mut named: HashMap<_, Vec<usize>> = HashMap::new();
    for (place, node) in nodes.iter().enumerate() {
        if let Some(id) = node.attribute("id") {
            named.entry(id).or_default().push(place);
        }
    }
    let mut used = vec![Vec::new(); nodes.len()];
    let mut links = 0;
    for (node, used) in nodes.iter().zip(&mut used) {
        let names = node.attributes().flat_map(|attribute| links_of(&attribute));
        for targets in names.filter_map(|name| named.get(name)) {
            links += targets.len();
            if links as u64 > MOST_ELEMENTS {
                return false;
            }
            used.extend_from_slice(targets);
        }
    }
    let parents: Vec<Option<usize>> = nodes
        .iter()
        .map(|node| place_of.get(&node.parent()?.id()).copied())
        .collect();

    // What is used may come later, and use something itself: each round knows one step more.
    let mut costs = vec![Cost::ONE; nodes.len()];
    for _ in 0..LONGEST_CHAIN {
        let mut next = vec![Cost::ONE; nodes.len()];
        for place in (0..nodes.len()).rev() {
            let again = used.get(place).into_iter().flatten();
            let Some(own) = next.get_mut(place) else {
                continue;
            };
            for again in again.filter_map(|target| costs.get(*target)) {
                own.add(*again);
            }
            let own = *own;
            let parent = parents.get(place).copied().flatten();
            if let Some(parent) = parent.and_then(|parent| next.get_mut(parent)) {
                parent.add(own);
            }
        }
        if next.first().is_some_and(|whole| !whole.is_small()) {
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
            drawing(&format!("{}{}", "<g>".repeat(30), "</g>".repeat(30))),
            drawing(
                "<clipPath id='a'><use href='#b'/></clipPath><linearGradient id='c'/><rect id='b'/>
                 <g clip-path='url(#a)' style='fill: url(\"#c\")'><path stroke='url( #c ) red'/></g>",
            ),
            drawing("<style>.a { fill: url(#c) }</style><radialGradient id='c'/><path class='a'/>"),
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
        let masks: String = (1..12)
            .map(|i| {
                let masked = format!("<rect mask='url(#a{})'/>", i - 1).repeat(10);
                format!("<mask id='a{i}'>{masked}</mask>")
            })
            .collect();
        let styled = masks
            .replace("mask='", "style='mask: ")
            .replace("url(#", "url( '#")
            .replace(")'", "')'")
            .replace("style='mask: url( '", "style=\"mask: url( '")
            .replace("')'", "')\"");
        let deep_again: String = (1..12)
            .map(|i| {
                let groups = "<g opacity='0.5'>".repeat(20);
                let ends = "</g>".repeat(20);
                format!("<g id='a{i}'>{groups}<use href='#a{}'/>{ends}</g>", i - 1)
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
            drawing(&format!("<mask id='a0'/>{masks}")),
            drawing(&format!("<mask id='a0'/>{styled}")),
            drawing(&format!("<g id='a0'/>{deep_again}")),
            drawing("<mask id='a'/><style>rect { mask: url(#a) }</style><rect/>"),
            drawing("<pattern id='a'/><rect fill='url(#a)'/>"),
            drawing("<marker id='a'/><path marker-mid='url(#a)'/>"),
            drawing("<filter id='a'><feGaussianBlur stdDeviation='2000'/></filter>"),
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

    #[test]
    fn drawings_are_painted_as_large_as_asked_for() {
        let half = drawing("<path fill='#f00' d='M0 0h32v48h-32z'/>");
        let Some((width, height, rgba)) = paint(half.as_bytes(), 128) else {
            unreachable!("it is a drawing");
        };
        assert_eq!((width, height), (128, 96));
        let row: Vec<_> = rgba.chunks(4).take(128).collect();
        assert_eq!((row[0], row[127]), (&[255, 0, 0, 255][..], &[0; 4][..]));
        assert_eq!(paint(b"<svg", 128), None);
    }

    #[test]
    fn what_lies_too_deep_to_be_read_does_no_harm() {
        for count in [300, 30_000, 1_000_000] {
            let open = drawing(&"<g>".repeat(count));
            let closed = drawing(&format!("{}{}", "<g>".repeat(count), "</g>".repeat(count)));
            assert!(!is_harmless(open.as_bytes()), "{count}, open");
            assert!(!is_harmless(closed.as_bytes()), "{count}, closed");
        }
    }
}
