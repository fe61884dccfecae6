//! Choosing from the catalog: whoever types, narrows or sorts finds what they meant, and nothing else.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use kneewise::authoring::Source;
use kneewise::catalog::{Catalog, Filter, KitFilter, KitSet, Length, Order, Owner, Summary};
use kneewise::content::{self, Content};
use kneewise::exercise::{Catalogue, Kit};
use kneewise::knee::{ConditionId, Findings, Knowledge};
use kneewise::routine::{Effort, Kind, Routine};
use kneewise::words::catalog::LEXICON;
use proptest::prelude::*;
use proptest::sample::select;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| content::knowledge().0);
static BUNDLED: LazyLock<Catalog> = LazyLock::new(|| {
    let routines = Content::read().0.routines;
    Catalog::new(
        routines
            .into_iter()
            .map(|routine| (Arc::new(Summary::of(&routine)), Owner::Bundled)),
        &KNOWLEDGE,
        &Findings::default(),
        &LEXICON,
    )
});

fn typed(query: &str) -> Filter {
    Filter {
        query: query.to_owned(),
        ..Filter::default()
    }
}

/// The ids of what a wish finds, in order.
fn ids(catalog: &Catalog, filter: &Filter) -> Vec<String> {
    catalog
        .choose(filter)
        .into_iter()
        .map(|place| catalog.entries()[place].routine.id.to_string())
        .collect()
}

fn set(kit: &[Kit]) -> KitSet {
    kit.iter().collect()
}

/// Four routines in which each thing is said in one place only.
fn small() -> Catalog {
    let texts = [
        r#"(id: "elsewhere", name: "Évening calm", kind: Recovery, effort: Moderate, purpose: "Good after a lunge.",
            items: [Exercise(id: "sit", dose: Hold(600), sides: Both)],
            exercises: [(id: "sit", name: "Wall sit", targets: [Quadriceps], kit: [Wall, Mat])])"#,
        r#"(id: "step", name: "Track day", kind: WarmUp, effort: Hard,
            items: [Exercise(id: "long", dose: Hold(1500), sides: Both)],
            exercises: [(id: "long", name: "Walking lunge", targets: [GluteusMaximus])])"#,
        r#"(id: "name", name: "Lunge school", kind: Strength, serves: ["itbs"],
            items: [Exercise(id: "stand", dose: Hold(120), sides: Both)],
            exercises: [(id: "stand", name: "Stand", kit: [Mat])])"#,
        r#"(id: "other", name: "Bridge", kind: Strength,
            items: [Exercise(id: "up", dose: Hold(900), sides: Both)],
            exercises: [(id: "up", name: "Single-leg bridge", kit: [LoopBand])])"#,
    ];
    let routines = texts.map(|text| {
        let source = Source {
            name: "small.ron",
            text,
        };
        let routine = Routine::read(&source, &Catalogue::default());
        let routine = routine.unwrap_or_else(|problems| panic!("{problems:?}"));
        Arc::new(Summary::of(&routine))
    });
    let mine = |routine: Arc<Summary>| match &*routine.id {
        "other" => (routine, Owner::Mine),
        _ => (routine, Owner::Bundled),
    };
    Catalog::new(
        routines.into_iter().map(mine),
        &KNOWLEDGE,
        &Findings::default(),
        &LEXICON,
    )
}

#[test]
fn without_a_wish_everything_is_there_in_the_order_of_the_routines() {
    let all: Vec<_> = (0..BUNDLED.entries().len()).collect();
    assert_eq!(BUNDLED.choose(&Filter::default()), all);
    assert_eq!(BUNDLED.choose(&typed("  ")), all);
    let kinds = Kind::ALL.map(|kind| BUNDLED.count(Some(kind)));
    assert_eq!(kinds.iter().sum::<usize>(), all.len());
    assert_eq!(BUNDLED.count(None), all.len());
}

#[test]
fn a_name_comes_before_a_step_and_a_step_before_the_rest() {
    assert_eq!(
        ids(&small(), &typed("lunge")),
        ["name", "step", "elsewhere"]
    );
    // Whatever way it is written, and while it is being written.
    for query in ["LUNGE", "lún", "lunge ", "unge"] {
        assert_eq!(
            ids(&small(), &typed(query)),
            ["name", "step", "elsewhere"],
            "{query}"
        );
    }
}

#[test]
fn steps_targets_kit_conditions_and_purpose_are_searched() {
    for (query, expected) in [
        ("wall sit", "elsewhere"),
        ("front thigh", "elsewhere"),
        ("glutes", "step"),
        ("loop band", "other"),
        ("it band syndrome", "name"),
        ("iliotibial", "name"),
        ("good after", "elsewhere"),
        ("evening", "elsewhere"),
        ("warm-up", "step"),
        ("warmup", "step"),
        ("single leg", "other"),
        ("singleleg", "other"),
    ] {
        let found = ids(&small(), &typed(query));
        assert_eq!(
            found.first().map(String::as_str),
            Some(expected),
            "{query}: {found:?}"
        );
    }
}

#[test]
fn every_word_has_to_be_found() {
    assert_eq!(ids(&small(), &typed("lunge school")), ["name"]);
    assert!(ids(&small(), &typed("lunge bridge")).is_empty());
}

#[test]
fn what_is_there_as_typed_is_not_mistaken_for_a_slip() {
    // "calm" is one letter from "calf", which is what several bundled routines work on.
    assert_eq!(ids(&small(), &typed("calm")), ["elsewhere"]);
    let wall: BTreeSet<_> = BUNDLED.choose(&typed("wall")).into_iter().collect();
    let ball: BTreeSet<_> = BUNDLED.choose(&typed("ball")).into_iter().collect();
    assert_ne!(wall, ball);
}

#[test]
fn nonsense_finds_nothing() {
    for query in [
        "zzzz",
        "qxqxqx",
        "ladder drills",
        "kneedle haystack",
        "wqxzvbkj",
        "12345678",
    ] {
        assert!(ids(&BUNDLED, &typed(query)).is_empty(), "{query}");
    }
}

/// Every long word of the bundled names, with where it comes from.
fn long_words() -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (place, entry) in BUNDLED.entries().iter().enumerate() {
        let name = entry.routine.name.to_lowercase();
        words.extend(
            name.split(|letter: char| !letter.is_alphabetic())
                .filter(|word| word.len() >= 6)
                .map(|word| (place, word.to_owned())),
        );
    }
    words
}

#[test]
fn one_slip_anywhere_in_a_word_still_finds_it() {
    let words = long_words();
    assert!(words.len() > 10);
    for (place, word) in words {
        let letters: Vec<char> = word.chars().collect();
        for at in 0..letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(at, (at + 1).min(letters.len() - 1));
            let mut missing = letters.clone();
            let _ = missing.remove(at);
            let mut wrong = letters.clone();
            wrong[at] = 'q';
            let mut extra = letters.clone();
            extra.insert(at, 'x');
            for slip in [swapped, missing, wrong, extra] {
                let query: String = slip.into_iter().collect();
                let found = BUNDLED.choose(&typed(&query));
                assert!(found.contains(&place), "{query} for {word}: {found:?}");
            }
        }
    }
}

#[test]
fn two_slips_find_a_long_word_and_no_short_one() {
    assert_eq!(ids(&small(), &typed("evning caml")), ["elsewhere"]);
    assert_eq!(
        ids(&small(), &typed("quadriecps tihgh")),
        Vec::<String>::new()
    );
    assert_eq!(ids(&small(), &typed("iliotbail")), ["name"]);
    assert!(ids(&small(), &typed("brdge")).contains(&"other".to_owned()));
    assert!(ids(&small(), &typed("bxxdge")).is_empty());
}

/// What can be done with these things and no others.
fn with_only(kit: &[Kit]) -> Vec<String> {
    let having = KitFilter::Only(set(kit));
    ids(
        &small(),
        &Filter {
            having,
            ..Filter::default()
        },
    )
}

#[test]
fn kit_means_that_nothing_else_is_needed() {
    let with = with_only;
    assert_eq!(with(&[]), ["step"]);
    assert_eq!(with(&[Kit::LoopBand]), ["step", "other"]);
    // A wall is everywhere: nobody who has a mat only should miss what is done against one.
    assert_eq!(with(&[Kit::Mat]), ["elsewhere", "step", "name"]);
    assert_eq!(with(&[Kit::Mat, Kit::Wall]), with(&[Kit::Mat]));
    assert_eq!(with(&Kit::ALL).len(), 4);
}

#[test]
fn a_mat_is_enough_for_ten_minutes_of_hip_mobility() {
    let filter = Filter {
        kind: Some(Kind::Mobility),
        length: Some(Length::of_minutes(10)),
        having: KitFilter::Only(set(&[Kit::Mat])),
        ..typed("hip")
    };
    let found = ids(&BUNDLED, &filter);
    assert!(found.contains(&"hip-mobility".to_owned()), "{found:?}");
}

#[test]
fn lengths_are_those_on_the_cards() {
    let of = |length| {
        let length = Some(length);
        ids(
            &small(),
            &Filter {
                length,
                ..Filter::default()
            },
        )
    };
    assert_eq!(of(Length::of_minutes(5)), ["name"]);
    assert_eq!(of(Length::of_minutes(10)), ["elsewhere", "name"]);
    assert_eq!(of(Length::of_minutes(20)), ["elsewhere", "name", "other"]);
    assert_eq!(of(Length::of_minutes(60)).len(), 4);
    assert!(of(Length::of_minutes(1)).is_empty());
    let sizes = Length::ALL.map(Length::minutes);
    assert!(sizes.is_sorted());
}

#[test]
fn what_needs_no_more_than_there_is_comes_first() {
    let first = |has: Option<&[Kit]>| {
        let at_home = has.map(set);
        let filter = Filter {
            at_home,
            ..Filter::default()
        };
        assert!(!filter.narrows(), "everything stays");
        ids(&small(), &filter)
    };
    let all = first(None);
    for has in [&[][..], &[Kit::Mat], &[Kit::LoopBand]] {
        let ordered = first(Some(has));
        let enough = with_only(has);
        let (suggested, others) = ordered.split_at(enough.len());
        assert_eq!(suggested, enough, "{has:?}");
        assert_eq!(others.len(), all.len() - enough.len());
    }
}

#[test]
fn counts_follow_what_was_typed_and_not_the_kind() {
    let catalog = &*BUNDLED;
    let all = catalog.counts(&Filter::default());
    for (kind, count) in &all {
        assert_eq!(*count, catalog.count(*kind), "{kind:?}");
    }
    let hip = Filter {
        kind: Some(Kind::WarmUp),
        ..typed("hip")
    };
    let counts = catalog.counts(&hip);
    let (whole, parts) = counts.split_first().unwrap();
    assert!(whole.1 > 0 && whole.1 < all[0].1);
    assert_eq!(whole.1, parts.iter().map(|(_, count)| count).sum::<usize>());
}

#[test]
fn orders_put_first_what_they_say() {
    let sorted = |order| {
        ids(
            &small(),
            &Filter {
                order,
                ..Filter::default()
            },
        )
    };
    assert_eq!(
        sorted(Order::Suggested),
        ["elsewhere", "step", "name", "other"]
    );
    assert_eq!(sorted(Order::Name), ["other", "elsewhere", "name", "step"]);
    assert_eq!(
        sorted(Order::Shortest),
        ["name", "elsewhere", "other", "step"]
    );
    assert_eq!(
        sorted(Order::Longest),
        ["step", "other", "elsewhere", "name"]
    );
    assert_eq!(
        sorted(Order::Easiest),
        ["name", "other", "elsewhere", "step"]
    );
}

#[test]
fn one_s_own_and_conditions_can_be_asked_for() {
    let mine = Filter {
        owner: Some(Owner::Mine),
        ..Filter::default()
    };
    assert_eq!(ids(&small(), &mine), ["other"]);
    assert!(small().has_own() && !BUNDLED.has_own());

    // What a condition's page names is found even where the routine does not name the condition.
    for (id, name) in BUNDLED.conditions() {
        let filter = Filter {
            condition: Some(*id),
            ..Filter::default()
        };
        let found = ids(&BUNDLED, &filter);
        assert!(!found.is_empty(), "{name}");
        for routine in KNOWLEDGE.condition(*id).named_routines() {
            assert!(found.iter().any(|id| id == routine), "{name}: {routine}");
        }
        assert_eq!(BUNDLED.condition(*id), Some(name.as_str()));
    }
    let served = BUNDLED.conditions().iter().map(|(id, _)| *id);
    assert!(
        served
            .clone()
            .any(|id| id == ConditionId::PatellofemoralPain)
    );
    assert!(served.clone().all(|id| id != ConditionId::Fracture));
}

#[test]
fn an_empty_catalog_answers_too() {
    let empty = Catalog::new([], &KNOWLEDGE, &Findings::default(), &LEXICON);
    assert!(empty.choose(&typed("knee")).is_empty());
    assert!(empty.choose(&Filter::default()).is_empty());
}

fn any_wish() -> impl Strategy<Value = Filter> {
    let query = select(vec![
        "",
        "k",
        "knee",
        "hip strength",
        "strecth",
        "glute",
        "mat",
        "zzzz",
        "the",
        "it band",
    ]);
    let condition = select(ConditionId::ALL.to_vec());
    let having = prop_oneof![
        Just(KitFilter::Anything),
        proptest::sample::subsequence(Kit::ALL.to_vec(), 0..=10)
            .prop_map(|kit| KitFilter::Only(set(&kit))),
    ];
    (
        query,
        proptest::option::of(select(Kind::ALL.to_vec())),
        proptest::option::of(select(Length::ALL.to_vec())),
        having,
        proptest::option::of(condition),
        select(Order::ALL.to_vec()),
    )
        .prop_map(|(query, kind, length, having, condition, order)| Filter {
            at_home: None,
            query: query.to_owned(),
            kind,
            length,
            having,
            condition,
            owner: None,
            order,
        })
}

proptest! {
    #[test]
    fn filters_combine_with_and(filter in any_wish()) {
        let found = |filter: Filter| -> BTreeSet<usize> { BUNDLED.choose(&filter).into_iter().collect() };
        let open = Filter::default;
        let parts = [
            found(Filter { query: filter.query.clone(), ..open() }),
            found(Filter { kind: filter.kind, ..open() }),
            found(Filter { length: filter.length, ..open() }),
            found(Filter { having: filter.having, ..open() }),
            found(Filter { condition: filter.condition, ..open() }),
        ];
        let mut all: BTreeSet<_> = (0..BUNDLED.entries().len()).collect();
        for part in &parts {
            all.retain(|place| part.contains(place));
        }
        prop_assert_eq!(found(filter), all);
    }

    #[test]
    fn the_same_wish_finds_the_same_once_each(filter in any_wish()) {
        let found = BUNDLED.choose(&filter);
        let once: BTreeSet<_> = found.iter().collect();
        prop_assert_eq!(once.len(), found.len());
        prop_assert_eq!(&BUNDLED.choose(&filter), &found);
        // And in order.
        let entries: Vec<_> = found.iter().map(|place| &BUNDLED.entries()[*place]).collect();
        for pair in entries.windows(2) {
            match filter.order {
                Order::Shortest => prop_assert!(pair[0].routine.length <= pair[1].routine.length),
                Order::Longest => prop_assert!(pair[0].routine.length >= pair[1].routine.length),
                Order::Easiest => {
                    let effort = |index: usize| -> Effort { pair[index].routine.effort };
                    prop_assert!(effort(0) <= effort(1));
                }
                Order::Name | Order::Suggested => {}
            }
        }
    }

    #[test]
    fn whatever_is_typed_is_answered(query in "\\PC{0,60}") {
        let _ = BUNDLED.choose(&typed(&query));
    }
}
