//! The icons of things to do.

use crate::app::widget::Icon;
use crate::knee::AdviceKind;

/// What stands for a sort of thing to do.
pub(super) const fn icon_of(kind: AdviceKind) -> Icon {
    match kind {
        AdviceKind::Strengthen => Icon::Dumbbell,
        AdviceKind::Move => Icon::WavesHorizontal,
        AdviceKind::Run => Icon::Mountain,
        AdviceKind::Load => Icon::Gauge,
        AdviceKind::Cadence | AdviceKind::Shoes => Icon::Footprints,
        AdviceKind::Walk => Icon::Bike,
        AdviceKind::Rest => Icon::Bed,
        AdviceKind::Sit => Icon::Armchair,
        AdviceKind::Company => Icon::User,
        AdviceKind::Touch => Icon::Hand,
        AdviceKind::Wait => Icon::Clock,
        AdviceKind::Tell => Icon::FileText,
        AdviceKind::Cool => Icon::Snowflake,
        AdviceKind::Support => Icon::Bandage,
        AdviceKind::Medicine => Icon::Pill,
        AdviceKind::Ask => Icon::Phone,
        AdviceKind::Call => Icon::Siren,
        AdviceKind::Watch => Icon::Eye,
        AdviceKind::Avoid | AdviceKind::Drive => Icon::Ban,
    }
}
