//! The parts every screen is put together from.
//!
//! Parts take a [`PlayerScale`] where they belong to the player; everywhere else the whole window grows with the text size
//! setting. What can be pressed takes its message, and is a [`control`](crate::app::control::control()), which the keyboard
//! reaches by itself.
mod canvas;

pub mod button;
pub mod chart;
pub mod control;
pub mod countdown_ring;
pub mod damage;
pub mod digits;
pub mod figure;
mod ground;
pub mod guard;
pub mod hero;
pub mod icon;
pub mod knee_diagram;
pub mod knee_picture;
pub mod label;
pub mod layer;
pub mod live_figure;
pub mod mark;
pub mod one_line;
pub mod page;
pub mod pain_scale;
pub mod panel;
pub mod photo;
pub mod player;
pub mod scale;
pub mod sidebar;
pub mod step_bar;
pub mod steps;
pub mod thumbnail;
pub mod turntable;
pub mod way;
mod wrapper;

pub use button::{Button, IconButton, PlayerControl, button, icon_button, player_control};
pub use control::{input, picker, segmented, segmented_tight, slider, stepper, toggle};
pub use countdown_ring::{Count, Ring, countdown_ring};
pub use digits::{countdown, digits};
pub use figure::{Backdrop, FRAME, Mannequin, figure};
pub use guard::guarded;
pub use hero::hero;
pub use icon::{Glyph, Icon, Solid, glyph, icon, solid};
pub use knee_diagram::{Gesture, KneeDiagram, Outlines, Pointed, Section, Shapes, knee_diagram};
pub use knee_picture::{Crop, KneePicture, knee_picture, knee_picture_on};
pub use label::{
    chip, cue_dots, effort_dots, key_cap, key_line, meta, state_label, tag, tag_on_hue, tag_width,
};
pub use layer::{Toast, dialog, dialog_foot, modal, modal_maybe, with_toast};
pub use live_figure::{Next, live_figure};
pub use mark::mark;
pub use one_line::one_line;
pub use page::{Frame, page_header, scroll};
pub use pain_scale::{pain_scale, pain_tone};
pub use panel::{banner, card, choice_row, divider, stat, stat_height};
pub use photo::{Photo, photo, refusal};
pub use player::{Beat, side_switch, stage, tempo_bar};
pub use scale::{PlayerScale, WindowSize};
pub use sidebar::sidebar;
pub use step_bar::{Strip, step_bar};
pub use steps::{goal_strips, match_bar, share_bar};
pub use thumbnail::{Thumbnail, thumbnail};
pub use turntable::turntable;
pub use way::{Part, way};
