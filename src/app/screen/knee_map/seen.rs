//! Where the place of a question is, and in which view it is seen best.

use super::KneeMap;
use crate::knee::{Key, PlaceId, View};

/// The questions about a place: where to touch or to look, from its best side.
const PLACES: &[(Key, PlaceId, View)] = &[
    (Key::TenderLowerPole, PlaceId::PatellarTendon, View::Front),
    (Key::TenderUpperEdge, PlaceId::QuadricepsTendon, View::Front),
    (
        Key::TenderOuterEpicondyle,
        PlaceId::IliotibialBand,
        View::Lateral,
    ),
    (
        Key::TenderInnerJointLine,
        PlaceId::MedialJointLine,
        View::Medial,
    ),
    (
        Key::TenderOuterJointLine,
        PlaceId::LateralJointLine,
        View::Lateral,
    ),
    (Key::TenderPesAnserine, PlaceId::PesAnserine, View::Medial),
    (Key::TenderFatPad, PlaceId::FatPad, View::Front),
    (Key::TenderTubercle, PlaceId::TibialTubercle, View::Front),
    (
        Key::TenderInnerCord,
        PlaceId::PeripatellarMedial,
        View::Medial,
    ),
    (Key::TenderFibularHead, PlaceId::FibularHead, View::Lateral),
    (
        Key::TenderBackOuterCorner,
        PlaceId::PosterolateralCorner,
        View::Back,
    ),
    (
        Key::TenderBackInnerCorner,
        PlaceId::PosteromedialCorner,
        View::Back,
    ),
    (
        Key::TenderInnerLigament,
        PlaceId::MedialCollateral,
        View::Medial,
    ),
    (
        Key::TenderOuterKneecapEdge,
        PlaceId::PeripatellarLateral,
        View::Front,
    ),
    (Key::LumpBehind, PlaceId::PoplitealFossa, View::Back),
    (Key::LumpSoftens, PlaceId::PoplitealFossa, View::Back),
    (Key::ThrobbingLump, PlaceId::PoplitealFossa, View::Back),
    (Key::BagInFront, PlaceId::Patella, View::Front),
    (Key::TenderKneecapBone, PlaceId::Patella, View::Front),
    (Key::TenderCalf, PlaceId::GastrocnemiusMedial, View::Back),
];

/// The place of a question, if it has one, and the view that shows it best.
pub(super) fn place_of(key: Key) -> Option<(PlaceId, View)> {
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
