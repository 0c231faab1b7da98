import assert from "node:assert/strict";
import { test } from "node:test";
import { compareLinks, justBefore } from "../../wwwroot/js/state/compare.js";
import { toCsv } from "../../wwwroot/js/state/csv.js";
import { decisionInWords } from "../../wwwroot/js/state/decisions.js";
import { edge } from "./made.js";

test("Links between two times are new, gone, stronger or weaker, the greatest change first", () => {
  const changed = compareLinks([edge("a", "b", { count: 5 }), edge("a", "c", { count: 2 }), edge("a", "d"), edge("x", "y", { count: 3 })],
    [edge("a", "c", { count: 4 }), edge("a", "d"), edge("b", "a"), edge("x", "y", { count: 2 })]);
  assert.deepEqual(changed.map((one) => [one.edge.id, one.change, one.before, one.after]), [
    ["a>b", "gone", 5, 0], ["a>c", "stronger", 2, 4], ["b>a", "new", 0, 1], ["x>y", "weaker", 3, 2]]);
});

test("The time before is as long, and ends the day before", () => {
  assert.deepEqual(justBefore({ from: "2025-03-01", to: "2025-03-31" }), { from: "2025-01-29", to: "2025-02-28" });
});

test("A table holds any text, and none that a spreadsheet would run", () => {
  assert.equal(toCsv(["A", "B"], [["x, \"y\"", 3], ["=1+1", undefined], ["two\nlines", -2]]), "\uFEFFA,B\r\n\"x, \"\"y\"\"\",3\r\n'=1+1,\r\n\"two\nlines\",-2\r\n");
});

test("Decisions read as sentences", () => {
  const entities = [{ id: "a", type: "Person", name: "Ada" }, { id: "b", type: "Person", name: "A. Byrne" }, { id: "c", type: "Person", name: "Byrne" }];
  const words = (ruling) => decisionInWords({ number: 1, at: "2025-01-01T00:00:00Z", entities, ruling });
  assert.equal(words({ kind: "merge", entityIds: ["a", "b", "c"], intoId: "a" }), "“A. Byrne” and “Byrne” merged into “Ada”");
  assert.equal(words({ kind: "separate", entityId: "a", articleIds: ["x"] }), "“Ada” in 1 article is somebody else");
  assert.equal(words({ kind: "doNotMerge", firstId: "a", secondId: "c" }), "“Ada” is not “Byrne”");
  assert.equal(words({ kind: "retype", entityId: "a", type: "Place" }), "“Ada” is a place");
  assert.equal(words({ kind: "changeSpeaker", articleId: "x", content: { start: 0, end: 1 } }), "A statement is nobody’s by name");
});
