//! Pictures beside routine files: read with limits, and never larger than they are shown.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use image::imageops::FilterType;
use image::{ImageReader, Limits};

/// The longest file that is read, in bytes.
const LONGEST_FILE: u64 = 20 << 20;
/// The most pixels a side may have.
const LONGEST_SIDE: u32 = 8_192;
/// The most memory decoding may take, in bytes.
const MOST_MEMORY: u64 = 256 << 20;
/// Larger pictures are made smaller than this, in pixels a side: the stage is rarely larger.
const SHOWN_SIDE: u32 = 1_600;

/// Smaller pictures are made larger than this, in pixels a side: the renderer places a picture only to the nearest of
/// its own pixels, and those of a small one are large on the stage.
const DRAWN_SIDE: u32 = 1_200;

/// A picture, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// Pixels, four bytes each: red, green, blue and opacity.
    Pixels {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
        /// Row by row from the top.
        rgba: Vec<u8>,
    },
    /// An SVG document.
    Drawing(Vec<u8>),
}

/// Why a picture cannot be shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no such file, or it may not be read.
    #[error("the picture could not be opened")]
    NotOpened(#[source] Arc<std::io::Error>),
    /// It is not a file, or far too large.
    #[error("the picture is too large")]
    TooLarge,
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
pub fn read(path: &Path) -> Result<Picture, Error> {
    let opened = |error| Error::NotOpened(Arc::new(error));
    let metadata = fs::metadata(path).map_err(opened)?;
    if !metadata.is_file() || metadata.len() > LONGEST_FILE {
        return Err(Error::TooLarge);
    }
    let file = File::open(path).map_err(opened)?;

    let is_drawing = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    if is_drawing {
        let mut bytes = Vec::new();
        let _ = file
            .take(LONGEST_FILE)
            .read_to_end(&mut bytes)
            .map_err(opened)?;
        return Ok(Picture::Drawing(bytes));
    }

    let mut reader = ImageReader::new(BufReader::new(file))
        .with_guessed_format()
        .map_err(opened)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);

    let mut picture = reader
        .decode()
        .map_err(|error| Error::NotRead(Arc::new(error)))?;
    let longest = picture.width().max(picture.height());
    if longest > SHOWN_SIDE {
        picture = picture.thumbnail(SHOWN_SIDE, SHOWN_SIDE);
    } else if longest < DRAWN_SIDE {
        picture = picture.resize(DRAWN_SIDE, DRAWN_SIDE, FilterType::CatmullRom);
    }
    let pixels = picture.into_rgba8();
    Ok(Picture::Pixels {
        width: pixels.width(),
        height: pixels.height(),
        rgba: pixels.into_raw(),
    })
}
