//! Where the place of a question is, and in which view it is seen best.

use super::KneeMap;
use crate::knee::{AreaId, Key, View};

/// The questions about a place: where to touch or to look, from its best side.
const PLACES: &[(Key, AreaId, View)] = &[
    (Key::TenderLowerPole, AreaId::PatellarTendon, View::Front),
    (Key::TenderUpperEdge, AreaId::QuadricepsTendon, View::Front),
    (
        Key::TenderOuterEpicondyle,
        AreaId::IliotibialBand,
        View::Lateral,
    ),
    (
        Key::TenderInnerJointLine,
        AreaId::MedialJointLine,
        View::Medial,
    ),
    (
        Key::TenderOuterJointLine,
        AreaId::LateralJointLine,
        View::Lateral,
    ),
    (Key::TenderPesAnserine, AreaId::PesAnserine, View::Medial),
    (Key::TenderFatPad, AreaId::FatPad, View::Front),
    (Key::TenderTubercle, AreaId::TibialTubercle, View::Front),
    (
        Key::TenderInnerCord,
        AreaId::PeripatellarMedial,
        View::Medial,
    ),
    (Key::TenderFibularHead, AreaId::FibularHead, View::Lateral),
    (
        Key::TenderBackOuterCorner,
        AreaId::PosterolateralCorner,
        View::Back,
    ),
    (
        Key::TenderBackInnerCorner,
        AreaId::PosteromedialCorner,
        View::Back,
    ),
    (
        Key::TenderInnerLigament,
        AreaId::MedialCollateral,
        View::Medial,
    ),
    (
        Key::TenderOuterKneecapEdge,
        AreaId::PeripatellarLateral,
        View::Front,
    ),
    (Key::LumpBehind, AreaId::PoplitealFossa, View::Back),
    (Key::LumpSoftens, AreaId::PoplitealFossa, View::Back),
    (Key::ThrobbingLump, AreaId::PoplitealFossa, View::Back),
    (Key::BagInFront, AreaId::Patella, View::Front),
    (Key::TenderKneecapBone, AreaId::Patella, View::Front),
    (Key::TenderCalf, AreaId::GastrocnemiusMedial, View::Back),
];

/// The place of a question, if it has one, and the view that shows it best.
pub(super) fn place_of(key: Key) -> Option<(AreaId, View)> {
    PLACES
        .iter()
        .find(|(known, _, _)| *known == key)
        .map(|(_, place, view)| (*place, *view))
}

impl KneeMap {
    /// Turns the drawing to the place of a question, or to where it hurts.
    pub(super) fn turn_to_place_of(&mut self, key: Key) {
        let marked = self.story().marks.first().copied();
        self.view = match (place_of(key), marked) {
            (Some((_, view)), _) => view,
            (None, Some(mark)) => {
                let diagram = self.knowledge.diagram();
                diagram.views_of(mark).next().unwrap_or(View::Front)
            }
            (None, None) => View::Front,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;

    #[test]
    fn every_place_is_seen_in_the_view_it_is_shown_in() {
        let (knowledge, _) = content::knowledge();
        for (key, place, view) in PLACES {
            let views: Vec<View> = knowledge.diagram().views_of(*place).collect();
            assert!(views.contains(view), "{key}: {views:?}");
        }
    }
}
