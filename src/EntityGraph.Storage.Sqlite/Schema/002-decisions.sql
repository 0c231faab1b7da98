-- Decisions as JSON, undone ones too. A merge also tells what the entity that others were merged into was shown by.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    form TEXT NOT NULL,
    undone INTEGER NOT NULL,
    into_id TEXT,
    into_name TEXT
);
CREATE INDEX decision_by_into ON decision (into_id, number) WHERE into_id IS NOT NULL;

-- The ids of the entities and articles that a decision names.
CREATE TABLE decision_about (
    id TEXT NOT NULL,
    decision INTEGER NOT NULL,
    PRIMARY KEY (id, decision)
) WITHOUT ROWID;

-- The decisions that have a part in how an article is shown, and the annotations that such an article was put with.
CREATE TABLE decided (
    decision INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (decision, article)
) WITHOUT ROWID;
CREATE INDEX decided_by_article ON decided (article, decision);

CREATE TABLE put_form (
    article INTEGER PRIMARY KEY,
    form BLOB NOT NULL
);
