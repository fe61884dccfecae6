//! A person's preferences: a small RON file that is read kindly and written so that it is never half there.

mod placement;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use serde::de::{DeserializeOwned, Error as _, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::authoring::problem;
use crate::authoring::{
    self, LONGEST_TEXT, Outline, Problem, Seconds, Source, nearest, whole_number,
};
use crate::catalog::about_me::Welcome;
use crate::desktop::{self, private};
use crate::knee::AgeBand;
use crate::routine::timeline::Start;
use crate::side::Side;

pub use placement::Placement;

/// What a person likes, and what is so until they say otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// How loud the signals are.
    pub volume: Volume,
    /// Whether they are silent for now, whatever the volume.
    pub muted: bool,
    /// Whether there are signals for the last three seconds and for halfway.
    pub countdown: bool,
    /// Whether there is a signal for each repetition.
    pub rep_beats: bool,
    /// Light or dark.
    pub appearance: Appearance,
    /// Whether figures move between their positions.
    pub motion: Motion,
    /// How large everything outside the player is drawn.
    pub text_size: TextSize,
    /// The side that exercises done on each side begin with.
    pub first_side: Side,
    /// The seconds to get ready before a routine, from 0 to 600. None: as the routine says.
    #[serde(deserialize_with = "get_ready_seconds")]
    pub get_ready_seconds: Option<u32>,
    /// Whether to ask how the knees are before a routine.
    pub ask_about_pain: bool,
    /// Whether to ask how the knees are on the morning after a session.
    pub ask_in_the_morning: bool,
    /// The knees that wait to be seen, in a file of version 0.1. The journal keeps them now: this is gone once it has them.
    #[serde(
        rename = "knees_to_be_seen",
        deserialize_with = "knees",
        skip_serializing_if = "Option::is_none"
    )]
    pub knees_of_version_1: Option<Vec<Side>>,
    /// How old the person is, as said on the knee map.
    #[serde(deserialize_with = "age", serialize_with = "age_id")]
    pub age: Option<AgeBand>,
    /// How often a spot was marked on the knee map, up to 3: until then the spots are outlined all the time.
    #[serde(deserialize_with = "marks_made")]
    pub marks_made: u32,
    /// Whether the knee map shows the skin, and not what lies inside.
    pub knee_with_skin: bool,
    /// The day, where the person is, on which they did not want to be asked about the morning.
    #[serde(deserialize_with = "day")]
    pub morning_declined: Option<Date>,
    /// The ids of the routines that were starred.
    pub favourites: Vec<String>,
    /// How the questions of the first day were taken.
    pub welcome: Welcome,
    /// How the window was left. None: it was never changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Placement>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            volume: Volume(80),
            muted: false,
            countdown: true,
            rep_beats: false,
            appearance: Appearance::System,
            motion: Motion::Full,
            text_size: TextSize::default(),
            first_side: Side::Left,
            get_ready_seconds: None,
            ask_about_pain: false,
            ask_in_the_morning: true,
            knees_of_version_1: None,
            age: None,
            marks_made: 0,
            knee_with_skin: false,
            morning_declined: None,
            favourites: Vec::new(),
            welcome: Welcome::Open,
            window: None,
        }
    }
}

impl Settings {
    /// Stars a routine, or takes its star away.
    pub fn star(&mut self, id: String) {
        match self.favourites.iter().position(|known| *known == id) {
            Some(index) => {
                let _ = self.favourites.remove(index);
            }
            None => self.favourites.push(id),
        }
    }
}

/// How loud: 0 is silent, 100 is as loud as the signals get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Volume(u8);

impl Volume {
    /// As loud as the signals get.
    pub const LOUDEST: u8 = 100;

    /// This many per cent; more than 100 counts as that.
    pub fn new(percent: u8) -> Self {
        Self(percent.min(Self::LOUDEST))
    }

    /// From 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Volume {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let highest = u32::from(Self::LOUDEST);
        let percent = whole_number(deserializer, problem::percent_expected(), 0, highest)?;
        Ok(u8::try_from(percent).map_or(Self(Self::LOUDEST), Self))
    }
}

/// How large text is and everything around it: 100 to 200 per cent of what was designed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct TextSize(u8);

impl TextSize {
    /// The sizes one chooses among, the smallest first.
    pub const ALL: [Self; 6] = [
        Self(100),
        Self(115),
        Self(130),
        Self(150),
        Self(175),
        Self(200),
    ];
    const LEAST: u8 = 100;
    const MOST: u8 = 200;

    /// In per cent.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// What distances are multiplied by.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size; the largest where there is none.
    #[must_use]
    pub fn larger(self) -> Self {
        let mut sizes = Self::ALL.into_iter();
        sizes.find(|size| *size > self).unwrap_or(Self(Self::MOST))
    }

    /// The next smaller size; the smallest where there is none.
    #[must_use]
    pub fn smaller(self) -> Self {
        let mut sizes = Self::ALL.into_iter().rev();
        sizes.find(|size| *size < self).unwrap_or(Self(Self::LEAST))
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(Self::LEAST)
    }
}

impl<'de> Deserialize<'de> for TextSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (least, most) = (u32::from(Self::LEAST), u32::from(Self::MOST));
        let percent = whole_number(deserializer, problem::text_size_expected(), least, most)?;
        Ok(u8::try_from(percent).map_or(Self(Self::MOST), Self))
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Appearance {
    /// As the rest of the desktop.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Whether figures move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// They move as a body does.
    Full,
    /// They show one position after the other.
    Reduced,
}

impl From<&Settings> for Start {
    /// How this person wants routines to begin.
    fn from(settings: &Settings) -> Self {
        Self {
            first: settings.first_side,
            get_ready: settings.get_ready_seconds.map(Seconds::whole),
        }
    }
}

/// Seconds to get ready, within bounds.
struct GetReady(u32);

impl<'de> Deserialize<'de> for GetReady {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const LONGEST: u32 = 600;
        whole_number(deserializer, problem::get_ready_expected(), 0, LONGEST).map(Self)
    }
}

fn get_ready_seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let seconds = Option::<GetReady>::deserialize(deserializer)?;
    Ok(seconds.map(|GetReady(seconds)| seconds))
}

/// The knees that wait to be seen, as version 0.1 wrote them.
#[derive(Deserialize)]
#[serde(transparent)]
struct Waiting(Vec<Side>);

fn knees<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Side>>, D::Error> {
    let Waiting(knees) = Waiting::deserialize(deserializer)?;
    Ok(Some(knees))
}

/// An age as the settings have it.
struct Age(AgeBand);

impl<'de> Deserialize<'de> for Age {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        AgeBand::with_id(&text).map(Self).ok_or_else(|| {
            D::Error::invalid_value(Unexpected::Str(&text), &problem::age_band_expected())
        })
    }
}

fn age<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<AgeBand>, D::Error> {
    let age = Option::<Age>::deserialize(deserializer)?;
    Ok(age.map(|Age(band)| band))
}

#[expect(clippy::ref_option, reason = "serde hands fields out by reference")]
fn age_id<S: Serializer>(age: &Option<AgeBand>, serializer: S) -> Result<S::Ok, S::Error> {
    age.map(AgeBand::id).serialize(serializer)
}

/// How many marks there were, as far as it matters.
struct MarksMade(u32);

impl MarksMade {
    const MOST: u32 = 3;
}

impl<'de> Deserialize<'de> for MarksMade {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole_number(deserializer, problem::marks_expected(), 0, Self::MOST).map(Self)
    }
}

fn marks_made<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    MarksMade::deserialize(deserializer).map(|MarksMade(marks)| marks)
}

/// A day as the settings have it.
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let day = text.parse().map_err(|_| {
            D::Error::invalid_value(Unexpected::Str(&text), &problem::day_expected())
        })?;
        Ok(Self(day))
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let day = Option::<Day>::deserialize(deserializer)?;
    Ok(day.map(|Day(day)| day))
}

/// Reads preferences. A missing file means the defaults; a fault is named and costs only the field it is in.
pub fn read(path: &Path) -> (Settings, Vec<Problem>) {
    let name = path.display().to_string();
    let text = match read_text(path, &name) {
        Ok(Some(text)) => text,
        Ok(None) => return (Settings::default(), Vec::new()),
        Err(problem) => return (Settings::default(), vec![problem]),
    };
    let source = Source {
        name: &name,
        text: &text,
    };
    match source.read() {
        Ok(settings) => (settings, Vec::new()),
        Err(problem) => by_field(&source, problem),
    }
}

/// The text of the file, or what to say about it. None if there is no file.
fn read_text(path: &Path, name: &str) -> Result<Option<String>, Problem> {
    let not_readable =
        |error: io::Error| Problem::of_file(name, problem::not_readable(&error.to_string()));
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file.map_err(not_readable)?,
    };
    let mut bytes = Vec::new();
    let length = file
        .take(LONGEST_TEXT as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(not_readable)?;
    if length > LONGEST_TEXT {
        return Err(Problem::of_file(name, problem::too_long()));
    }
    authoring::decode(name, bytes).map(Some)
}

/// Each field on its own. `whole` is what is wrong if every field by itself is right.
fn by_field(source: &Source<'_>, whole: Problem) -> (Settings, Vec<Problem>) {
    let outline = source.outline();
    let mut problems = unknown_fields(source, &outline);
    let mut settings = Settings::default();

    let mut take = Take {
        source,
        outline: &outline,
        problems: &mut problems,
    };
    take.field("volume", &mut settings.volume);
    take.field("muted", &mut settings.muted);
    take.field("countdown", &mut settings.countdown);
    take.field("rep_beats", &mut settings.rep_beats);
    take.field("appearance", &mut settings.appearance);
    take.field("motion", &mut settings.motion);
    take.field("text_size", &mut settings.text_size);
    take.field("first_side", &mut settings.first_side);
    let mut get_ready = None;
    take.field("get_ready_seconds", &mut get_ready);
    take.field("ask_about_pain", &mut settings.ask_about_pain);
    take.field("ask_in_the_morning", &mut settings.ask_in_the_morning);
    let mut knees = None;
    take.field("knees_to_be_seen", &mut knees);
    settings.knees_of_version_1 = knees.map(|Waiting(knees)| knees);
    let mut age = None;
    take.field("age", &mut age);
    settings.age = age.map(|Age(band)| band);
    let mut marks = MarksMade(0);
    take.field("marks_made", &mut marks);
    settings.marks_made = marks.0;
    take.field("knee_with_skin", &mut settings.knee_with_skin);
    let mut declined = None;
    take.field("morning_declined", &mut declined);
    settings.morning_declined = declined.map(|Day(day)| day);
    take.field("favourites", &mut settings.favourites);
    take.field("welcome", &mut settings.welcome);
    take.field("window", &mut settings.window);
    settings.get_ready_seconds = get_ready.map(|GetReady(seconds)| seconds);

    if problems.is_empty() {
        problems.push(whole);
    }
    problems.sort_by_key(|problem| problem.place);
    (settings, problems)
}

/// Takes fields out of a faulty text, one by one.
struct Take<'a> {
    source: &'a Source<'a>,
    outline: &'a Outline<'a>,
    problems: &'a mut Vec<Problem>,
}

impl Take<'_> {
    fn field<T: DeserializeOwned>(&mut self, name: &str, into: &mut T) {
        match self.source.read_field(self.outline, name) {
            Ok(Some(value)) => *into = value,
            Ok(None) => {}
            Err(problem) => self.problems.push(problem),
        }
    }
}

fn unknown_fields(source: &Source<'_>, outline: &Outline<'_>) -> Vec<Problem> {
    const KNOWN: [&str; 19] = [
        "volume",
        "muted",
        "countdown",
        "rep_beats",
        "appearance",
        "motion",
        "text_size",
        "first_side",
        "get_ready_seconds",
        "ask_about_pain",
        "ask_in_the_morning",
        "knees_to_be_seen",
        "age",
        "marks_made",
        "knee_with_skin",
        "morning_declined",
        "favourites",
        "welcome",
        "window",
    ];
    let fields = outline.root().map(|root| outline.fields(root));
    fields
        .into_iter()
        .flatten()
        .filter(|(name, _)| !KNOWN.contains(name))
        .map(|(name, value)| Problem {
            file: source.name.into(),
            // The value is two tokens after its field's name.
            place: Some(outline.place(outline.tokens()[value - 2].start)),
            sentence: problem::unknown_field(name, nearest(name, KNOWN), &KNOWN),
        })
        .collect()
}

/// Why preferences could not be written. What was there before is still there.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The folder is not there and could not be made.
    #[error("the folder {} could not be made: {source}", folder.display())]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// What the system says.
        source: Arc<io::Error>,
    },
    /// A faulty file could not be kept beside the new one, so it was left as it is.
    #[error("{} has faults, and no copy of it could be kept: {source}", path.display())]
    Backup {
        /// The faulty file.
        path: PathBuf,
        /// What the system says.
        source: Arc<io::Error>,
    },
    /// The new file could not be written.
    #[error("{} could not be written: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: Arc<io::Error>,
    },
    /// The preferences have no text form.
    #[error("the settings could not be put into words: {0}")]
    Text(#[from] ron::Error),
}

/// Writes preferences: all of them or, if anything goes wrong, none. Before a file with faults is replaced, a copy of
/// it is kept beside it, so that nothing its author wrote by hand is lost.
///
/// # Errors
///
/// See [`Error`].
pub fn write(path: &Path, settings: &Settings) -> Result<(), Error> {
    let text = authoring::write(settings)?;
    // Where the file is a link, the link stays and the file it leads to is replaced, in whatever folder that is.
    let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !is_link && folder != Path::new(".") {
        private::create_folder(folder).map_err(|source| Error::Folder {
            folder: folder.to_path_buf(),
            source: Arc::new(source),
        })?;
    }

    let (_, faults) = read(&path);
    if !faults.is_empty() {
        keep_copy(&path).map_err(|source| Error::Backup {
            path: path.clone(),
            source: Arc::new(source),
        })?;
    }
    replace(&path, folder, text.as_bytes()).map_err(|source| Error::Write {
        path: path.clone(),
        source: Arc::new(source),
    })
}

/// Puts a whole new file in the place of the old one in one step.
fn replace(path: &Path, folder: &Path, text: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix(".settings-")
        .tempfile_in(folder)?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    let _ = file.persist(path)?;
    desktop::settle(folder)
}

/// Copies a file to the first free name of `settings.ron.bak`, `settings.ron.bak2`, `settings.ron.bak3` and so on.
fn keep_copy(path: &Path) -> io::Result<()> {
    const MOST_COPIES: u32 = 10_000;
    let original = fs::read(path)?;
    for number in 1..=MOST_COPIES {
        let mut name = path.as_os_str().to_owned();
        name.push(".bak");
        if number > 1 {
            name.push(number.to_string());
        }
        match private::create_file(Path::new(&name)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            copy => {
                let mut copy = copy?;
                copy.write_all(&original)?;
                return copy.sync_all();
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
