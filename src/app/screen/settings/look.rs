//! "Text and colours": how large and how bright it is, and what moves.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::section::{group, setting, soft, switch};
use super::{Context, Message, SettingsScreen};
use crate::app::theme::size::gap;
use crate::app::theme::{self, font, type_role};
use crate::app::widget::{button, segmented};
use crate::settings::{Appearance, Motion, TextSize};
use crate::words::{page as words, settings as said};

/// The sizes of the letters at the ends of the choice, in logical pixels.
const LETTERS: [f32; 2] = [14.0, 26.0];
/// The size of the name in the example, in logical pixels.
const NAME: f32 = 22.0;

impl SettingsScreen {
    /// Draws the section.
    pub(super) fn look<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let settings = context.settings;
        let appearance = segmented(
            words::appearance(),
            [
                (Appearance::System, words::as_the_system()),
                (Appearance::Light, words::light()),
                (Appearance::Dark, words::dark()),
            ],
            Some(settings.appearance),
            Message::Appearance,
        );
        group(
            None,
            [
                text_size(settings.text_size),
                setting(
                    words::appearance(),
                    Some(said::appearance_line().to_owned()),
                    appearance,
                ),
                switch(
                    words::reduced_motion(),
                    Some(words::reduced_motion_line()),
                    settings.motion == Motion::Reduced,
                    Message::Motion,
                ),
            ],
        )
    }
}

/// The size of text, with an example. What is chosen enlarges the window, and the example with it.
fn text_size<'a>(size: TextSize) -> Element<'a, Message> {
    let normal = TextSize::default();
    let back = (size != normal).then(|| {
        button(said::normal_text_size())
            .quiet()
            .small()
            .on_press(Message::TextSize(normal))
    });
    let value = type_role::STRONG.text(said::percent(size.percent()));
    let sizes = segmented(
        said::text_size(),
        TextSize::ALL.map(|size| (size, size.percent().to_string())),
        Some(size),
        Message::TextSize,
    );
    let [small, large] = LETTERS.map(|size| {
        let role = type_role::STRONG.with_size(size);
        role.text(said::letter())
    });
    let example = column![
        type_role::BODY
            .with_font(font::SEMIBOLD)
            .with_size(NAME)
            .text(said::example()),
        type_role::body(said::example_cue()).style(theme::text::soft),
    ];
    column![
        row![type_role::label(said::text_size()).width(Fill), value, back]
            .spacing(gap::S)
            .align_y(Center),
        soft(said::text_size_line()),
        container(
            row![small, sizes, large]
                .spacing(gap::S)
                .align_y(Center)
                .wrap()
        )
        .padding(Padding::ZERO.vertical(gap::XS)),
        container(example)
            .padding([gap::S, gap::M])
            .width(Fill)
            .style(theme::container::well),
    ]
    .spacing(gap::XXXS)
    .into()
}
