//! Pictures that people bring, shown whole.

use iced::widget::image;
use iced::{ContentFit, Element, Fill};

use crate::app::theme::size::radius;
use crate::library::picture::Picture;

/// A picture with its handle, made once.
#[derive(Debug, Clone)]
pub struct Photo(image::Handle);

impl From<&Picture> for Photo {
    fn from(picture: &Picture) -> Self {
        Self(image::Handle::from_rgba(
            picture.width,
            picture.height,
            picture.rgba.clone(),
        ))
    }
}

/// Shows a picture as large as there is room.
pub fn photo<'a, Message: 'a>(photo: &'a Photo) -> Element<'a, Message> {
    image(&photo.0)
        .width(Fill)
        .height(Fill)
        .content_fit(ContentFit::Contain)
        .border_radius(radius::CARD)
        .into()
}
