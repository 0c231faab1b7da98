import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "../../wwwroot/js/state/placement.js";

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

function grow(rounds, each) {
  const placed = [];
  const links = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = Array.from({ length: each }, (_, i) => ({ id: `${round}-${i}`, r: 8 + ((round + i) % 5) * 4 }));
    for (const [i, one] of fresh.entries()) {
      if (i > 0) links.push({ source: one.id, target: fresh[0].id, count: i });
      if (round > 0) links.push({ source: one.id, target: `${(round * 7 + i) % round}-${i}`, count: 1 });
    }
    const before = JSON.stringify(placed);
    const places = place(placed, fresh, links);
    assert.equal(JSON.stringify(placed), before, "what stood already was moved");
    for (const one of fresh) placed.push({ ...one, ...places.get(one.id) });
  }
  return { placed, links };
}

test("New nodes get places and what stands is left alone", () => {
  const { placed } = grow(12, 6);
  assert.equal(placed.length, 72);
  for (const one of placed) assert.ok(Number.isFinite(one.x) && Number.isFinite(one.y), one.id);
});

test("No two nodes overlap", () => {
  const { placed } = grow(20, 8);
  for (const [i, a] of placed.entries())
    for (const b of placed.slice(i + 1)) assert.ok(distance(a, b) > a.r + b.r, `${a.id} and ${b.id} overlap`);
});

test("A new node stands nearer to its neighbour than to the middle of the others", () => {
  const fixed = Array.from({ length: 40 }, (_, i) => ({ id: `f${i}`, x: (i % 8) * 90, y: Math.floor(i / 8) * 90, r: 12 }));
  const places = place(fixed, [{ id: "new", r: 10 }], [{ source: "new", target: "f39", count: 2 }]);
  const anchor = fixed[39];
  const near = distance(places.get("new"), anchor);
  assert.ok(near < 220, `it is ${near} away`);
  const nearer = fixed.filter((one) => distance(one, places.get("new")) < near).length;
  assert.ok(nearer <= 3, `${nearer} others are nearer`);
});

test("The same input gives the same places", () => {
  assert.deepEqual(grow(8, 5).placed, grow(8, 5).placed);
});

test("A new node without any link goes to a free place outside", () => {
  const fixed = Array.from({ length: 9 }, (_, i) => ({ id: `f${i}`, x: (i % 3) * 60, y: Math.floor(i / 3) * 60, r: 14 }));
  const spot = place(fixed, [{ id: "lone", r: 10 }], []).get("lone");
  for (const one of fixed) assert.ok(distance(spot, one) > one.r + 10 + 20);
});
