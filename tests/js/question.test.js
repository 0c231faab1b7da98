import assert from "node:assert/strict";
import { test } from "node:test";
import { readDays } from "../../wwwroot/js/state/days.js";
import { readQuestion, soundsLikeAQuestion } from "../../wwwroot/js/state/question.js";

const known = { latest: "2025-04-30", outlets: ["Keel Newswire", "The London Meridian"] };
const read = (text) => readQuestion(text, known);

test("Plain questions are understood", () => {
  assert.deepEqual(read("Who mentioned Nigel Farage?"), { about: "statements", mentioned: "Nigel Farage" });
  assert.deepEqual(read("what did Elon Musk say about Jess Phillips"), { about: "statements", speaker: "Elon Musk", mentioned: "Jess Phillips" });
  assert.deepEqual(read("What has Elon Musk said?"), { about: "statements", speaker: "Elon Musk" });
  assert.deepEqual(read("how is A Byrne linked to B Cole"), { about: "paths", ends: ["A Byrne", "B Cole"] });
  assert.deepEqual(read("How are A Byrne, B Cole and C Dow connected?"), { about: "paths", ends: ["A Byrne", "B Cole", "C Dow"] });
  assert.deepEqual(read("links between A Byrne and B Cole"), { about: "paths", ends: ["A Byrne", "B Cole"] });
  assert.deepEqual(read("who was mentioned with Southport in January"), { about: "together", ends: ["Southport"], from: "2025-01-01", to: "2025-01-31" });
  assert.deepEqual(read("who was mentioned by Ada Byrne"), { about: "statements", speaker: "Ada Byrne" });
  assert.deepEqual(read("Whom did Ada Byrne mention?"), { about: "statements", speaker: "Ada Byrne" });
  assert.deepEqual(read("who mentioned whom in March 2024"), { about: "statements", from: "2024-03-01", to: "2024-03-31" });
  assert.deepEqual(read("what was said about Hull since 4 March"), { about: "statements", mentioned: "Hull", from: "2025-03-04" });
  assert.deepEqual(read("Who quoted Ada Byrne about Ben Cole in May"), { about: "statements", speaker: "Ada Byrne", mentioned: "Ben Cole", from: "2024-05-01", to: "2024-05-31" });
});

test("An outlet is one only by its full name", () => {
  assert.deepEqual(read("who mentioned Hull in Keel Newswire"), { about: "statements", mentioned: "Hull", outlet: "Keel Newswire" });
  assert.deepEqual(read("who mentioned Hull in the london meridian in April"), { about: "statements", mentioned: "Hull", outlet: "The London Meridian", from: "2025-04-01", to: "2025-04-30" });
  assert.deepEqual(read("who mentioned the Church in Wales"), { about: "statements", mentioned: "the Church in Wales" });
});

test("What is not understood is not guessed at", () => {
  for (const text of ["", "Adrian Colquitt", "why did the barrier crack", "who", "how is Ada", "who mentioned", "when was it"]) assert.equal(read(text), null, text);
  assert.ok(soundsLikeAQuestion("why did the barrier crack"));
  assert.ok(!soundsLikeAQuestion("Whoever Ltd"));
});

test("Days are read as people write them", () => {
  const days = (text) => readDays(text, "2025-04-30").days;
  assert.deepEqual(days("between 1 March and 4 April 2025"), { from: "2025-03-01", to: "2025-04-04" });
  assert.deepEqual(days("from January to March"), { from: "2025-01-01", to: "2025-03-31" });
  assert.deepEqual(days("before 2025"), { to: "2024-12-31" });
  assert.deepEqual(days("after February 2024"), { from: "2024-03-01" });
  assert.deepEqual(days("as of 2025-02-28"), { to: "2025-02-28" });
  assert.deepEqual(days("on June 3rd, 2024"), { from: "2024-06-03", to: "2024-06-03" });
  assert.deepEqual(days("in December"), { from: "2024-12-01", to: "2024-12-31" });
  assert.deepEqual(days("on 31 February 2025"), {});
  assert.deepEqual(days("Theresa May in a coat"), {});
});
