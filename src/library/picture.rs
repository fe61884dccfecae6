//! Pictures beside routine files: read with limits, and never larger than they are shown.

mod drawing;

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use image::imageops::FilterType;
use image::{ImageError, ImageReader, Limits};

use drawing::LONGEST_DOCUMENT;

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

/// A picture, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Row by row from the top, four bytes a pixel: red, green, blue and opacity.
    pub rgba: Vec<u8>,
}

/// Why a picture cannot be shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no such file, or it may not be read.
    #[error("the picture could not be opened")]
    NotOpened(#[source] Arc<std::io::Error>),
    /// It is a folder, a device or the like.
    #[error("the picture is not a file")]
    NotAFile,
    /// It has too many bytes or pixels.
    #[error("the picture is too large")]
    TooLarge,
    /// It is an SVG document that brings other pictures along, or would take long to draw.
    #[error("the drawing is not a plain SVG")]
    NotPlain,
    /// Its content makes no sense.
    #[error("the picture could not be read")]
    NotRead(#[source] Arc<image::ImageError>),
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Reads a picture: PNG, JPEG, WebP, the first frame of a GIF, or SVG by its ending.
///
/// # Errors
///
/// When it cannot be opened, is too large, or is not a picture.
///
/// Takes some seconds at worst: not for the thread that draws.
pub fn read(path: &Path) -> Result<Picture, Error> {
    let reader = match open(path)? {
        Opened::Drawing(document) => {
            let painted = drawing::paint(&document, SHOWN_SIDE).ok_or(Error::NotPlain)?;
            let (width, height, rgba) = painted;
            return Ok(Picture {
                width,
                height,
                rgba,
            });
        }
        Opened::Pixels(reader) => reader,
    };
    let mut picture = reader.decode().map_err(not_read)?;
    let longest = picture.width().max(picture.height());
    if longest > SHOWN_SIDE {
        picture = picture.thumbnail(SHOWN_SIDE, SHOWN_SIDE);
    } else if longest < DRAWN_SIDE {
        picture = picture.resize(DRAWN_SIDE, DRAWN_SIDE, FilterType::CatmullRom);
    }
    let pixels = picture.into_rgba8();
    Ok(Picture {
        width: pixels.width(),
        height: pixels.height(),
        rgba: pixels.into_raw(),
    })
}

/// Looks whether a picture can be shown, as far as this can be told without decoding it.
///
/// # Errors
///
/// When it cannot be opened, is too large, or is not a picture.
pub fn look(path: &Path) -> Result<(), Error> {
    match open(path)? {
        Opened::Drawing(_) => Ok(()),
        Opened::Pixels(reader) => {
            let (width, height) = reader.into_dimensions().map_err(not_read)?;
            if width.max(height) > LONGEST_SIDE {
                Err(Error::TooLarge)
            } else {
                Ok(())
            }
        }
    }
}

/// A picture of which only the kind is known.
enum Opened {
    Drawing(Vec<u8>),
    Pixels(ImageReader<BufReader<File>>),
}

fn open(path: &Path) -> Result<Opened, Error> {
    let opened = |error| Error::NotOpened(Arc::new(error));
    let metadata = fs::metadata(path).map_err(opened)?;
    // To open a pipe would be to wait for whoever writes into it.
    if !metadata.is_file() {
        return Err(Error::NotAFile);
    }
    let is_drawing = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let longest = if is_drawing {
        LONGEST_DOCUMENT
    } else {
        LONGEST_FILE
    };
    if metadata.len() > longest {
        return Err(Error::TooLarge);
    }
    let file = File::open(path).map_err(opened)?;
    if is_drawing {
        let mut bytes = Vec::new();
        let _ = file.take(longest).read_to_end(&mut bytes).map_err(opened)?;
        return if drawing::is_harmless(&bytes) {
            Ok(Opened::Drawing(bytes))
        } else {
            Err(Error::NotPlain)
        };
    }

    let mut reader = ImageReader::new(BufReader::new(file))
        .with_guessed_format()
        .map_err(opened)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    Ok(Opened::Pixels(reader))
}

fn not_read(error: ImageError) -> Error {
    match error {
        ImageError::Limits(_) => Error::TooLarge,
        error => Error::NotRead(Arc::new(error)),
    }
}
