//! The knee: from a point on the diagram to what it may be, why, and when to see someone.
//!
//! [`Knowledge`] is read once from its files. A person's marks, age, story and answers are an [`AnswerSheet`]. All
//! questions about it are pure functions of the two: [`assess`] ranks the conditions and gives reasons, [`red_flag::raised`]
//! and [`red_flag::screening`] see to what must not be missed, and [`next_question`] picks what to ask.
//!
//! This is education and not diagnosis. Every weight is a starting value from counts of runners' injuries and from
//! estimates; none of them is a probability, and none of them is ever shown.

mod area;
pub mod assessment;
mod beside;
pub mod condition;
pub mod diagram;
mod evidence_regions;
mod id;
mod knowledge;
pub mod likelihood;
pub mod question;
pub mod red_flag;
pub mod region;
mod routines;
mod sheet;
mod sore_places;

pub use area::{AreaId, DiagramArea, LeadsTo, Share};
pub use assessment::{Assessment, Candidate, Contributor, Fit, Outcome, assess, next_question};
pub use condition::{
    Advice, AdviceKind, Area, Care, Condition, ConditionId, GetHelp, Reference, SeeFirst, SelfCare,
    Serving,
};
pub use diagram::{Diagram, Direction, Point, Stroke, View};
pub use knowledge::{Knowledge, Sources};
pub use question::{Key, Question};
pub use red_flag::{
    FlagId, FlagText, Group, Level, Reason, RedFlag, Statement, StatementId, Topic,
};
pub use region::{Region, RegionId};
pub use routines::{
    Findings, OpenFinding, Withheld, allows_serving, routines_for, routines_in_result,
};
pub use sheet::{Age, AgeBand, Answer, AnswerSheet, Duration, Mark, Onset};
pub use sore_places::sore_places;
