//! The page by itself: strips and signs are one set, whatever was answered.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;

use iced::Size;

use super::match_card::said_signs;
use super::*;
use crate::app::test_support;
use crate::content;
use crate::knee::{Age, AgeBand, Answer, AreaId, Key, Mark, Onset};
use crate::settings::Motion;
use crate::training::finding::finding;
use crate::words::knee_map;

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn sheet(&mut self) -> AnswerSheet {
        let mut sheet = AnswerSheet {
            onset: Some(Onset::ALL[self.below(3)]),
            age: Some(Age::Band(AgeBand::ALL[self.below(AgeBand::ALL.len())])),
            ..AnswerSheet::default()
        };
        for _ in 0..1 + self.below(3) {
            let place = AreaId::ALL[self.below(AreaId::ALL.len())];
            sheet.marks.push(Mark::Area(place));
        }
        for _ in 0..self.below(9) {
            let key = Key::ALL[self.below(Key::ALL.len())];
            let answer = [Answer::Yes, Answer::No, Answer::NotSure][self.below(3)];
            let _before = sheet.answers.insert(key, answer);
        }
        sheet
    }
}

fn page(knowledge: &Arc<Knowledge>, content: &Content, sheet: &AnswerSheet) -> FindingPage {
    let assessment = assess(knowledge, sheet);
    let id = uuid::Uuid::from_u128(1);
    let record = finding(id, test_support::MOMENT, Side::Left, sheet, &assessment);
    let log = Log::default();
    let known = Known {
        knowledge,
        findings: Findings::default(),
        content,
        own: &[],
        log: &log,
        today: test_support::MOMENT.day(),
        region: None,
        next: None,
        other: None,
    };
    FindingPage::new(record, None, Showing::First, Origin::Page, &known)
}

#[test]
fn as_many_strips_as_ticks_and_dashes_whatever_was_answered() {
    let knowledge = Arc::new(content::knowledge().0);
    let (content, _) = Content::read();
    let mut chance = Chance(2026);
    let mut seen = 0;
    for _ in 0..200 {
        let sheet = chance.sheet();
        let page = page(&knowledge, &content, &sheet);
        for candidate in page.assessment.shown() {
            let signs: Vec<_> = said_signs(candidate).collect();
            let ticks = signs.iter().filter(|(_, fits)| *fits).count();
            assert_eq!((ticks, signs.len()), candidate.signs(), "{sheet:?}");
        }
        // What the page draws says the same.
        let Some(best) = page.assessment.shown().next().filter(|_| !page.is_flag()) else {
            continue;
        };
        seen += 1;
        if seen % 8 != 0 {
            continue;
        }
        let viewport = Viewport {
            motion: Motion::Full,
            window: Size::new(1180.0, 2000.0),
            withheld: None,
        };
        let pictures = Pictures::default();
        let mut window = test_support::window(viewport.window, page.view(&viewport, &pictures));
        let words = test_support::words(&mut window);
        let says = |text: &str| words.iter().any(|words| words.content == text);
        let (fitting, all) = best.signs();
        if all > 0 {
            assert!(says(&knee_map::signs(fitting, all)), "{sheet:?}");
        }
        for (key, _) in said_signs(best) {
            let question = knowledge.question(key);
            let said = match sheet.answer(key) {
                Some(Answer::No) => &question.no_sign,
                _ => &question.sign,
            };
            assert!(says(said), "{said}: {sheet:?}");
        }
    }
    assert!(seen > 40, "only {seen} results");
}

#[test]
fn the_page_and_its_dialogs_have_different_keys() {
    let knowledge = Arc::new(content::knowledge().0);
    let (content, _) = Content::read();
    let sheet = AnswerSheet {
        marks: vec![Mark::Area(AreaId::Patella)],
        answers: [(Key::HotKnee, Answer::Yes), (Key::Fever, Answer::Yes)].into(),
        ..AnswerSheet::default()
    };
    let mut page = page(&knowledge, &content, &sheet);
    assert!(page.is_flag());
    let closed = page.face();
    let _ = page.update(Message::Summarise);
    let summary = page.face();
    assert_ne!(closed, summary);
    let _ = page.update(Message::Summing(Summing::Close));
    assert_eq!(page.face(), closed);
}
