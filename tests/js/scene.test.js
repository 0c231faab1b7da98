import assert from "node:assert/strict";
import { test } from "node:test";
import { closeTo, hangingOn } from "../../wwwroot/js/state/around.js";
import { KnownGraph } from "../../wwwroot/js/state/known-graph.js";
import { encloses } from "../../wwwroot/js/state/lasso.js";
import { Overlay } from "../../wwwroot/js/state/overlay.js";
import { compose } from "../../wwwroot/js/state/scene.js";
import { bringing, firstView, hiding, pinning } from "../../wwwroot/js/state/view.js";
import { article, difference, edge, node, snapshot } from "./made.js";

/** @param {object} [view] @param {object} [around] */
const see = (graph, overlay, view = {}, around = {}) => compose(graph, overlay, { ...firstView, ...view }, { budget: 300, ...around });

function graphOf(nodes, edges) {
  const graph = new KnownGraph();
  graph.reset(snapshot({ nodes, edges }));
  return graph;
}

test("The budget leaves out the least relevant and says how many", () => {
  const nodes = Array.from({ length: 8 }, (_, i) => node(`n${i}`, { mentionedBy: i }));
  const edges = nodes.slice(1).map((one) => edge("n0", one.id));
  const scene = see(graphOf(nodes, edges), new Overlay(), {}, { budget: 3 });
  assert.deepEqual(scene.nodes.map((one) => one.id), ["n7", "n6", "n5"]);
  assert.equal(scene.leftOut, 5);
  assert.deepEqual(scene.edges, []);
});

test("What was asked for by name is shown whatever its rank, within the budget", () => {
  const nodes = Array.from({ length: 8 }, (_, i) => node(`n${i}`, { mentionedBy: i }));
  const scene = see(graphOf(nodes, nodes.slice(1).map((one) => edge("n0", one.id))), new Overlay(), { brought: ["n1"] }, { budget: 3 });
  assert.deepEqual(scene.nodes.map((one) => one.id), ["n7", "n6", "n1"]);
});

test("Types can be hidden, and entities without statements are, until wanted", () => {
  const nodes = [node("a"), node("b", { type: "Place" }), node("c"), node("lone")];
  const graph = graphOf(nodes, [edge("a", "b"), edge("a", "c")]);
  const some = see(graph, new Overlay(), { hiddenTypes: ["Place"] });
  assert.deepEqual(some.nodes.map((one) => one.id), ["a", "c"]);
  assert.deepEqual(some.edges.map((one) => one.id), ["a>c"]);
  assert.equal(some.unlinked, 1);
  assert.deepEqual(some.counts, { Person: 3, Organisation: 0, Place: 1 });
  assert.equal(see(graph, new Overlay(), { unlinked: true }).nodes.length, 4);
});

test("Articles stand beside the entity that they were asked for, and leave with it", () => {
  const graph = graphOf([node("a"), node("b")], [edge("a", "b")]);
  const overlay = new Overlay();
  overlay.addArticles("a", {
    centre: node("a"), nodes: [], articles: [article("x"), article("y")], total: 2, number: 0,
    edges: [edge("a", "x", { kind: "Said" }), edge("a", "y", { kind: "AppearsIn" })],
  });
  assert.equal(see(graph, overlay).nodes.length, 2);
  const scene = see(graph, overlay, { articles: { a: 2 } });
  assert.deepEqual(scene.nodes.map((one) => one.type), ["Person", "Person", "Article", "Article"]);
  assert.equal(scene.edges.length, 3);
  assert.deepEqual(see(graph, overlay, { articles: { a: 1 } }).nodes.map((one) => one.id), ["a", "b", "x"]);
  overlay.apply(difference(1, { outcome: "Removed", article: article("x") }));
  assert.deepEqual(see(graph, overlay, { articles: { a: 2 } }).nodes.map((one) => one.id), ["a", "b", "y"]);
});

test("Edges between entities that appear together are shown only where both are seen", () => {
  const graph = graphOf([node("a"), node("b"), node("c", { type: "Place" })], [edge("a", "b"), edge("a", "c")]);
  const overlay = new Overlay();
  overlay.appearsWith = [edge("a", "b", { id: "ab", kind: "AppearsWith" }), edge("b", "c", { id: "bc", kind: "AppearsWith" })];
  const scene = see(graph, overlay, { appearsWith: true, mentioned: false, hiddenTypes: ["Place"] });
  assert.deepEqual(scene.edges.map((one) => one.id), ["ab"]);
});

test("Weak links and those they tied go where a least count is asked for; what is pinned stays", () => {
  const graph = graphOf([node("a"), node("b"), node("c"), node("d")], [edge("a", "b", { count: 3 }), edge("a", "c"), edge("c", "d")]);
  const few = see(graph, new Overlay(), { filters: { minCount: 2 }, brought: ["c"], pinned: ["d"] });
  assert.deepEqual(few.nodes.map((one) => one.id).sort(), ["a", "b", "d"]);
  assert.deepEqual(few.edges.map((one) => one.id), ["a>b"]);
  assert.equal(few.nodes.find((one) => one.id === "b")?.weight, 3);
});

test("What is put away comes back when it is asked for", () => {
  const graph = graphOf([node("a"), node("b")], [edge("a", "b")]);
  const away = { ...firstView, ...hiding(firstView, ["b"]) };
  assert.deepEqual(see(graph, new Overlay(), away).nodes.map((one) => one.id), ["a"]);
  assert.equal(see(graph, new Overlay(), { ...away, ...bringing(away, ["b"], ["Person"]) }).nodes.length, 2);
  const pinned = { ...firstView, ...pinning(firstView, ["a"]) };
  assert.deepEqual(pinned.pinned, ["a"]);
  assert.deepEqual(pinning(pinned, ["a"]).pinned, []);
});

test("What hangs on an entity alone is what collapsing puts away", () => {
  const scene = see(graphOf([node("a"), node("b"), node("c"), node("d")], [edge("a", "b"), edge("c", "a"), edge("c", "d")]), new Overlay());
  assert.deepEqual(hangingOn(scene, ["a"]), ["b"]);
  assert.deepEqual(hangingOn(scene, ["a", "d"]).sort(), ["b", "c"]);
  assert.deepEqual(closeTo(scene, ["d"]).sort(), ["c", "d"]);
});

test("A line that is drawn encloses what lies within it, also where it bends inwards", () => {
  const line = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 5, y: 3 }, { x: 0, y: 10 }];
  assert.ok(encloses(line, { x: 2, y: 4 }));
  assert.ok(!encloses(line, { x: 5, y: 8 }));
  assert.ok(!encloses(line, { x: 11, y: 4 }));
});
