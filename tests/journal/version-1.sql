-- A journal as version 1 of the schema wrote it. It stays as it is: newer versions must read it.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE assessment (
    id BLOB NOT NULL UNIQUE,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    knee TEXT NOT NULL,
    marks TEXT NOT NULL,
    age TEXT,
    onset TEXT,
    answers TEXT NOT NULL,
    conditions TEXT NOT NULL,
    red_flags TEXT NOT NULL,
    standing TEXT NOT NULL,
    better_ms INTEGER,
    better_offset_s INTEGER,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
INSERT INTO "assessment" VALUES(X'00000000000000050000000000000001',1772449200000,3600,'left','["lateral_epicondyle"]','35-44','gradual','{"downhill":true,"fever":null}','["itbs","pfp"]','[]','current',NULL,NULL,1795612182046,NULL);
CREATE TABLE happening (
    id BLOB NOT NULL UNIQUE,
    session BLOB NOT NULL REFERENCES session (id),
    segment INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    what TEXT NOT NULL,
    by_ms INTEGER,
    choice TEXT,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
INSERT INTO "happening" VALUES(X'000000000000000300000000000003E8',X'00000000000000010000000000000001',3,1772449200000,3600,'hurt',NULL,'easier',1795612182046,NULL);
CREATE TABLE pain (
    id BLOB NOT NULL UNIQUE,
    session BLOB REFERENCES session (id),
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    day INTEGER NOT NULL,
    knee TEXT NOT NULL,
    occasion TEXT NOT NULL,
    score INTEGER NOT NULL,
    note TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
INSERT INTO "pain" VALUES(X'00000000000000040000000000000001',X'00000000000000010000000000000001',1772449200000,3600,20514,'right','after',1,'pain 1',1795612182046,NULL);
CREATE TABLE segment (
    id BLOB NOT NULL UNIQUE,
    session BLOB NOT NULL REFERENCES session (id),
    segment INTEGER NOT NULL,
    step INTEGER NOT NULL,
    kind TEXT NOT NULL,
    exercise TEXT,
    side TEXT,
    set_number INTEGER,
    easier INTEGER,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    lasted_ms INTEGER NOT NULL,
    how TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
INSERT INTO "segment" VALUES(X'000000000000000200000000000003E8',X'00000000000000010000000000000001',0,0,'work','glute-bridge','left',1,0,1772449200000,3600,30000,'completed',1795612182046,NULL);
INSERT INTO "segment" VALUES(X'000000000000000200000000000003E9',X'00000000000000010000000000000001',1,0,'work','glute-bridge','left',1,0,1772449200000,3600,30000,'completed',1795612182046,NULL);
CREATE TABLE session (
    id BLOB NOT NULL UNIQUE,
    routine TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    began_ms INTEGER NOT NULL,
    began_offset_s INTEGER NOT NULL,
    day INTEGER NOT NULL,
    state TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    place TEXT,
    planned_ms INTEGER NOT NULL,
    worked_ms INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    done INTEGER NOT NULL,
    note TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    gone_ms INTEGER
);
INSERT INTO "session" VALUES(X'00000000000000010000000000000001','post-run-reset-5','Post-run reset','recovery',1772449200000,3600,20514,'completed',1772449200000,3600,NULL,320000,240000,8,8,'note 1',1795612182046,NULL);
INSERT INTO "session" VALUES(X'00000000000000010000000000000002','post-run-reset-5','Post-run reset','recovery',1772535600000,3600,20515,'open',1772535600000,3600,'{"segment":7,"within_ms":12345,"counted":4,"step":3,"left_ms":540000,"plan":{"left_first":true,"get_ready_s":10,"begun_at":0,"easier":[2],"eased":[[5,1]],"lengths_ms":[10000,30000,5000,30000]},"outcomes":["done","skipped","open"],"not_before":null}',320000,240000,8,8,'note 2',1795612182046,NULL);
INSERT INTO "session" VALUES(X'00000000000000010000000000000003','post-run-reset-5','Post-run reset','recovery',1772622000000,3600,20516,'completed',1772622000000,3600,NULL,320000,240000,8,8,'note 3',1795612182047,1795612182046);
CREATE INDEX session_by_day ON session (day);
CREATE INDEX session_open ON session (began_ms) WHERE state = 'open' AND gone_ms IS NULL;
CREATE INDEX segment_by_session ON segment (session);
CREATE INDEX happening_by_session ON happening (session);
CREATE INDEX pain_by_day ON pain (day);
CREATE INDEX pain_by_session ON pain (session) WHERE session IS NOT NULL;
CREATE INDEX assessment_by_knee ON assessment (knee, at_ms);
COMMIT;
PRAGMA application_id = 1265526117;
PRAGMA user_version = 1;
