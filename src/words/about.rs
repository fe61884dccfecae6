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
    pub reasoning_title = "What this rests on";
    pub program = "The program";
    pub reasoning = "How Kneewise reasons";
    pub reasoning_row = "How a mark and your answers become a match, step by step, and how sure we are";
    pub reasoning_line = "From a mark to a match. You can check every step.";
    pub back = "About";
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
