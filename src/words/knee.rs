//! What the knee map says: above the first questions, and about its own files.

use super::problem::did_you_mean;

/// What to do about a flag whose text is missing.
pub const SEE_SOMEONE: &str = "Please have this knee seen by a doctor before you go on.";

/// Above what cannot wait.
pub const RIGHT_NOW: &str = "Right now, is any of these so?";
/// Above what may have come with an injury.
pub const INJURY: &str = "When it began, or since, was there any of these?";
/// Above swelling and giving way without an injury.
pub const SWELLING: &str = "Does the knee do any of these?";
/// Above heat, fever and what lets germs in.
pub const INFECTION: &str = "Is the knee hot, or do you feel unwell?";
/// Above the questions about vessels.
pub const CALF_AND_VESSELS: &str = "Behind the knee and in the calf, is any of these so?";
/// Above the questions about a child's hip.
pub const CHILDS_HIP: &str = "Does the hip have a part in it?";
/// Above the questions about bone.
pub const BONE: &str = "Does the bone hurt in any of these ways?";
/// Above what has been going on for longer.
pub const OVER_TIME: &str = "Over the last weeks, was any of these so?";
/// Above circumstances in which to ask a clinician first.
pub const CIRCUMSTANCES: &str = "Is any of these true for you?";

/// An id that nothing in the knee room has.
pub fn unknown_id(found: &str, meant: Option<&str>) -> String {
    let advice = meant.map_or_else(String::new, |meant| format!(" {}", did_you_mean(meant)));
    format!("The id \"{found}\" is not known here.{advice}")
}

/// Something that has to be described and is not.
pub fn missing_entry(id: &str) -> String {
    format!("There is no entry for \"{id}\" here.")
}

/// A text with nothing in it.
pub fn empty_text() -> &'static str {
    "This text is empty."
}

/// A list with nothing in it.
pub fn empty_list() -> &'static str {
    "This list is empty."
}

/// Weights that are not 100 percent in all.
pub fn weights_do_not_sum(sum: f64) -> String {
    format!("These weights are {sum} in all. They should be 100.")
}

/// Shares that are not 1 in all.
pub fn shares_do_not_sum(sum: f64) -> String {
    format!("These shares are {sum} in all. Each should be above 0, and all together 1.")
}

/// A weight or factor of nothing or less.
pub fn weight_not_positive() -> &'static str {
    "This should be a number above 0."
}

/// A condition with two weights.
pub fn twice_in_region(id: &str) -> String {
    format!("\"{id}\" has two weights in this region. Please keep one.")
}

/// A condition with two ratios.
pub fn twice_in_question(id: &str) -> String {
    format!("\"{id}\" has two entries for this question. Please keep one.")
}

/// A modifier of nothing.
pub fn modifier_without_weight(id: &str) -> String {
    format!("\"{id}\" has no weight in this region, so there is nothing to change.")
}

/// Ages the wrong way round.
pub fn age_backwards() -> &'static str {
    "The first age should not be above the second."
}

/// A ratio that would decide alone, or that no answer can have.
pub fn ratio_out_of_bounds((lowest, highest): (f64, f64)) -> String {
    format!("A ratio should be a number from {lowest} to {highest}.")
}

/// A picture that is not SVG.
pub fn picture_unreadable(detail: &str) -> String {
    format!("This picture could not be read as SVG ({detail}).")
}

/// A picture without click areas.
pub fn no_regions_layer() -> String {
    "This picture has no layer with the id \"regions\".".to_owned()
}

/// An outline that is not path data.
pub fn outline_unreadable(id: &str, detail: &str) -> String {
    format!("The outline \"{id}\" could not be read ({detail}).")
}

/// An outline with curves that are neither lines nor cubics.
pub fn outline_with_other_curves(id: &str) -> String {
    format!("The outline \"{id}\" should only have M, L, C and Z.")
}

/// A place that its view does not draw.
pub fn no_outline(id: &str) -> String {
    format!("This picture has no outline for \"{id}\".")
}

/// An outline of a place that is not known in this view.
pub fn outline_of_nothing(id: &str) -> String {
    format!("The outline \"{id}\" belongs to no place of this view.")
}
