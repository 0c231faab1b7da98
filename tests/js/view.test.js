import assert from "node:assert/strict";
import { test } from "node:test";
import { filterKey, inWords, restricts, toQuery, within, without } from "../../wwwroot/js/state/filters.js";
import { History } from "../../wwwroot/js/state/history.js";
import { hops, onPaths, pairs } from "../../wwwroot/js/state/paths.js";
import { edge } from "./made.js";

const ada = { id: "a", name: "Ada Byrne", type: "Person" };

test("Filters read as words and go one by one", () => {
  const filters = { speaker: ada, from: "2025-01-01", to: "2025-01-31", minCount: 2 };
  assert.deepEqual(inWords(filters).map((one) => one.text), ["said by Ada Byrne", "1–31 Jan 2025", "links of 2 or more"]);
  assert.deepEqual(without(filters, "days"), { speaker: ada, minCount: 2 });
  assert.equal(toQuery(filters).speaker, "a");
  assert.ok(restricts(filters));
  assert.ok(!restricts({ minCount: 2 }));
  assert.equal(filterKey(filters), filterKey({ ...filters, minCount: 5 }));
});

test("No statement can be of two speakers", () => {
  assert.equal(within({ speaker: ada }, { speaker: "b" }), null);
  assert.deepEqual(JSON.parse(JSON.stringify(within({ speaker: ada, outlet: "Keel" }, { mentioned: "b" }))), { speaker: "a", mentioned: "b", outlet: "Keel" });
});

test("Steps are undone and done again, until another is done", () => {
  const history = new History(2);
  for (const [label, before] of [["one", 0], ["two", 1], ["three", 2]]) history.done(label, before);
  assert.equal(history.undoes, "three");
  assert.equal(history.undo(3), 2);
  assert.equal(history.redoes, "three");
  assert.equal(history.undo(2), 1);
  assert.equal(history.undo(1), undefined);
  assert.equal(history.redo(1), 2);
  history.done("other", 2);
  assert.equal(history.redo(9), undefined);
});

test("A way is told hop by hop, whichever way its links point", () => {
  const path = { entityIds: ["a", "b", "c"], edges: [edge("a", "b"), edge("b", "a"), edge("c", "b")] };
  assert.deepEqual(hops(path).map((hop) => hop.edges.map((one) => one.id)), [["a>b", "b>a"], ["c>b"]]);
  assert.deepEqual(onPaths([path, path]).nodes, ["a", "b", "c"]);
  assert.equal(onPaths([path, path]).edges.length, 3);
  assert.deepEqual(pairs([1, 2, 3]), [[1, 2], [1, 3], [2, 3]]);
});
