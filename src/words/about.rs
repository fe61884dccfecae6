//! What Kneewise says about itself: how it reasons, who has looked at it, and how to check it.

#![allow(missing_docs)] // The sentences say it.

use super::language::{phrase, sentences, text};

sentences! {
    pub not_reviewed = "No clinician has reviewed this yet";
    pub not_reviewed_line = "What the knee map asks and says was put together from \
        published studies and guidelines. No doctor or physiotherapist has reviewed it so far. \
        Treat it as background reading, and trust an examination more.";
    pub not_reviewed_short = "No doctor or physiotherapist has reviewed the content so far.";
    pub how_to_review = "If you are one";
    pub how_to_review_line = "You can check it. The page below shows every step, each \
        condition names its sources, each number in the files says whether it was published, adjusted \
        or estimated, and “kneewise assess” runs cases of your own through the same rules.";
    pub what_changed = "What changed when the literature was read again";
    pub what_changed_line = "It asks about more things that cannot wait: a fever with a sore knee in a \
        child, calf pain that may be a clot, groin pain that may be the hip bone, a pop, a numb \
        foot. Fewer runners are sent away for what is ordinary, such as an ache when sitting, an illness \
        long ago, or pain on the outer side that builds up during the run. Age weighs more, and a mark counts \
        a little for the places beside it. What is not asked is no longer taken as an answer.";
    pub back = "About";
    pub what_it_is = "Guided routines for runners’ knees. Offline, no account.";
    pub copy_version = "Copy version";
    pub reasoning = "Reasoning";
    pub reasoning_row = "How a mark and your answers become a match, step by step, and how sure we are";
    pub reasoning_line = "How Kneewise gets from a mark to a match. You can check every step.";
    pub sources = "Sources";
    pub red_flags = "Red flags";
    pub red_flags_row = "All that stops the routines until someone has looked, and why";
    pub red_flags_note = "Each stands where it can be most urgent. Some answers make it less so.";
    pub what_we_left_out = "What we left out";
    pub left_out_row = "Percentages, a single verdict, and anything without a source";
    pub licences = "Licences";
    pub kneewise = "Kneewise";
    pub kneewise_row = "MIT or Apache 2.0. Pictures and texts included";
    pub fonts = "Fonts and icons";
    pub fonts_row = "Inter, SIL Open Font License 1.1. Lucide, ISC";
    pub libraries = "Libraries";
}

/// The product and its version.
pub fn version(version: &str) -> String {
    phrase!("Kneewise {version}")
}

/// How much was read.
pub fn sources_row(count: usize) -> String {
    phrase!("{count} papers, guidelines and books, each with the pages that use it")
}

/// The pages that use a source: "Used for: Runner’s knee, clamshell."
pub fn used_by(pages: &[&str]) -> String {
    phrase!("Used for: {}", pages.join("; "))
}

/// What the window is made with, and how many libraries beside it.
pub fn libraries_row(others: usize) -> String {
    phrase!("iced and {others} others")
}

/// Licences one may choose among: "MIT or Apache-2.0".
pub fn licence(ways: &[&str]) -> String {
    phrase!("{}", ways.join(text(" or ")))
}

/// The libraries of one licence.
pub fn libraries_of(libraries: &[String]) -> String {
    phrase!("{}", libraries.join(", "))
}

/// What was left out, each with why.
pub fn left_out() -> [(&'static str, &'static str); 5] {
    [
        (
            text("Percentages"),
            text(
                "The numbers behind a match come from studies of other people, and some are our estimates. \
                 A percentage would promise more than they hold, so you see which signs fit and which do not.",
            ),
        ),
        (
            text("A single verdict"),
            text(
                "Several things can hurt in one place, and more than one at a time. What else it could be \
                 stands beside what fits best.",
            ),
        ),
        (
            text("Anything without a source"),
            text(
                "A page says where its facts come from. Where a number is ours, the files mark it as an \
                 estimate.",
            ),
        ),
        (
            text("A diagnosis from photos or scans"),
            text("Kneewise sees no picture and feels no knee. Someone who examines it knows more."),
        ),
        (
            text("An account, a network, and streaks"),
            text(
                "What you say stays on this computer, and days without a session are not held against you.",
            ),
        ),
    ]
}

/// The steps, each with what is done in it.
pub fn steps(most_questions: usize) -> [(&'static str, String); 5] {
    [
        (
            text("First, what cannot wait"),
            text(
                "A few pages of checks. If someone should look at the knee first, Kneewise stops here and no routine \
             is offered."
            )
            .to_owned(),
        ),
        (
            text("The place"),
            text(
                "Each spot on the map has conditions that are common there in runners. Your age and how \
             it began change their order."
            )
            .to_owned(),
        ),
        (
            text("Questions that tell them apart"),
            phrase!(
                "Kneewise asks what separates the first from the second, {most_questions} questions at most, and \
                 stops when it is clear."
            ),
        ),
        (
            text("Signs, not odds"),
            text(
                "You see which answers fit and which do not, as “4 of 5 signs”. There are no percentages: \
             the numbers behind it come from studies of other people, and some are our estimates."
            )
            .to_owned(),
        ),
        (
            text("What to do"),
            text(
                "Self-care from guidelines and trials first, then routines. If nothing fits clearly, it \
             says so."
            )
            .to_owned(),
        ),
    ]
}

sentences! {
    pub how_sure = "How sure are we?";
}

/// The marks of the numbers, with what each means.
pub fn sure() -> [(&'static str, &'static str); 3] {
    [
        (text("Published"), text("Read in a study or guideline.")),
        (
            text("Adjusted"),
            text("Published, and softened because people examine themselves."),
        ),
        (text("Estimate"), text("Ours, and marked so in the files.")),
    ]
}

sentences! {
    pub what_it_knows = "What it knows";
}

/// How much there is to check.
pub fn counts(conditions: usize, questions: usize, red_flags: usize, sources: usize) -> String {
    phrase!(
        "{conditions} conditions, {questions} questions, {red_flags} reasons to have a knee seen \
         first, and {sources} sources."
    )
}

sentences! {
    pub to_check = "Check it in bulk";
    pub to_check_line =
        "“kneewise assess” runs cases as JSON lines through the same rules. The README says how.";
}
