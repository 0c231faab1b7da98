import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, groupByMention, paragraphs } from "../../wwwroot/js/state/passage.js";

const text = "Mr Lowe said that <b>hundreds</b> had come forward.";
const at = (words) => ({ start: text.indexOf(words) + 100, end: text.indexOf(words) + 100 + words.length });

test("The runs joined give the text again, each with its marks", () => {
  const runs = cut(text, 100, [
    { span: at("Mr Lowe"), role: "source" }, { span: at("said"), role: "cue" },
    { span: at("that <b>hundreds</b> had come forward"), role: "content" }, { span: at("Lowe"), role: "mention", entityId: "e1" },
  ]);
  assert.equal(runs.map((run) => run.text).join(""), text);
  assert.deepEqual(runs.find((run) => run.text === "Lowe").marks.map((mark) => mark.role), ["source", "mention"]);
  assert.deepEqual(runs.find((run) => run.text === "said").marks.map((mark) => mark.role), ["cue"]);
});

test("Marks that reach beyond the text or are empty do no harm", () => {
  const runs = cut("abc", 10, [
    { span: { start: 0, end: 11 }, role: "cue" }, { span: { start: 12, end: 99 }, role: "content" },
    { span: { start: 11, end: 11 }, role: "mention" }, { span: { start: 40, end: 50 }, role: "source" },
  ]);
  assert.deepEqual(runs.map((run) => [run.text, run.marks.map((mark) => mark.role).join()]), [["a", "cue"], ["b", ""], ["c", "content"]]);
});

test("Text without marks is one run, and no text is none", () => {
  assert.equal(cut("abc", 0, []).length, 1);
  assert.equal(cut("", 0, []).length, 0);
});

test("A mention that other marks cut stays one; of nested ones the inner counts", () => {
  const words = "the minister's wife spoke";
  const outer = { span: { start: 0, end: 19 }, role: "mention", entityId: "wife" };
  const inner = { span: { start: 0, end: 12 }, role: "mention", entityId: "minister" };
  const groups = groupByMention(cut(words, 0, [outer, inner, { span: { start: 4, end: 8 }, role: "content" }]));
  assert.deepEqual(groups.map((group) => [group.mention?.entityId, group.runs.map((run) => run.text).join("")]),
    [["minister", "the minister"], ["wife", "'s wife"], [undefined, " spoke"]]);
});

test("Paragraphs keep their offsets", () => {
  const whole = "Title\n\n  First one.\r\nSecond one.\n\n\n";
  const found = paragraphs(whole);
  assert.deepEqual(found.map((one) => one.text), ["Title", "First one.", "Second one."]);
  for (const one of found) assert.equal(whole.slice(one.start, one.start + one.text.length), one.text);
});
