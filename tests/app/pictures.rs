//! Pictures that people put beside their routines: what is shown of them, and what `kneewise check` says.

use std::fs::{self, File};
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::LazyLock;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{
    DynamicImage, ExtendedColorType, Frame, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba,
    RgbaImage,
};
use kneewise::content::Content;
use kneewise::library::picture::{self, Error, Picture};
use kneewise::library::{self, RoutineFolder};
use tempfile::TempDir;

static CONTENT: LazyLock<Content> = LazyLock::new(|| Content::read().0);

/// A folder with a routine that has this picture, as written in the file.
fn folder_with(written: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "(id: \"mine\", name: \"Mine\", kind: Mobility, items: [Exercise(id: \"own\", dose: Hold(5))], exercises: [\n{written},\n])"
    );
    fs::write(folder.path().join("mine.ron"), text).unwrap();
    folder
}

fn with_picture(file: &str, bytes: &[u8]) -> TempDir {
    let folder = folder_with(&format!(r#"(id: "own", name: "Own", picture: "{file}")"#));
    fs::write(folder.path().join(file), bytes).unwrap();
    folder
}

/// What `kneewise check` says of the routine, without the folder's name.
fn checked(folder: &TempDir) -> Vec<String> {
    let file = folder.path().join("mine.ron");
    let report = library::check(&[file], &CONTENT);
    assert_eq!(report.files, 1);
    let place = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
    let problems = report.problems.iter();
    problems
        .map(|problem| problem.to_string().replace(&place, ""))
        .collect()
}

/// Whether the routine is in the catalog and can be played as a file.
fn is_offered(folder: &TempDir) -> bool {
    let user_routines = RoutineFolder::read(folder.path(), &CONTENT.catalogue, |_| false);
    let is_listed = user_routines.routines.len() == 1;
    assert_eq!(user_routines.problems.is_empty(), is_listed);
    let played = library::read_routine(&folder.path().join("mine.ron"), &CONTENT.catalogue);
    assert_eq!(played.is_ok(), is_listed);
    is_listed
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::from(picture.clone());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture that no format packs into a few bytes.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let noise = (x * 7919 + y * 104_729).wrapping_mul(2_654_435_761) >> 24;
        Rgb([noise as u8, (x * 3) as u8, (y * 5) as u8])
    })
}

const KINDS: [(&str, ImageFormat); 4] = [
    ("own.png", ImageFormat::Png),
    ("own.jpg", ImageFormat::Jpeg),
    ("own.webp", ImageFormat::WebP),
    ("own.gif", ImageFormat::Gif),
];

fn read(folder: &TempDir, file: &str) -> Result<Picture, Error> {
    picture::read(&folder.path().join(file))
}

#[test]
fn whole_pictures_of_every_kind_are_shown() {
    for (file, format) in KINDS {
        let folder = with_picture(file, &encoded(&photo(60, 40), format));
        assert_eq!(checked(&folder), [""; 0], "{file}");
        assert!(is_offered(&folder), "{file}");
        let picture = read(&folder, file).unwrap();
        assert_eq!((picture.width, picture.height), (1200, 800), "{file}");
        assert!(!picture.moves && !picture.is_dark_on_nothing, "{file}");
    }
}

#[test]
fn of_every_kind_half_a_picture_is_named_as_damaged() {
    for (file, format) in KINDS {
        let whole = encoded(&photo(300, 200), format);
        for part in [3, 5, 9] {
            let folder = with_picture(file, &whole[..whole.len() * part / 10]);
            let expected = format!(
                "mine.ron:2:35: The picture \"{file}\" is damaged: it breaks off or has a fault. Please copy it here \
                 again, or save it anew."
            );
            assert_eq!(checked(&folder), [expected], "{file}, {part} tenths");
            assert!(is_offered(&folder), "{file}, {part} tenths");
            // The upper part of a JPEG can be seen.
            if format != ImageFormat::Jpeg {
                assert!(matches!(read(&folder, file), Err(Error::Damaged(_))));
            }
        }
    }
}

#[test]
fn a_jpeg_with_something_after_its_end_is_whole() {
    let mut bytes = encoded(&photo(60, 40), ImageFormat::Jpeg);
    bytes.extend(b"\0\0more, as some phones write it");
    assert_eq!(checked(&with_picture("own.jpg", &bytes)), [""; 0]);
}

#[test]
fn what_is_no_picture_is_not_offered() {
    let folder = with_picture("own.png", b"no picture");
    let expected = "mine.ron:2:35: The picture \"own.png\" could not be read. Please save it again as PNG, JPEG, WebP or GIF.";
    assert_eq!(checked(&folder), [expected]);
    assert!(!is_offered(&folder));
}

/// Corners in four colours as a camera stores them, in the order upper left, upper right, lower left, lower right. Which
/// of them the viewer sees where is what the Exif standard says of each number.
#[test]
fn photos_are_turned_the_way_they_were_taken() {
    const SEEN: [[usize; 4]; 8] = [
        [0, 1, 2, 3],
        [1, 0, 3, 2],
        [3, 2, 1, 0],
        [2, 3, 0, 1],
        [0, 2, 1, 3],
        [2, 0, 3, 1],
        [3, 1, 2, 0],
        [1, 3, 0, 2],
    ];
    const COLOURS: [[u8; 3]; 4] = [[220, 20, 20], [20, 200, 20], [20, 20, 220], [240, 240, 240]];
    let stored = RgbImage::from_fn(64, 48, |x, y| {
        Rgb(COLOURS[usize::from(x >= 32) + 2 * usize::from(y >= 24)])
    });
    for (number, seen) in (1_u8..).zip(SEEN) {
        // One entry, 0x0112, a short: the orientation.
        let exif = [
            b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(),
            &[number, 0, 0, 0, 0, 0, 0, 0],
        ];
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
        encoder.set_exif_metadata(exif.concat()).unwrap();
        encoder
            .write_image(stored.as_raw(), 64, 48, ExtendedColorType::Rgb8)
            .unwrap();
        let folder = with_picture("own.jpg", &bytes);
        assert_eq!(checked(&folder), [""; 0]);
        let picture = read(&folder, "own.jpg").unwrap();
        let size = if number < 5 { (1200, 900) } else { (900, 1200) };
        assert_eq!((picture.width, picture.height), size, "{number}");
        let pixels = RgbaImage::from_raw(picture.width, picture.height, picture.rgba).unwrap();
        let (right, low) = (pixels.width() * 3 / 4, pixels.height() * 3 / 4);
        let (left, high) = (pixels.width() / 4, pixels.height() / 4);
        let corners = [(left, high), (right, high), (left, low), (right, low)];
        for ((x, y), stored) in corners.into_iter().zip(seen) {
            let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) < 30;
            let found = pixels.get_pixel(x, y).0;
            let is_near = found.iter().zip(&COLOURS[stored]).all(near);
            assert!(is_near, "{number}: {found:?} at {x}, {y}");
        }
    }
}

fn gif(colours: &[[u8; 3]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for [red, green, blue] in colours {
        let frame = RgbaImage::from_pixel(30, 20, Rgba([*red, *green, *blue, 255]));
        encoder.encode_frame(Frame::new(frame)).unwrap();
    }
    drop(encoder);
    bytes
}

fn moving_png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_animated(2, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[255, 0, 0, 255, 0, 0]).unwrap();
    writer.write_image_data(&[0, 255, 0, 0, 255, 0]).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Two still pictures in one file, as the WebP container has them.
fn moving_webp() -> Vec<u8> {
    let chunk = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        let mut chunk = [name, &length, content].concat();
        chunk.resize(chunk.len().next_multiple_of(2), 0);
        chunk
    };
    // Animated, 30 by 20; sides are written one smaller, in three bytes.
    let header = [2, 0, 0, 0, 29, 0, 0, 19, 0, 0];
    let mut chunks = [b"WEBP".as_slice(), &chunk(b"VP8X", &header)].concat();
    chunks.extend(chunk(b"ANIM", &[0; 6]));
    for colour in [[200, 0, 0], [0, 200, 0]] {
        let still = RgbImage::from_pixel(30, 20, Rgb(colour));
        let still = encoded(&still, ImageFormat::WebP);
        // What follows "RIFF", a length and "WEBP" is the picture itself; before it, where it lies and for how long.
        let placed = [0, 0, 0, 0, 0, 0, 29, 0, 0, 19, 0, 0, 100, 0, 0, 0];
        chunks.extend(chunk(b"ANMF", &[placed.as_slice(), &still[12..]].concat()));
    }
    chunk(b"RIFF", &chunks)
}

#[test]
fn a_picture_that_moves_is_named_and_its_first_frame_is_shown() {
    let colours = [[200, 0, 0], [0, 200, 0], [0, 0, 200]];
    for (file, bytes, red) in [
        ("own.gif", gif(&colours), 200),
        ("own.webp", moving_webp(), 200),
        ("own.png", moving_png(), 255),
    ] {
        let folder = with_picture(file, &bytes);
        let expected = format!(
            "mine.ron:2:35: The picture \"{file}\" moves, and Kneewise shows only its first frame. Please use a picture \
             that says enough without moving, or describe a figure."
        );
        assert_eq!(checked(&folder), [expected]);
        assert!(is_offered(&folder), "{file}");
        let picture = read(&folder, file).unwrap();
        assert!(picture.moves, "{file}");
        // Where it is laid over nothing, a colour may be rounded.
        let found = &picture.rgba[..4];
        assert!(found[0].abs_diff(red) < 3, "{file}: {found:?}");
        assert_eq!(found[1..], [0, 0, 255], "{file}");
    }
    let still = with_picture("own.gif", &gif(&colours[..1]));
    assert_eq!(checked(&still), [""; 0]);
    assert!(!read(&still, "own.gif").unwrap().moves);
}

#[test]
fn dark_lines_on_nothing_are_told_from_other_pictures() {
    let drawn = |line: [u8; 3], ground: Rgba<u8>| {
        let [red, green, blue] = line;
        let mut picture = RgbaImage::from_pixel(64, 48, ground);
        for x in 10..50 {
            for y in [12, 13, 30] {
                picture.put_pixel(x, y, Rgba([red, green, blue, 255]));
            }
        }
        let folder = tempfile::tempdir().unwrap();
        picture.save(folder.path().join("own.png")).unwrap();
        read(&folder, "own.png").unwrap().is_dark_on_nothing
    };
    let nothing = Rgba([0, 0, 0, 0]);
    assert!(drawn([0, 0, 0], nothing));
    assert!(drawn([20, 30, 90], nothing));
    assert!(!drawn([250, 250, 240], nothing), "light lines");
    assert!(!drawn([0, 0, 0], Rgba([255, 255, 255, 255])), "on paper");
    assert!(!drawn([0, 0, 0], Rgba([10, 10, 10, 255])), "a dark photo");
    let empty = RgbaImage::new(8, 8);
    let folder = tempfile::tempdir().unwrap();
    empty.save(folder.path().join("own.png")).unwrap();
    assert!(!read(&folder, "own.png").unwrap().is_dark_on_nothing);
}

/// Drawings that take all memory, minutes or hours if anything looks into them.
fn hostile_drawings() -> Vec<(&'static str, String)> {
    const NAMESPACE: &str = "xmlns=\"http://www.w3.org/2000/svg\"";
    let entities = |times: usize, inside: &str| {
        let (first, second) = ("A".repeat(2_000), "&a;".repeat(times));
        let drawing = inside.replace("&b;", &"&b;".repeat(times));
        format!(
            "<!DOCTYPE svg [<!ENTITY a \"{first}\"><!ENTITY b \"{second}\">]><svg {NAMESPACE} width=\"9\" height=\"9\">{drawing}</svg>"
        )
    };
    let large =
        |inside: &str| format!("<svg {NAMESPACE} width=\"1600\" height=\"1600\">{inside}</svg>");
    let dashes = "<path d=\"M0 0L1600 1600\" stroke=\"#000\" stroke-width=\"900\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke-dasharray=\"0.01 0.01\"/>";
    let squares = "<path d=\"M0 0h1600v1600h-1600z\"/>".repeat(2);
    let attributes = (0..20_000).map(|number| format!(" a{number}=\"1\""));
    vec![
        ("nest-1.svg", entities(500, "<g id=\"&b;\"/>")),
        ("nest-2.svg", entities(3_000, "<g id=\"&b;\"/>")),
        ("text-1.svg", entities(250, "<g>&b;</g>")),
        ("dash2.svg", large(&dashes.repeat(5))),
        (
            "op200.svg",
            large(&format!("<g opacity=\".5\">{squares}</g>").repeat(200)),
        ),
        (
            "attrs-20000.SVG",
            large(&format!("<g{}/>", attributes.collect::<String>())),
        ),
        ("small.svg", large("<path d=\"M0 0h9v9z\"/>")),
        ("none.svg", String::new()),
    ]
}

#[test]
fn drawings_are_refused_without_looking_into_them() {
    for (file, drawing) in hostile_drawings() {
        let folder = with_picture(file, drawing.as_bytes());
        let name = &file[..file.len() - 4];
        let expected = format!(
            "mine.ron:2:35: The picture \"{file}\" is an SVG, which Kneewise does not show. Please export it as PNG, for \
             example from Inkscape or a browser, and write \"{name}.png\" here."
        );
        assert_eq!(checked(&folder), [expected]);
        // The routine can be done without it.
        assert!(is_offered(&folder), "{file}");
        assert!(matches!(read(&folder, file), Err(Error::Drawing)), "{file}");
    }
    // Nor does it matter how large it is.
    let folder = with_picture("own.svg", b"");
    let hole = File::create(folder.path().join("own.svg")).unwrap();
    hole.set_len(2 << 30).unwrap();
    assert_eq!(checked(&folder).len(), 1);
    assert!(is_offered(&folder));
}

/// However the name of a picture is written, it is what was read that counts.
#[test]
fn the_name_that_was_read_is_looked_for() {
    let ways = |name: &str| -> Vec<String> {
        let (first, rest) = name.split_at(1);
        let code = u32::from(first.chars().next().unwrap());
        vec![
            format!("picture: \"{name}\""),
            format!("picture: \"\\u{{{code:x}}}{rest}\""),
            format!("picture: \"\\x{code:02x}{rest}\""),
            format!("picture: r\"{name}\""),
            format!("picture: r##\"{name}\"##"),
            format!("picture: Some(\"{name}\")"),
            format!("r#picture: \"{name}\""),
            format!("/* picture: \"there.png\" */ picture /* : */ : \"{name}\""),
        ]
    };
    for (way, missing) in ways("gone.png").iter().zip(0..) {
        let folder = folder_with(&format!(r#"(id: "own", name: "Own", {way})"#));
        fs::write(
            folder.path().join("there.png"),
            encoded(&photo(3, 2), ImageFormat::Png),
        )
        .unwrap();
        let said = checked(&folder);
        assert_eq!(said.len(), 1, "{missing}: {way}: {said:?}");
        let expected = "The picture \"gone.png\" is not beside this file.";
        assert!(said[0].ends_with(expected), "{way}: {said:?}");
        assert!(said[0].starts_with("mine.ron:2:"), "{way}: {said:?}");
        assert!(!is_offered(&folder), "{way}");
    }
    for way in ways("there.png") {
        let folder = folder_with(&format!(r#"(id: "own", name: "Own", {way})"#));
        fs::write(
            folder.path().join("there.png"),
            encoded(&photo(3, 2), ImageFormat::Png),
        )
        .unwrap();
        assert_eq!(checked(&folder), [""; 0], "{way}");
        assert!(is_offered(&folder), "{way}");
    }
    // An exercise file and the list itself have other spellings, too.
    let folder = tempfile::tempdir().unwrap();
    let write = |text: &str| fs::write(folder.path().join("mine.ron"), text).unwrap();
    write("(id: \"own\", name: \"Own\", cues: [], picture: \"\\u{67}one.png\")");
    let gone = "The picture \"gone.png\" is not beside this file.";
    let said = checked(&folder);
    assert!(said.len() == 1 && said[0].ends_with(gone), "{said:?}");
    write(
        "(id: \"mine\", name: \"Mine\", kind: Mobility, items: [Exercise(id: \"own\", dose: Hold(5))], \
         r#exercises: [(id: \"own\", name: \"Own\", picture: \"gone.png\")])",
    );
    let said = checked(&folder);
    assert!(said.len() == 1 && said[0].ends_with(gone), "{said:?}");
    assert!(!is_offered(&folder));
}

#[cfg(unix)]
#[test]
fn a_link_to_elsewhere_is_named_and_never_followed() {
    use std::os::unix::fs::symlink;

    let elsewhere = tempfile::tempdir().unwrap();
    let target: PathBuf = elsewhere.path().join("private.png");
    fs::write(&target, encoded(&photo(3, 2), ImageFormat::Png)).unwrap();
    for written in ["link.png", r"lin\u{6b}.png", r"\x6cink.png"] {
        let folder = folder_with(&format!(
            r#"(id: "own", name: "Own", picture: "{written}")"#
        ));
        symlink(&target, folder.path().join("link.png")).unwrap();
        let expected = "mine.ron:2:35: The picture \"link.png\" is a link to something outside this folder. Please put a \
                        copy of it beside this file.";
        assert_eq!(checked(&folder), [expected], "{written}");
        assert!(!is_offered(&folder));
        // Nor is it shown where it was put there after the check.
        assert!(matches!(read(&folder, "link.png"), Err(Error::Elsewhere)));
    }
}
