//! Routines of one's own: files come, change and go while the window is open.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::app::state::library::{self, Wanted, Watch};
use crate::library::RoutineRef;
use crate::words::adding;
use crate::words::{catalog as catalog_words, user_routines as words};

fn text(id: &str, name: &str) -> String {
    format!(
        r#"(id: "{id}", name: "{name}", kind: Mobility, items: [Exercise(id: "mini-squat", dose: Hold(5))])"#
    )
}

/// A window over a folder with files in it, and the folder.
fn desk_over(files: &[(&str, &str)]) -> (Desk, PathBuf) {
    let (mut desk, read) = Desk::before_reading(None, "(muted: true)", 1.0);
    let folder = desk.folders().routines();
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    desk.send(read);
    (desk, folder)
}

impl Desk {
    /// What the watch over the folder says.
    fn notice(&mut self) {
        self.send(Message::Library(library::Message::Changed));
    }

    fn own(&self) -> Vec<&str> {
        let own = self.app.library.user.routines().iter();
        own.map(|routine_file| &*routine_file.summary.name)
            .collect()
    }

    fn problems(&self) -> Vec<String> {
        let problems = self.app.library.problems.iter();
        problems.map(ToString::to_string).collect()
    }

    fn show_own(&mut self) {
        self.send(Message::Go(Tab::Routines));
        let routine_file = self
            .app
            .library
            .user
            .routines()
            .first()
            .expect("a routine")
            .clone();
        let chosen = RoutineRef::File(routine_file);
        let now = self.now();
        let task = self.app.take(chosen, Wanted::Page, now);
        for message in messages(task) {
            self.send(message);
        }
    }
}

#[test]
fn files_come_change_and_go_without_a_restart() {
    let (mut desk, folder) = desk_over(&[("a.ron", &text("a", "Early")), ("b.ron", "(")]);
    assert_eq!(desk.own(), ["Early"]);
    assert_eq!(desk.problems().len(), 1);
    assert!(desk.problems()[0].contains("b.ron:1:2: The bracket"));

    fs::write(folder.join("b.ron"), text("b", "Late")).unwrap();
    fs::write(folder.join("c.ron"), text("a", "Again")).unwrap();
    desk.notice();
    assert_eq!(desk.own(), ["Early", "Late"]);
    assert_eq!(desk.problems().len(), 1, "{:?}", desk.problems());
    assert!(desk.problems()[0].contains("c.ron:1:6: The id \"a\" is used in a.ron too."));

    fs::remove_dir_all(&folder).unwrap();
    desk.notice();
    assert!(desk.own().is_empty() && desk.problems().is_empty());
}

#[test]
fn the_open_routines_show_what_comes_and_what_is_wrong() {
    let (mut desk, folder) = desk_over(&[]);
    desk.send(Message::Go(Tab::Routines));
    desk.send(Message::Routines(routines_screen::Message::Typed(
        "zebra".to_owned(),
    )));
    assert!(!desk.says("Zebra"));

    fs::write(folder.join("a.ron"), text("a", "Zebra")).unwrap();
    fs::write(folder.join("b.ron"), "(").unwrap();
    desk.notice();
    assert!(desk.says("Zebra") && desk.says("Mine"));
    let fault = |desk: &Desk| {
        let words = desk.words();
        words.iter().any(|words| words.content.contains("b.ron"))
    };
    assert!(fault(&desk), "{:?}", desk.words());

    fs::remove_file(folder.join("a.ron")).unwrap();
    fs::remove_file(folder.join("b.ron")).unwrap();
    desk.notice();
    assert!(!desk.says("Zebra") && !fault(&desk));
}

#[test]
fn an_open_routine_follows_its_file() {
    let (mut desk, folder) = desk_over(&[("a.ron", &text("a", "Early"))]);
    desk.show_own();
    assert!(desk.says("Early"));
    fs::write(folder.join("a.ron"), text("a", "Late")).unwrap();
    desk.notice();
    assert!(desk.says("Late") && !desk.says("Early"));
    assert!(!desk.says(words::gone()));

    fs::remove_file(folder.join("a.ron")).unwrap();
    desk.notice();
    assert!(desk.says("Late") && desk.says(words::gone()));

    fs::write(folder.join("a.ron"), text("a", "Back")).unwrap();
    desk.notice();
    assert!(desk.says("Back") && !desk.says(words::gone()));
}

#[test]
fn an_open_routine_keeps_what_it_knows_and_what_was_chosen() {
    let serving = |name: &str| text("a", name).replace("kind:", r#"serves: ["itbs"], kind:"#);
    let (mut desk, folder) = desk_over(&[("a.ron", &serving("Early"))]);
    desk.show_own();
    assert!(desk.says("IT band syndrome"));
    desk.send(Message::Routine(routine::Message::Scrolled(7.0)));
    let shown = |desk: &Desk| match &desk.app.screens.open {
        Screen::Routine(detail) => Arc::clone(&detail.loaded().routine),
        other => panic!("{other:?}"),
    };
    let before = shown(&desk);
    fs::write(folder.join("b.ron"), text("b", "Other")).unwrap();
    desk.notice();
    assert!(
        Arc::ptr_eq(&before, &shown(&desk)),
        "another file has changed"
    );

    fs::write(folder.join("a.ron"), serving("Late")).unwrap();
    desk.notice();
    assert!(desk.says("Late") && desk.says("IT band syndrome"));
    match &desk.app.screens.open {
        Screen::Routine(detail) => assert!((detail.scrolled() - 7.0).abs() < 0.01),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_routine_that_was_left_is_there_as_a_whole() {
    let (mut desk, _) = desk_over(&[
        ("a.ron", &text("a", "Early")),
        ("b.ron", &text("b", "Late")),
    ]);
    assert!(
        desk.app.library.whole("a").is_none(),
        "nobody has use for it"
    );
    assert!(desk.app.library.whole(crate::content::RESET).is_some());
    desk.show_own();
    desk.notice();
    assert_eq!(desk.app.library.whole("a").unwrap().routine.name, "Early");
    assert!(desk.app.library.whole("b").is_none());
}

#[test]
fn a_session_of_one_s_own_is_carried_on_whether_its_routine_or_the_journal_comes_first() {
    use crate::journal::{Event, Recent};

    let (mut desk, _folder) = desk_over(&[("a.ron", &text("a", "Early"))]);
    desk.show_own();
    desk.send(Message::Routine(routine::Message::Start));
    desk.play(8);
    let open = Some(desk.playback().written().clone());
    let recent = Arc::new(Recent {
        open,
        ..Recent::default()
    });
    for is_read_first in [true, false] {
        let (mut desk, read) = Desk::before_reading(None, "(muted: true)", 1.0);
        let folder = desk.folders().routines();
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.ron"), text("a", "Early")).unwrap();
        let told = Message::Journal(Event::Today(Arc::clone(&recent)));
        let order = if is_read_first {
            [read, told]
        } else {
            [told, read]
        };
        for message in order {
            desk.send(message);
        }
        let now = desk.now();
        let task = desk.app.carry_on(now);
        let _ = messages(task);
        assert_eq!(desk.playback().loaded().routine.name, "Early");
    }
}

#[test]
fn a_choice_that_is_gone_leads_nowhere_and_the_routines_says_so() {
    let (mut desk, folder) = desk_over(&[("a.ron", &text("a", "Early"))]);
    desk.send(Message::Go(Tab::Routines));
    fs::write(folder.join("a.ron"), "(").unwrap();
    desk.show_own();
    assert!(matches!(desk.app.screens.open, Screen::Routines(_)));
    assert!(desk.own().is_empty());
    let words = desk.words();
    assert!(
        words
            .iter()
            .any(|words| words.content.starts_with("a.ron, line 1"))
    );
}

#[test]
fn the_file_with_a_fault_is_opened_with_one_click() {
    use std::io::{Error, ErrorKind};

    let (mut desk, folder) = desk_over(&[("b.ron", "(")]);
    desk.send(Message::Go(Tab::Routines));
    desk.app.desktop.open = |_| Ok(());
    desk.click(catalog_words::open_file());
    let not_opened = words::not_opened(&folder.join("b.ron"));
    let says = |desk: &Desk| {
        let words = desk.words();
        words
            .iter()
            .any(|words| words.content.ends_with(&not_opened))
    };
    assert!(!says(&desk));
    desk.app.desktop.open = |_| Err(Error::from(ErrorKind::NotFound));
    desk.click(catalog_words::open_file());
    assert!(says(&desk), "{:?}", desk.words());
}

#[test]
fn a_condition_offers_one_s_own_routines_too() {
    let own = text("a", "Early").replace("kind:", r#"serves: ["itbs"], kind:"#);
    let (mut desk, _) = desk_over(&[("a.ron", &own), ("b.ron", &text("b", "Late"))]);
    desk.send(Message::Go(Tab::KneeMap));
    let _pictures = desk
        .app
        .read_about(crate::knee::ConditionId::IliotibialBandSyndrome, "Back");
    desk.resize(Size::new(1180.0, 2400.0));
    desk.send(Message::Condition(condition::Message::MoreRoutines));
    assert!(desk.says("Early") && !desk.says("Late"));
    assert!(desk.says(&catalog_words::mine("1 min")));
    let Screen::Condition(page) = &desk.app.screens.open else {
        panic!("no condition");
    };
    let last = page.rows() - 1;
    desk.send(Message::Condition(condition::Message::Start(last)));
    assert_eq!(desk.playback().loaded().routine.name, "Early");
}

#[test]
fn an_exercise_names_one_s_own_routines_too() {
    let (mut desk, _) = desk_over(&[
        ("a.ron", &text("a", "Early")),
        ("b.ron", &text("b", "Late")),
    ]);
    desk.show_own();
    desk.send(Message::Routine(routine::Message::Exercise(0)));
    desk.resize(Size::new(1180.0, 2400.0));
    assert!(desk.says("Early") && desk.says("Late"));
    desk.click("Late");
    assert!(
        matches!(&desk.app.screens.open, Screen::Routine(detail) if detail.loaded().routine.name == "Late")
    );
}

#[test]
fn an_exercise_with_a_picture_shows_it() {
    let own = r#"(id: "a", name: "Early", kind: Mobility, items: [Exercise(id: "own", dose: Hold(5))],
        exercises: [(id: "own", name: "Own", picture: "own.png")])"#;
    let (mut desk, folder) = desk_over(&[]);
    let put = |file: &str, text: &str| fs::write(folder.join(file), text).unwrap();
    ::image::RgbImage::new(4, 3)
        .save(folder.join("own.png"))
        .unwrap();
    put("a.ron", own);
    desk.notice();
    let missing = crate::words::player::picture_missing("own.png");
    for is_there in [true, false] {
        desk.show_own();
        desk.send(Message::Routine(routine::Message::Exercise(0)));
        assert!(!desk.says(crate::words::exercise::no_figure()));
        assert_eq!(desk.says(&missing), !is_there);
        desk.send(Message::Exercise(exercise::Message::Back));
        let _ = fs::remove_file(folder.join("own.png"));
    }
}

#[test]
fn an_exercise_says_why_its_picture_is_not_shown_or_does_not_move() {
    use crate::words::player as player_words;

    let mut moving = Vec::new();
    let mut encoder = ::image::codecs::gif::GifEncoder::new(&mut moving);
    for red in [0, 200] {
        let frame = ::image::RgbaImage::from_pixel(4, 3, ::image::Rgba([red, 0, 0, 255]));
        encoder.encode_frame(::image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    let mut whole = std::io::Cursor::new(Vec::new());
    let picture = ::image::DynamicImage::new_rgb8(40, 30);
    picture
        .write_to(&mut whole, ::image::ImageFormat::Png)
        .unwrap();
    let half = &whole.get_ref()[..whole.get_ref().len() * 3 / 4];
    for (file, bytes, sentence) in [
        (
            "own.svg",
            "<svg/>".as_bytes(),
            player_words::picture_drawing("own.svg"),
        ),
        ("own.png", half, player_words::picture_damaged("own.png")),
        ("own.gif", &moving, player_words::picture_moves().to_owned()),
    ] {
        let own = format!(
            r#"(id: "a", name: "Early", kind: Mobility, items: [Exercise(id: "own", dose: Hold(5))],
                exercises: [(id: "own", name: "Own", picture: "{file}")])"#
        );
        let (mut desk, folder) = desk_over(&[]);
        fs::write(folder.join(file), bytes).unwrap();
        fs::write(folder.join("a.ron"), own).unwrap();
        desk.notice();
        desk.show_own();
        desk.send(Message::Routine(routine::Message::Exercise(0)));
        assert!(desk.says(&sentence), "{file}: {:?}", desk.words());
    }
}

#[test]
fn a_bundled_routine_is_never_gone() {
    let (mut desk, _) = desk_over(&[]);
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    desk.notice();
    assert!(desk.says("Post-Run Knee Reset") && !desk.says(words::gone()));
}

#[test]
fn a_session_is_never_disturbed() {
    let (mut desk, folder) = desk_over(&[("a.ron", &text("a", "Early"))]);
    desk.show_own();
    desk.send(Message::Routine(routine::Message::Start));
    assert!(
        desk.app.watch_user_routines().is_none(),
        "nothing is watched"
    );
    fs::write(folder.join("a.ron"), text("a", "Late")).unwrap();
    desk.notice();
    assert_eq!(desk.playback().loaded().routine.name, "Early");

    desk.send(Message::Player(player::Message::Leave));
    assert!(desk.says("Late"), "the page behind it has followed");
    assert!(desk.app.watch_user_routines().is_some());
}

#[test]
fn a_routine_that_is_dropped_on_the_window_is_added_when_one_says_so() {
    let (mut desk, folder) = desk_over(&[]);
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("hers.ron");
    fs::write(&file, text("hers", "Hers")).unwrap();
    let dropped = || Message::Dropped(file.clone());

    desk.send(dropped());
    assert!(desk.says(&adding::add_routine("Hers")));
    desk.press(Stroke::Escape);
    assert!(!desk.says(&adding::add_routine("Hers")));
    assert!(fs::read_dir(&folder).unwrap().next().is_none());

    desk.send(dropped());
    desk.click(adding::add());
    assert!(folder.join("hers.ron").is_file());
    desk.notice();
    assert_eq!(desk.own(), ["Hers"]);
    assert!(matches!(desk.app.screens.open, Screen::Routines(_)));
    assert!(desk.says("Hers") && !desk.says("Post-Run Knee Reset"));

    // A fault is said, and nothing is added.
    fs::write(home.path().join("bad.ron"), "(id: 3").unwrap();
    desk.send(Message::Dropped(home.path().join("bad.ron")));
    assert!(desk.says(&adding::not_added("bad.ron")));
    desk.press(Stroke::Enter);
    assert!(!desk.says(&adding::not_added("bad.ron")));

    // A session is not disturbed.
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Today(today_screen::Message::StartReset));
    desk.send(dropped());
    assert!(!desk.says(&adding::add_routine("Hers")));
}

#[test]
fn only_pages_that_show_routines_watch() {
    let mut desk = Desk::open();
    assert!(desk.app.watch_user_routines().is_none(), "today");
    desk.send(Message::Go(Tab::Routines));
    assert!(desk.app.watch_user_routines().is_some());
    desk.send(Message::Go(Tab::Settings));
    assert!(desk.app.watch_user_routines().is_none());
}

#[test]
fn own_routines_wait_while_a_routine_was_asked_for() {
    let (mut desk, read) = Desk::before_reading(Some(loaded(SHORT)), "(muted: true)", 1.0);
    let folder = desk.folders().routines();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.ron"), text("a", "Early")).unwrap();
    desk.send(read);
    assert!(desk.own().is_empty());
    desk.send(Message::Player(player::Message::Leave));
    desk.send(Message::Go(Tab::Routines));
    assert!(
        desk.app.watch_user_routines().is_some(),
        "which finds it unread"
    );
    desk.notice();
    assert_eq!(desk.own(), ["Early"]);
}

#[test]
fn the_folder_is_shown_and_opened_with_one_click() {
    use std::io::{Error, ErrorKind};

    let (mut desk, folder) = desk_over(&[]);
    desk.send(Message::Go(Tab::Settings));
    let open = |message| Message::Settings(message);
    desk.send(open(settings_screen::Message::Section(
        settings_screen::Section::Data,
    )));
    assert!(desk.says(words::your_routines()));
    desk.send(open(settings_screen::Message::OpenFolder));
    assert!(!desk.says(words::folder_not_opened()));

    desk.app.desktop.show = |_| Err(Error::from(ErrorKind::NotFound));
    desk.send(open(settings_screen::Message::OpenFolder));
    assert!(desk.says(words::folder_not_opened()) && desk.says(&words::not_opened(&folder)));
}

/// Whether the watch over a folder sees what a change makes of it, within so many seconds.
fn is_seen(patience: u64, change: impl FnOnce(&Path)) -> bool {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ron"), "one").unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async {
        let watch = Watch::of_read(folder.path());
        let seen = tokio::spawn(watch.until_changed());
        tokio::time::sleep(Duration::from_millis(50)).await;
        change(folder.path());
        let seen = tokio::time::timeout(Duration::from_secs(patience), seen).await;
        seen.is_ok()
    })
}

#[test]
fn the_watch_sees_what_changes_in_a_folder_and_nothing_else() {
    // Changes are waited for: a busy machine takes its time.
    assert!(is_seen(30, |folder| {
        fs::write(folder.join("a.ron"), "other").unwrap();
    }));
    assert!(is_seen(30, |folder| {
        fs::remove_file(folder.join("a.ron")).unwrap();
    }));
    assert!(!is_seen(2, |_| ()));
    let swap = |folder: &Path| fs::write(folder.join(".a.ron.swp"), "").unwrap();
    assert!(!is_seen(2, swap), "what an editor keeps for itself");
}
