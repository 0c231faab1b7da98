-- The totals of the whole graph and the number of its last change, in the only row.
CREATE TABLE graph (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    entities INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    edges INTEGER NOT NULL,
    mentions INTEGER NOT NULL
);
INSERT INTO graph VALUES (1, 0, 0, 0, 0, 0, 0);

-- The differences as they were announced: JSON, compressed.
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    difference BLOB NOT NULL
);

CREATE TABLE outlet (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL
);

CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    headline TEXT,
    title TEXT NOT NULL,
    outlet INTEGER,
    url TEXT,
    day TEXT,
    language TEXT,
    collection TEXT,
    -- Whether it came in without an origin: it then holds itself.
    pasted INTEGER NOT NULL,
    entities INTEGER NOT NULL,
    attributions INTEGER NOT NULL
);
CREATE INDEX article_by_day ON article (day DESC, title, id);
CREATE INDEX article_in_time ON article (day IS NULL, day, id);
CREATE INDEX article_by_collection ON article (collection, day DESC, title, id) WHERE collection IS NOT NULL;

-- Apart from the article, so that lists of articles need not step over their texts.
CREATE TABLE article_text (
    article INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    sentences BLOB NOT NULL,
    roles BLOB NOT NULL
);

-- Which article an origin (address or path) holds now. An article may be held by several.
CREATE TABLE origin (
    origin TEXT PRIMARY KEY,
    article INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX origin_by_article ON origin (article, origin);

CREATE TABLE entity (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type INTEGER NOT NULL,
    name TEXT NOT NULL,
    mentioned_by INTEGER NOT NULL,
    said INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    first TEXT,
    last TEXT
);
CREATE INDEX entity_by_weight ON entity (mentioned_by + said DESC, articles DESC, name, id);

-- The names that articles give an entity, and how many articles give each.
CREATE TABLE entity_name (
    key INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL,
    name TEXT NOT NULL,
    type INTEGER NOT NULL,
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL,
    UNIQUE (entity, name, type)
);

-- The folded words and initials of entity_name rows, by their keys.
CREATE VIRTUAL TABLE name_word USING fts5 (
    words, initials, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2 3', detail = column
);

-- The folded words that stand in names, and how many names hold each.
CREATE TABLE word (
    key INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    names INTEGER NOT NULL
);

-- What is left of a word, by its key, when up to two letters are left out: words that are misspellings of each other meet here.
CREATE VIRTUAL TABLE misspelling USING fts5 (rests, content = '', contentless_delete = 1, tokenize = 'unicode61', detail = none);

-- An entity in an article: the name given to it there and its mentions.
CREATE TABLE appearance (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    type INTEGER NOT NULL,
    name TEXT NOT NULL,
    day TEXT,
    mentions INTEGER NOT NULL,
    said INTEGER NOT NULL,
    spans BLOB NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX appearance_by_entity ON appearance (entity, day, mentions, said);

-- A sentence in which an entity is mentioned.
CREATE TABLE standing (
    entity INTEGER NOT NULL,
    article INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    PRIMARY KEY (entity, article, sentence)
) WITHOUT ROWID;
CREATE INDEX standing_by_sentence ON standing (article, sentence, entity);

CREATE TABLE statement (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    attributions INTEGER NOT NULL
);

-- A statement at its place in an article. The speaker is 0 where it is nobody named.
CREATE TABLE attribution (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    statement INTEGER NOT NULL,
    speaker INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    confidence REAL NOT NULL,
    day TEXT,
    outlet INTEGER,
    spans BLOB NOT NULL
);
CREATE UNIQUE INDEX attribution_by_article ON attribution (article, position);
CREATE INDEX attribution_by_statement ON attribution (statement, article);
CREATE INDEX attribution_by_speaker ON attribution (speaker, statement, day, article, position, outlet, kind, confidence);

-- An attribution that mentions an entity: what Mentioned edges rest on. It repeats what filters ask for.
CREATE TABLE saying (
    speaker INTEGER NOT NULL,
    mentioned INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    attribution INTEGER NOT NULL,
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day TEXT,
    outlet INTEGER,
    kind INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (speaker, mentioned, statement, attribution)
) WITHOUT ROWID;
CREATE INDEX saying_by_mentioned ON saying (mentioned, speaker, statement, attribution, article, position, day, outlet, kind, confidence);
CREATE INDEX saying_by_day ON saying (day, speaker, mentioned, statement, attribution, article, position, outlet, kind, confidence);
CREATE INDEX saying_by_article ON saying (article);

-- Mentioned edges with their totals.
CREATE TABLE edge (
    speaker INTEGER NOT NULL,
    mentioned INTEGER NOT NULL,
    id TEXT NOT NULL,
    count INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    confidence REAL NOT NULL,
    first TEXT,
    last TEXT,
    -- The types of the two ends, kept here so that filtering by them looks at nothing else.
    speaker_type INTEGER NOT NULL,
    mentioned_type INTEGER NOT NULL,
    PRIMARY KEY (speaker, mentioned)
) WITHOUT ROWID;
CREATE INDEX edge_by_mentioned ON edge (mentioned, speaker, count);
CREATE INDEX edge_by_count ON edge (count DESC, id, speaker_type, mentioned_type);

-- AppearsWith edges with their totals; the source is the entity of the lesser id.
CREATE TABLE together (
    source INTEGER NOT NULL,
    target INTEGER NOT NULL,
    id TEXT NOT NULL,
    count INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX together_by_target ON together (target, source, count);
