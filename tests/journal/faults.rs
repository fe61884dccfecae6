//! The journal survives what happens to files.
//!
//! After each fault the journal is usable, says what there is to say in one sentence, and has everything that was written
//! earlier and that the disk still holds.
//!
//! | fault | what happens |
//! | --- | --- |
//! | disk full (a small tmpfs where it may be mounted, else a limit on the size of files in a process of its own) | what is written waits, is shown all the same, and is on the disk a moment after there is room |
//! | disk full from the start | kept in memory, said so, written once there is room |
//! | folder or file protected | read, said so; what is written waits until it is not |
//! | no folder, or a file in its place | made; in memory, said so |
//! | cut off at random places | the damaged file is kept; what is in the newest good copy of a day is there, and every row that SQL still reads |
//! | random bytes changed | the same; where there is a copy of the day, each byte costs at most one row |
//! | pages overwritten, the first one and those that lead to others too | the same |
//! | views, triggers and tables that a journal has not; a tree of pages without an end | never run or followed for long; set aside like a damaged file |
//! | `-wal` deleted between two starts | what was moved into the file is there, and what is in the copy of the day |
//! | `-wal` deleted while running | nothing is lost |
//! | not a database, another program's, an empty file, a folder in its place | kept under another name; made anew, from the copy of the day if there is one |
//! | newer schema | read, said so, not written |
//! | two processes at once | both write, each sees the other's rows |
//! | folder removed, file removed or replaced while running | made again from what is open, or brought together |
//! | a table taken away while running | said once, and taken back when it is there again |
//! | file gone at the start | put back from the newest good copy |
//! | mending interrupted | finished at the next start |

mod damage;
mod full;
mod hostile;
mod running;
mod strange;
mod told;
mod two;
