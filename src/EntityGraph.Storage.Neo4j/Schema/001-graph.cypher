// Keys are hashes of fixed length: names and addresses can be longer than an index takes.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (s:Statement) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT origin_key IF NOT EXISTS FOR (o:Origin) REQUIRE o.key IS UNIQUE;
CREATE CONSTRAINT outlet_key IF NOT EXISTS FOR (o:Outlet) REQUIRE o.key IS UNIQUE;
CREATE CONSTRAINT word_word IF NOT EXISTS FOR (w:Word) REQUIRE w.word IS UNIQUE;
CREATE CONSTRAINT change_number IF NOT EXISTS FOR (c:Change) REQUIRE c.number IS UNIQUE;

// Edges with totals are found by their own ids, so that hubs cost no more than others.
CREATE CONSTRAINT mentioned_id IF NOT EXISTS FOR ()-[r:MENTIONED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT appears_with_id IF NOT EXISTS FOR ()-[r:APPEARS_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX about_edge IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.edge);

// What rankings and time go by.
CREATE INDEX entity_weight IF NOT EXISTS FOR (e:Entity) ON (e.weight);
CREATE INDEX mentioned_count IF NOT EXISTS FOR ()-[r:MENTIONED]-() ON (r.count);
CREATE INDEX article_day IF NOT EXISTS FOR (a:Article) ON (a.day);
CREATE INDEX article_added IF NOT EXISTS FOR (a:Article) ON (a.added);

// Names as they are searched, and what is left of their words when letters are left out: misspellings meet there.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (e:Entity) ON EACH [e.folded, e.initials] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX word_rests IF NOT EXISTS FOR (w:Word) ON EACH [w.rests] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
