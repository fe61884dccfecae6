//! The page as plain text, to copy or to print.

use crate::app::screen::routine_row::RoutineRow;
use crate::knee::{Advice, Care, Condition, Reference};
use crate::words::conditions as words;
use crate::words::knee_map::guide_not_diagnosis;

/// Everything the page says, in its order.
pub(super) fn plain(condition: &Condition, routine_rows: &[RoutineRow]) -> String {
    let mut parts = vec![format!(
        "{}\n{}\n{}: {}",
        condition.name,
        condition.medical_name,
        words::where_it_is(),
        condition.place
    )];
    if let Some(level) = condition.care.how_soon() {
        parts.push(format!(
            "{}\n{}",
            words::how_soon(level),
            words::whom(level)
        ));
    }
    let mut part = |title: &str, text: &str| {
        if !text.is_empty() {
            parts.push(format!("{title}\n{text}"));
        }
    };
    part(words::what_it_feels_like(), &condition.feels);
    match &condition.care {
        Care::SelfCare(care) => {
            part(words::what_you_can_do(), &things(&care.do_now));
            part(words::leave_for_now(), &words::list(&care.leave));
        }
        Care::SeeFirst(care) => {
            part(words::what_to_do(), &things(&care.what_to_do));
            part(words::leave_for_now(), &words::list(&care.leave));
        }
        Care::GetHelp(help) => part(words::what_to_do(), &things(&help.what_to_do)),
    }
    let routines = routine_rows
        .iter()
        .map(|routine_row| format!("- {}, {}", routine_row.name(), routine_row.line()));
    part(words::routines(), &routines.collect::<Vec<_>>().join("\n"));
    part(words::why_it_happens(), &condition.why);
    part(words::worse_with(), &words::list(&condition.worse_with));
    part(words::how_it_begins(), &condition.onset);
    match &condition.care {
        Care::SelfCare(care) => {
            part(words::usual_recovery(), &care.recovery);
            part(words::see_someone_if(), &words::any_of(&care.see_someone));
        }
        Care::SeeFirst(care) => {
            part(words::usual_recovery(), &care.recovery);
            part(words::see_sooner_if(), &words::any_of(&care.see_someone));
        }
        Care::GetHelp(_) => {}
    }
    part(words::sources(), &sources(&condition.sources));
    parts.push(guide_not_diagnosis().to_owned());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn things(advice: &[Advice]) -> String {
    let lines = advice.iter().map(|advice| {
        let what = advice.what.trim_end_matches('.');
        match advice.how.as_str() {
            "" => format!("- {what}."),
            how => format!("- {what}. {how}"),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A source with its address, where one is known.
pub(super) fn source(source: &Reference) -> String {
    match source.web_address() {
        Some(address) => format!("{}, {address}", source.cite),
        None => source.cite.clone(),
    }
}

/// All sources, a line each.
pub(super) fn sources(sources: &[Reference]) -> String {
    let lines = sources.iter().map(source);
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knee::ConditionId;

    #[test]
    fn the_text_says_everything_the_page_says() {
        let (knowledge, _) = crate::content::knowledge();
        for id in ConditionId::named() {
            let condition = knowledge.condition(id);
            let text = plain(condition, &[]);
            let sources = condition.sources.iter().map(|source| &source.cite);
            let said = [
                &condition.name,
                &condition.medical_name,
                &condition.place,
                &condition.feels,
                &condition.why,
                &condition.onset,
            ];
            for said in said.into_iter().chain(sources) {
                assert!(text.contains(said.as_str()), "{id:?}: {said}");
            }
            assert!(text.ends_with(&format!("{}\n", guide_not_diagnosis())));
        }
    }

    #[test]
    fn a_source_is_copied_with_its_address() {
        let reference = |at: Option<&str>| Reference {
            cite: "Willy 2019".to_owned(),
            at: at.map(str::to_owned),
        };
        let known = reference(Some("https://doi.org/10.2519/jospt.2019.0302"));
        assert_eq!(
            source(&known),
            "Willy 2019, https://doi.org/10.2519/jospt.2019.0302"
        );
        let strange = reference(Some("file:///etc/passwd"));
        assert_eq!(
            sources(&[reference(None), strange]),
            "Willy 2019\nWilly 2019"
        );
    }
}
