//! Pictures that people bring, shown whole.

use iced::widget::{container, image};
use iced::{ContentFit, Element, Fill};

use crate::app::theme;
use crate::app::theme::size::{gap, radius};
use crate::library::picture::{Error, Picture};
use crate::words::player as words;

/// A picture with its handle, made once.
#[derive(Debug, Clone)]
pub struct Photo {
    handle: image::Handle,
    moves: bool,
    is_dark_on_nothing: bool,
}

impl From<&Picture> for Photo {
    fn from(picture: &Picture) -> Self {
        Self {
            handle: image::Handle::from_rgba(picture.width, picture.height, picture.rgba.clone()),
            moves: picture.moves,
            is_dark_on_nothing: picture.is_dark_on_nothing,
        }
    }
}

impl Photo {
    /// Whether its file would show other pictures after it.
    pub fn moves(&self) -> bool {
        self.moves
    }
}

/// Shows a picture as large as there is room. Dark lines on nothing lie on a light card where the page is dark.
pub fn photo<'a, Message: 'a>(photo: &'a Photo) -> Element<'a, Message> {
    let whole = image(&photo.handle)
        .content_fit(ContentFit::Contain)
        .border_radius(radius::CARD);
    if !photo.is_dark_on_nothing {
        return whole.width(Fill).height(Fill).into();
    }
    let card = container(whole.expand(true))
        .padding(gap::M)
        .style(theme::container::light_ground);
    container(card).center(Fill).into()
}

/// What stands where a picture would be that cannot be shown.
pub fn refusal(file: &str, error: &Error) -> String {
    match error {
        Error::Missing => words::picture_missing(file),
        Error::NotOpened(_) | Error::NotAFile => words::picture_not_opened(file),
        Error::Elsewhere => words::picture_elsewhere(file),
        Error::Drawing => words::picture_drawing(file),
        Error::TooLarge => words::picture_too_large(file),
        Error::NotRead(_) => words::picture_not_read(file),
        Error::Damaged(_) => words::picture_damaged(file),
    }
}
