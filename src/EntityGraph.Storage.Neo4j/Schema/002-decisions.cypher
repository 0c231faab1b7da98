// Decisions as JSON; a merge also tells what the entity that others were merged into was shown by.
CREATE CONSTRAINT decision_number IF NOT EXISTS FOR (d:Decision) REQUIRE d.number IS UNIQUE;
CREATE INDEX decision_into IF NOT EXISTS FOR (d:Decision) ON (d.intoId);

// What decisions name, whether it is in the graph just now or not.
CREATE CONSTRAINT subject_id IF NOT EXISTS FOR (s:Subject) REQUIRE s.id IS UNIQUE;
