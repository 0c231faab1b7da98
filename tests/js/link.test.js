import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../wwwroot/js/state/link.js";
import { SavedViews } from "../../wwwroot/js/state/saved-views.js";
import { firstView } from "../../wwwroot/js/state/view.js";

const ada = { id: "a", name: "Ada Byrne", type: "Person" };

/** @param {any} plain as a stranger might write it */
async function forged(plain) {
  const stream = new Blob([typeof plain === "string" ? plain : JSON.stringify(plain)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
}

test("A view comes out of a link as it was put in, with rounded places", async () => {
  const view = { ...firstView, filters: { speaker: ada, from: "2025-01-01", minCount: 2 }, hiddenTypes: ["Place"], brought: ["x"], pinned: ["a"], hidden: ["b"], only: ["a", "x"], articles: { a: 20 } };
  const route = { view: "paths", ends: [ada, { ...ada, id: "c" }], kinds: ["Mentioned"], maxLength: 3 };
  const text = await pack({ view, route, places: new Map([["a", { x: 1.4, y: -2.6 }]]), camera: { x: 10.2, y: 0, zoom: 0.87654 } });
  assert.match(text, /^[\w-]+$/);
  assert.deepEqual(await unpack(text), { view, route, places: new Map([["a", { x: 1, y: -3 }]]), camera: { x: 10, y: 0, zoom: 0.877 } });
});

test("Nothing but a view is taken from a link", async () => {
  for (const bad of ["", "!", "abc", await forged("[]"), await forged("null"), await forged("{"), "A".repeat(500_000)]) assert.equal(await unpack(bad), null);
  const { view, route, places, camera } = await unpack(await forged({
    v: { filters: { speaker: { id: 3 }, from: "2025-02-31", minConfidence: 7, outlet: { a: 1 }, kind: "Loud", other: 1 }, hiddenTypes: ["Thing"], mentioned: "no", brought: [1, "x", "x"], articles: { a: -1, b: 2 }, __proto__: { unlinked: true } },
    r: { view: "entity", id: {} }, p: [["a", "1", 2], [], ["b", 3, 4], null], c: [1, 2, 900],
  }));
  assert.deepEqual(view, { ...firstView, brought: ["x"], articles: { b: 2 } });
  assert.equal(route, null);
  assert.deepEqual([...places], [["b", { x: 3, y: 4 }]]);
  assert.equal(camera, null);
});

test("A link that swells when it is opened is refused", async () => {
  assert.equal(await unpack(await forged(`{"v":{},"x":"${"0".repeat(5_000_000)}"}`)), null);
});

test("Views are kept under names, renamed, and deleted ones come back", () => {
  const kept = new Map();
  const store = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
  const views = new SavedViews(() => store);
  views.add(" The affair ", "abc");
  views.add("Other", "def");
  const [other, affair] = views.list();
  assert.deepEqual([other.name, affair.name, affair.text], ["Other", "The affair", "abc"]);
  views.rename(affair.id, "The whole affair");
  const back = views.remove(affair.id);
  assert.deepEqual(views.list().map((one) => one.name), ["Other"]);
  back();
  assert.deepEqual(views.list().map((one) => one.name).sort(), ["Other", "The whole affair"]);
  kept.set("views", "{nonsense");
  assert.deepEqual(views.list(), []);
});
