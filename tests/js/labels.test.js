import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabels, shorten } from "../../wwwroot/js/state/labels.js";

const overlaps = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Nodes at fixed pseudo-random spots. */
function crowd(count, size) {
  let seed = 11;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  return Array.from({ length: count }, (_, i) => ({ id: `n${i}`, x: next() * size, y: next() * size, r: 6 + next() * 14, width: 40 + next() * 120, height: 15 }));
}

test("No two names overlap, however crowded, even those that must be seen", () => {
  for (const [count, size] of [[60, 900], [300, 900], [300, 300]]) {
    const wishes = crowd(count, size).map((wish, i) => ({ ...wish, must: i < 20 ? "always" : i < 40 ? "lesser" : undefined }));
    const places = placeLabels(wishes, wishes);
    assert.ok(places.length > 5);
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) assert.ok(!overlaps(a.box, b.box), `${a.id} and ${b.id} overlap at ${count} in ${size}`);
  }
});

test("The most important are placed first and more fit when there is more room", () => {
  const wishes = crowd(200, 500);
  const few = placeLabels(wishes, wishes);
  const many = placeLabels(wishes.map((wish) => ({ ...wish, x: wish.x * 4, y: wish.y * 4 })), []);
  assert.ok(many.length > few.length);
  assert.ok(placeLabels(wishes, []).some((place) => place.id === "n0"));
});

test("A name does not cover another node unless it must be seen", () => {
  const body = { id: "big", x: 100, y: 100, r: 80 };
  const wish = { id: "small", x: 100, y: 100, r: 4, width: 60, height: 15 };
  assert.deepEqual(placeLabels([wish], [body]), []);
  assert.deepEqual(placeLabels([{ ...wish, must: "lesser" }], [body]), []);
  assert.equal(placeLabels([{ ...wish, r: 90, must: "lesser" }], [body]).length, 1);
  assert.equal(placeLabels([{ ...wish, must: "always" }], [body]).length, 1);
});

test("A name that would be cut off at the edge of what is seen goes elsewhere or nowhere", () => {
  const wish = { id: "a", x: 5, y: 50, r: 4, width: 60, height: 15 };
  const [place] = placeLabels([wish], [], { left: 0, top: 0, right: 200, bottom: 100 });
  assert.ok(place.box.left >= 0);
  assert.deepEqual(placeLabels([wish], [], { left: 0, top: 0, right: 40, bottom: 100 }), []);
});

test("A long name is shortened to the width, whole letters only", () => {
  const measure = (text) => [...text].length * 10;
  assert.equal(shorten("short", 100, measure), "short");
  assert.equal(shorten("a name that is too long", 100, measure), "a name th…");
  assert.equal(shorten("𝔄𝔅ℭ𝔇𝔈", 30, measure), "𝔄𝔅…");
});
