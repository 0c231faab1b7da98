import assert from "node:assert/strict";
import { test } from "node:test";
import { between, daysOf, inARow, nameOf, unitFor } from "../../wwwroot/js/state/periods.js";

const said = (start, statements = 1) => ({ start, statements, articles: 1 });

test("Periods stand in a row, those in which nothing was said among them", () => {
  const weeks = inARow({ unit: "Week", periods: [said("2025-01-27", 2), said("2025-02-17", 5)] });
  assert.deepEqual(weeks.map((one) => [one.start, one.end, one.statements]), [
    ["2025-01-27", "2025-02-02", 2], ["2025-02-03", "2025-02-09", 0], ["2025-02-10", "2025-02-16", 0], ["2025-02-17", "2025-02-23", 5]]);
  assert.deepEqual(inARow({ unit: "Month", periods: [said("2024-12-01"), said("2025-02-01")] }).map((one) => one.end), ["2024-12-31", "2025-01-31", "2025-02-28"]);
  assert.deepEqual(inARow({ unit: "Day", periods: [] }), []);
});

test("A window of days is a window of periods, and what reaches an end is open there", () => {
  const row = inARow({ unit: "Day", periods: [said("2025-03-01"), said("2025-03-05")] });
  assert.deepEqual(between(row, undefined, undefined), [0, 4]);
  assert.deepEqual(between(row, "2025-03-02", "2025-03-03"), [1, 2]);
  assert.deepEqual(between(row, "2025-04-01", "2025-05-01"), [4, 4]);
  assert.deepEqual(daysOf(row, 0, 2), { from: undefined, to: "2025-03-03" });
  assert.deepEqual(daysOf(row, 3, 4), { from: "2025-03-04", to: undefined });
});

test("The unit follows from how much time there is, and each has its name", () => {
  assert.deepEqual([unitFor("2025-01-01", "2025-03-01"), unitFor("2025-01-01", "2026-01-01"), unitFor("2020-01-01", "2026-01-01")], ["Day", "Week", "Month"]);
  const one = { start: "2025-03-03", end: "2025-03-09", statements: 0, articles: 0 };
  assert.equal(nameOf(one, "Week"), "3–9 Mar 2025");
  assert.equal(nameOf({ ...one, start: "2025-03-01" }, "Month"), "March 2025");
});
