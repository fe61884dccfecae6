//! Pictures beside routine files: read with limits, and never larger than they are shown.

mod jpeg;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;
use std::sync::Arc;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    AnimationDecoder, DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
    RgbaImage,
};

use super::file::{folder_of, leads_outside};
use crate::exercise;

/// The longest file that is read, in bytes.
pub(super) const LONGEST_FILE: u64 = 20 << 20;
/// The most pixels a side may have.
pub(super) const LONGEST_SIDE: u32 = 8_192;
/// The most memory decoding may take, in bytes.
const MOST_MEMORY: u64 = 256 << 20;
/// Larger pictures are made smaller than this, in pixels a side: the stage is rarely larger.
const SHOWN_SIDE: u32 = 1_600;

/// Smaller pictures are made larger than this, in pixels a side: the renderer places a picture only to the nearest of
/// its own pixels, and those of a small one are large on the stage.
const DRAWN_SIDE: u32 = 1_200;

/// The least opacity of a pixel that counts as drawn, out of 255.
const OPAQUE: f64 = 64.0;
/// The part of a picture that has nothing drawn on it, out of 1, from which on it is a drawing on nothing.
const LEAST_CLEAR: f64 = 0.1;
/// The greatest brightness, out of 255, that is dark on average.
const DARK: f64 = 96.0;

/// A picture, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Row by row from the top, four bytes a pixel: red, green, blue and opacity.
    pub rgba: Vec<u8>,
    /// Whether it is the first of several that the file would show one after another.
    pub moves: bool,
    /// Whether it is drawn in dark colours on nothing, so that it cannot be seen on a dark page.
    pub is_dark_on_nothing: bool,
}

/// Why a picture cannot be shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("there is no such picture")]
    Missing,
    /// The system would not give it.
    #[error("the picture could not be opened")]
    NotOpened(#[source] Arc<io::Error>),
    /// It is a link to something outside its folder.
    #[error("the picture is a link to something outside its folder")]
    Elsewhere,
    /// It is a folder, a device or the like.
    #[error("the picture is not a file")]
    NotAFile,
    /// It is an SVG by its name. It is not opened: to draw one may take hours or all memory.
    #[error("the picture is an SVG")]
    Drawing,
    /// It has too many bytes or pixels.
    #[error("the picture is too large")]
    TooLarge,
    /// Its beginning is not that of a picture.
    #[error("the picture could not be read")]
    NotRead(#[source] Arc<ImageError>),
    /// It begins as a picture and does not go on as one.
    #[error("the picture is damaged")]
    Damaged(#[source] Arc<ImageError>),
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Error {
    /// Whether an exercise can be done all the same, with a sentence where the picture would be.
    pub(super) const fn is_bearable(&self) -> bool {
        matches!(self, Self::Drawing | Self::Damaged(_))
    }
}

/// Reads a picture: PNG, JPEG or WebP, or the first frame of a GIF. Photos are turned the way they were taken.
///
/// # Errors
///
/// When it cannot be opened, lies elsewhere, is too large, or is not a picture.
///
/// Takes some seconds at worst: not for the thread that draws.
pub fn read(path: &Path) -> Result<Picture, Error> {
    decode(&bytes(path)?)
}

/// Reads a picture and looks whether all of it is there: part of a JPEG can be shown, and [`read`] does.
///
/// # Errors
///
/// Those of [`read`], and [`Error::Damaged`] for a JPEG that is cut off.
pub(super) fn examine(path: &Path) -> Result<Picture, Error> {
    let bytes = bytes(path)?;
    let picture = decode(&bytes)?;
    if image::guess_format(&bytes).is_ok_and(|format| format == ImageFormat::Jpeg)
        && !jpeg::is_whole(&bytes)
    {
        let error = io::Error::from(io::ErrorKind::UnexpectedEof);
        return Err(Error::Damaged(Arc::new(ImageError::IoError(error))));
    }
    Ok(picture)
}

/// Looks whether a picture can be shown, as far as this can be told without decoding it.
///
/// # Errors
///
/// When it cannot be opened, lies elsewhere, is too large, or does not begin as a picture.
pub fn look(path: &Path) -> Result<(), Error> {
    let _ = decoder(BufReader::new(open(path)?))?;
    Ok(())
}

/// Opens a picture. Pipes are not opened, because that would be to wait for whoever writes into them.
fn open(path: &Path) -> Result<File, Error> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Error::Missing,
        _ => Error::NotOpened(Arc::new(error)),
    };
    let is_link = fs::symlink_metadata(path).map_err(refused)?.is_symlink();
    if is_link && leads_outside(path, folder_of(path)) {
        return Err(Error::Elsewhere);
    }
    let metadata = fs::metadata(path).map_err(refused)?;
    if !metadata.is_file() {
        return Err(Error::NotAFile);
    }
    if exercise::is_drawing(&path.to_string_lossy()) {
        return Err(Error::Drawing);
    }
    if metadata.len() > LONGEST_FILE {
        return Err(Error::TooLarge);
    }
    File::open(path).map_err(refused)
}

/// The whole of a file, which may grow while it is read.
fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(LONGEST_FILE + 1).read_to_end(&mut bytes);
    match read {
        Ok(length) if length as u64 > LONGEST_FILE => Err(Error::TooLarge),
        Ok(_) => Ok(bytes),
        Err(error) => Err(Error::NotOpened(Arc::new(error))),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

/// What decodes a picture whose size is known to be within the limits.
fn decoder<'a>(bytes: impl BufRead + Seek + 'a) -> Result<impl ImageDecoder + 'a, Error> {
    let reader = ImageReader::new(bytes).with_guessed_format();
    let mut reader = reader.map_err(|error| Error::NotOpened(Arc::new(error)))?;
    let mut limits = limits();
    reader.limits(limits.clone());
    let refused = |error| unless_too_large(error, Error::NotRead);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    // The picture itself takes a part of what may be taken.
    limits.reserve(decoder.total_bytes()).map_err(refused)?;
    decoder.set_limits(limits).map_err(refused)?;
    Ok(decoder)
}

fn decode(bytes: &[u8]) -> Result<Picture, Error> {
    let mut decoder = decoder(Cursor::new(bytes))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder);
    let mut picture = picture.map_err(|error| unless_too_large(error, Error::Damaged))?;
    let longest = picture.width().max(picture.height());
    if longest > SHOWN_SIDE {
        picture = picture.thumbnail(SHOWN_SIDE, SHOWN_SIDE);
    } else if longest < DRAWN_SIDE {
        picture = picture.resize(DRAWN_SIDE, DRAWN_SIDE, FilterType::CatmullRom);
    }
    picture.apply_orientation(orientation);
    let pixels = picture.into_rgba8();
    Ok(Picture {
        moves: moves(bytes),
        is_dark_on_nothing: is_dark_on_nothing(&pixels),
        width: pixels.width(),
        height: pixels.height(),
        rgba: pixels.into_raw(),
    })
}

fn unless_too_large(error: ImageError, other: impl FnOnce(Arc<ImageError>) -> Error) -> Error {
    match error {
        ImageError::Limits(_) => Error::TooLarge,
        error => other(Arc::new(error)),
    }
}

/// Whether a file has more than one picture, to be shown one after another.
fn moves(bytes: &[u8]) -> bool {
    let reader = Cursor::new(bytes);
    match image::guess_format(bytes) {
        Ok(ImageFormat::Gif) => GifDecoder::new(reader).is_ok_and(|mut decoder| {
            decoder.set_limits(limits()).is_ok()
                && decoder.into_frames().nth(1).is_some_and(|it| it.is_ok())
        }),
        Ok(ImageFormat::WebP) => {
            WebPDecoder::new(reader).is_ok_and(|decoder| decoder.has_animation())
        }
        Ok(ImageFormat::Png) => PngDecoder::with_limits(reader, limits())
            .and_then(|decoder| decoder.is_apng())
            .unwrap_or(false),
        _ => false,
    }
}

/// Whether a picture has dark colours and much that is clear.
fn is_dark_on_nothing(pixels: &RgbaImage) -> bool {
    let (mut drawn, mut clear, mut brightness) = (0_u32, 0_u32, 0.0_f64);
    for pixel in pixels.pixels() {
        let [red, green, blue, opacity] = pixel.0.map(f64::from);
        if opacity < OPAQUE {
            clear += 1;
        } else {
            drawn += 1;
            brightness += 0.299 * red + 0.587 * green + 0.114 * blue;
        }
    }
    let share = f64::from(clear) / f64::from((drawn + clear).max(1));
    drawn > 0 && share >= LEAST_CLEAR && brightness / f64::from(drawn) <= DARK
}
