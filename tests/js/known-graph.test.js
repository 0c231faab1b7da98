import assert from "node:assert/strict";
import { test } from "node:test";
import { GapError, KnownGraph } from "../../wwwroot/js/state/known-graph.js";
import { content, difference, edge, node, snapshot } from "./made.js";

test("A difference changes totals, adds and removes", () => {
  const graph = new KnownGraph();
  graph.reset(snapshot({ number: 4, nodes: [node("a"), node("b")], edges: [edge("a", "b")] }));
  graph.apply(difference(5, { nodes: [node("a", { said: 3 }), node("c")], edges: [edge("a", "c")], removedEdges: ["a>b"], removedNodes: ["b"] }));
  assert.deepEqual(content(graph), { number: 5, nodes: [node("a", { said: 3 }), node("c")], edges: [edge("a", "c")] });
  assert.deepEqual(graph.edgesAt("c").map((one) => one.id), ["a>c"]);
  assert.equal(graph.edgeBetween("a", "b"), undefined);
});

test("The same difference twice changes nothing the second time", () => {
  const graph = new KnownGraph();
  graph.reset(snapshot({ number: 1 }));
  assert.equal(graph.apply(difference(2, { nodes: [node("a")] })), true);
  const before = content(graph);
  assert.equal(graph.apply(difference(2, { nodes: [node("a", { said: 9 })] })), false);
  assert.deepEqual(content(graph), before);
});

test("A gap is refused and leaves everything as it was", () => {
  const graph = new KnownGraph();
  graph.reset(snapshot({ number: 1 }));
  assert.throws(() => graph.apply(difference(3, { nodes: [node("a")] })), GapError);
  assert.equal(graph.number, 1);
  assert.equal(graph.nodes.size, 0);
});

test("A removed node takes its edges with it", () => {
  const graph = new KnownGraph();
  graph.reset(snapshot({ nodes: [node("a"), node("b"), node("c")], edges: [edge("a", "b"), edge("b", "c"), edge("a", "c")] }));
  graph.apply(difference(1, { removedNodes: ["b"] }));
  assert.deepEqual([...graph.edges.keys()], ["a>c"]);
});

test("What was fetched does not undo what a difference did in the meantime", () => {
  const graph = new KnownGraph();
  graph.reset(snapshot({ nodes: [node("a"), node("b"), node("c")], edges: [edge("a", "b")] }));
  const since = graph.version;
  graph.apply(difference(1, { edges: [edge("a", "c", { count: 5 })], removedEdges: ["a>b"], removedNodes: ["b"] }));
  graph.addFetchedNodes([node("b"), node("d")], since);
  graph.addFetchedEdges([edge("a", "b"), edge("a", "c"), edge("a", "d")], since);
  assert.deepEqual([...graph.nodes.keys()].sort(), ["a", "c", "d"]);
  assert.deepEqual([...graph.edges.values()].map((one) => [one.id, one.count]), [["a>c", 5], ["a>d", 1]]);
});

test("A snapshot that holds every node is complete until something is forgotten", () => {
  const graph = new KnownGraph();
  graph.reset(snapshot({ nodes: [node("a"), node("b")], edges: [edge("a", "b")] }));
  assert.equal(graph.complete, true);
  graph.forgetExcept(new Set(["a"]));
  assert.equal(graph.complete, false);
  assert.deepEqual([...graph.nodes.keys()], ["a"]);
  assert.equal(graph.edges.size, 0);
  graph.reset(snapshot({ nodes: [node("a")], totalNodes: 900 }));
  assert.equal(graph.complete, false);
});
