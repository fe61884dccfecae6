//! What Kneewise says about itself: how it reasons, who has looked at it, and how to check it.

#![allow(missing_docs)] // The sentences say it.

pub fn not_reviewed() -> &'static str {
    "No clinician has reviewed this yet"
}

pub fn not_reviewed_line() -> &'static str {
    "What the knee map asks and says was put together from \
    published studies and guidelines. No doctor or physiotherapist has reviewed it so far. \
    Take it as reading, and trust an examination more."
}

pub fn not_reviewed_short() -> &'static str {
    "No doctor or physiotherapist has gone through the content so far."
}

pub fn how_to_review() -> &'static str {
    "If you are one"
}

pub fn how_to_review_line() -> &'static str {
    "You can check it. The page below shows every step, each \
    condition names its sources, each number in the files says whether it was published, adjusted \
    or estimated, and “kneewise assess” runs cases of your own through the same rules."
}

pub fn what_changed() -> &'static str {
    "What changed when the literature was read again"
}

pub fn what_changed_line() -> &'static str {
    "More is asked that cannot wait: a fever with a sore knee in a \
    child, calf pain that may be a clot, groin pain that may be the hip bone, a pop, a foot without \
    feeling. Fewer runners are sent away for what is ordinary, such as an ache in sitting, an illness \
    long ago, or a sore outer side that builds up during the run. Age weighs more, and a mark counts \
    a little for the places beside it. What is not asked is no longer taken as an answer."
}

pub fn reasoning() -> &'static str {
    "How Kneewise reasons"
}

pub fn reasoning_row() -> &'static str {
    "How a mark and your answers become a match, step by step, and how sure we are"
}

pub fn reasoning_line() -> &'static str {
    "From a mark to a match. You can check every step."
}

pub fn back() -> &'static str {
    "About"
}

/// The steps, each with what is done in it.
pub fn steps(most_questions: usize) -> [(&'static str, String); 5] {
    [
        (
            "First, what cannot wait",
            "A few pages of checks. An answer that someone should look at stops here, and no routine \
             is offered."
                .to_owned(),
        ),
        (
            "The place",
            "Each spot on the map has conditions that are common there in runners. Your age and how \
             it began shift them."
                .to_owned(),
        ),
        (
            "Questions that tell them apart",
            format!(
                "Kneewise asks what separates the first from the second, {most_questions} at most, and \
                 stops when it is clear."
            ),
        ),
        (
            "Signs, not odds",
            "You see which answers fit and which do not, as “4 of 5 signs”. There are no percentages: \
             the numbers behind it come from studies of other people, and some are our estimates."
                .to_owned(),
        ),
        (
            "What to do",
            "Self-care from guidelines and trials first, then routines. If nothing fits clearly, it \
             says so."
                .to_owned(),
        ),
    ]
}

pub fn how_sure() -> &'static str {
    "How sure are we?"
}

/// The marks of the numbers, with what each means.
pub fn sure() -> [(&'static str, &'static str); 3] {
    [
        ("Published", "Read in a study or guideline."),
        (
            "Adjusted",
            "Published, and softened because people examine themselves.",
        ),
        ("Estimate", "Ours, and marked so in the files."),
    ]
}

pub fn what_it_knows() -> &'static str {
    "What it knows"
}

/// How much there is to check.
pub fn counts(conditions: usize, questions: usize, red_flags: usize, sources: usize) -> String {
    format!(
        "{conditions} conditions, {questions} questions, {red_flags} reasons to have a knee seen \
         first, and {sources} sources."
    )
}

pub fn to_check() -> &'static str {
    "To check it in bulk"
}

pub fn to_check_line() -> &'static str {
    "“kneewise assess” runs cases as JSON lines through the same rules. The README says how."
}
