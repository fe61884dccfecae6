//! What to say about the files of the knee room.

use super::did_you_mean;

/// What stands in a flag's text for advice that is missing from its file.
pub const SEE_SOMEONE: &str = "Please have this knee seen by a doctor before you go on.";

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

/// More of a mark for the regions beside it than makes sense.
pub fn too_much_beside(most: f64) -> String {
    format!("This should be a number from 0 to {most}.")
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

/// An outline that is not path data of lines and cubics.
pub fn outline_unreadable(id: &str) -> String {
    format!("The outline \"{id}\" should be path data such as \"M1 2L3 4C5 6 7 8 9 10Z\".")
}

/// A place that its view does not draw.
pub fn no_outline(id: &str) -> String {
    format!("This view has no outline for \"{id}\".")
}

/// An outline of a place that is not known in this view.
pub fn outline_of_nothing(id: &str) -> String {
    format!("The outline \"{id}\" belongs to no place of this view.")
}
