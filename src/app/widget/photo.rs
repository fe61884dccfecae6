//! Pictures that people bring: pixels or a drawing, each shown whole.

use iced::widget::{image, svg};
use iced::{ContentFit, Element, Fill};

use crate::app::theme::size::radius;
use crate::library::picture::Picture;

/// A picture with its handle, made once.
#[derive(Debug, Clone)]
pub enum Photo {
    /// Pixels.
    Pixels(image::Handle),
    /// A drawing.
    Drawing(svg::Handle),
}

impl From<&Picture> for Photo {
    fn from(picture: &Picture) -> Self {
        match picture {
            Picture::Pixels {
                width,
                height,
                rgba,
            } => Self::Pixels(image::Handle::from_rgba(*width, *height, rgba.clone())),
            Picture::Drawing(document) => Self::Drawing(svg::Handle::from_memory(document.clone())),
        }
    }
}

/// Shows a picture as large as there is room.
pub fn photo<'a, Message: 'a>(photo: &'a Photo) -> Element<'a, Message> {
    match photo {
        Photo::Pixels(handle) => image(handle)
            .width(Fill)
            .height(Fill)
            .content_fit(ContentFit::Contain)
            .border_radius(radius::CARD)
            .into(),
        Photo::Drawing(handle) => svg(handle.clone())
            .width(Fill)
            .height(Fill)
            .content_fit(ContentFit::Contain)
            .into(),
    }
}
