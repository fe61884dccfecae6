//! Where a condition is felt, as pages show it.

use iced::Element;
use iced::widget::image;

use crate::app::widget::{Crop, KneePicture, knee_picture};
use crate::knee::{Area, AreaId, Condition, Knowledge, View, sore_places};
use crate::side::Side;

/// The places of a condition, and from where they can be seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The places, the likeliest first. None where it is felt all over.
    places: Vec<AreaId>,
    /// The views that show any of them, the best first; never empty.
    views: Vec<View>,
}

impl Spot {
    /// Where a condition is felt.
    pub fn of(knowledge: &Knowledge, condition: &Condition) -> Self {
        let places = sore_places(knowledge, condition.id);
        let best = match condition.area {
            Area::Front | Area::Whole => View::Front,
            Area::Outer => View::Lateral,
            Area::Inner => View::Medial,
            Area::Back => View::Back,
        };
        let diagram = knowledge.diagram();
        let shown = |view: View| {
            let seen = places
                .iter()
                .filter(|place| diagram.anchor(view, Side::Right, **place).is_some());
            seen.count()
        };
        let mut views: Vec<_> = View::ALL
            .into_iter()
            .filter(|view| shown(*view) > 0)
            .collect();
        // The side it belongs to, then those that show most of it.
        views.sort_by_key(|view| (*view != best, std::cmp::Reverse(shown(*view))));
        if views.is_empty() {
            views.push(best);
        }
        Self { places, views }
    }

    /// The views in which something of it can be seen, the best first.
    pub fn views(&self) -> &[View] {
        &self.views
    }

    /// The best view.
    pub fn view(&self) -> View {
        self.views.first().copied().unwrap_or(View::Front)
    }

    /// The knee with its places lit.
    pub fn picture<'a, Message: 'a>(
        &'a self,
        knowledge: &'a Knowledge,
        view: View,
        leg: Side,
        picture: Option<&'a image::Handle>,
    ) -> Element<'a, Message> {
        let diagram = knowledge.diagram();
        knee_picture(KneePicture {
            diagram,
            view,
            leg,
            picture,
            crop: match self.places.as_slice() {
                [] => Crop::Joint,
                places => Crop::around(diagram, view, places),
            },
            lit: &self.places,
            is_numbered: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knee::ConditionId;

    #[test]
    fn every_condition_is_shown_from_where_its_places_can_be_seen() {
        let (knowledge, _) = crate::content::knowledge();
        for id in ConditionId::named() {
            let spot = Spot::of(&knowledge, knowledge.condition(id));
            assert!(!spot.views().is_empty(), "{id:?}");
            for view in spot.views() {
                let seen = spot.places.iter();
                let mut seen =
                    seen.filter_map(|place| knowledge.diagram().anchor(*view, Side::Right, *place));
                assert!(
                    spot.places.is_empty() || seen.next().is_some(),
                    "{id:?} {view:?}"
                );
            }
        }
        for (id, area, view) in [
            (
                ConditionId::IliotibialBandSyndrome,
                Area::Outer,
                View::Lateral,
            ),
            (ConditionId::BakersCyst, Area::Back, View::Back),
            (ConditionId::MedialMeniscus, Area::Inner, View::Medial),
        ] {
            let condition = Condition {
                area,
                ..knowledge.condition(id).clone()
            };
            assert_eq!(Spot::of(&knowledge, &condition).view(), view, "{id:?}");
        }
    }
}
