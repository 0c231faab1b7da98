import assert from "node:assert/strict";
import { test } from "node:test";
import { announcement, Arrivals } from "../../wwwroot/js/state/arrivals.js";
import { age, confidence, counted, date, period, safeUrl } from "../../wwwroot/js/state/format.js";
import { Trail } from "../../wwwroot/js/state/trail.js";

test("Only addresses of the web become links", () => {
  assert.equal(safeUrl("https://example.com/a?b=1"), "https://example.com/a?b=1");
  assert.equal(safeUrl("http://example.com"), "http://example.com/");
  for (const bad of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com", "", undefined, "nonsense"])
    assert.equal(safeUrl(bad), null, String(bad));
});

test("Numbers, dates and periods read as words", () => {
  assert.equal(counted(1, "article"), "1 article");
  assert.equal(counted(1234, "entity", "entities"), "1,234 entities");
  assert.equal(date("2025-01-04"), "4 Jan 2025");
  assert.equal(date("soon"), "soon");
  assert.equal(period("2025-01-04", "2025-03-02"), "4 Jan – 2 Mar 2025");
  assert.equal(period("2025-01-04", "2025-01-09"), "4–9 Jan 2025");
  assert.equal(period("2024-12-09", "2025-03-02"), "9 Dec 2024 – 2 Mar 2025");
  assert.equal(period("2025-01-04", "2025-01-04"), "4 Jan 2025");
  assert.equal(period(undefined, undefined), "");
  assert.equal(age(59_400), "59 seconds");
  assert.equal(age(61_000), "1 minute");
  assert.deepEqual([0.95, 0.8, 0.6, 0.2].map(confidence), ["very sure", "sure", "likely", "unsure"]);
});

const event = (input, state, second, more = {}) =>
  ({ input, state, at: `2025-01-01T00:00:${String(second).padStart(2, "0")}Z`, entities: 0, attributions: 0, ...more });

test("The feed keeps the latest state of each input, those under way on top", () => {
  const arrivals = new Arrivals();
  arrivals.add([event("a", "Queued", 1), event("b", "Queued", 1), event("a", "Annotating", 2), event("a", "Added", 3, { entities: 4 })]);
  arrivals.add([event("a", "Annotating", 2)]);
  assert.deepEqual(arrivals.items().map((one) => [one.input, one.state]), [["b", "Queued"], ["a", "Added"]]);
  assert.equal(arrivals.underWay, 1);
});

test("An input that comes again starts anew, and the feed does not grow without end", () => {
  const arrivals = new Arrivals(3);
  arrivals.add([event("a", "Added", 1)]);
  arrivals.add([event("a", "Queued", 5)]);
  assert.equal(arrivals.items()[0].state, "Queued");
  arrivals.add([1, 2, 3, 4, 5].map((i) => event(`x${i}`, "Added", 10 + i)));
  assert.equal(arrivals.items().length, 3);
});

test("What came in is said in one sentence", () => {
  assert.equal(announcement([event("a", "Annotating", 1)]), "");
  assert.equal(announcement([event("a", "Added", 1, { title: "Row" })]), "Article added: Row.");
  assert.equal(announcement([event("a", "Added", 1), event("b", "Added", 2), event("c", "Failed", 3)]), "2 articles added. 1 article failed.");
});

test("The trail goes back step by step and does not repeat a step", () => {
  const trail = new Trail();
  assert.equal(trail.canGoBack, false);
  assert.equal(trail.go({ view: "entity", id: "a" }), true);
  assert.equal(trail.go({ view: "entity", id: "a", tab: "said" }), false);
  trail.go({ view: "article", id: "x", at: { start: 1, end: 2 } });
  trail.back();
  assert.equal(trail.current.view, "entity");
  trail.back();
  trail.back();
  assert.equal(trail.current.view, "who");
});
