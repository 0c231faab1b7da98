import assert from "node:assert/strict";
import { test } from "node:test";
import { Follower } from "../../wwwroot/js/live/follower.js";
import { KnownGraph } from "../../wwwroot/js/state/known-graph.js";
import { content, difference, edge, node, snapshot } from "./made.js";

/** A store of numbered differences that answers as the server does. */
class Store {
  /** @type {any[]} */
  log = [];
  asked = 0;
  /** How many differences one answer holds. */
  page = 3;
  truth = new KnownGraph();

  commit(more = {}) {
    const made = difference(this.log.length + 1, more);
    this.log.push(made);
    this.truth.apply(made);
    return made;
  }

  snapshot = async () => {
    const { number, nodes, edges } = content(this.truth);
    return snapshot({ number, nodes, edges });
  };

  source = {
    join: async () => this.log.length,
    changesAfter: async (/** @type {number} */ number) => {
      this.asked++;
      return this.log.slice(number, number + this.page);
    },
    snapshot: () => this.snapshot(),
  };

  follow() {
    const graph = new KnownGraph();
    /** @type {{snapshots: number, applied: number[]}} */
    const seen = { snapshots: 0, applied: [] };
    const follower = new Follower(graph, this.source, {
      onSnapshot: () => seen.snapshots++, onApplied: (list) => seen.applied.push(...list.map((one) => one.number)),
    });
    return { graph, seen, follower };
  }
}

const change = (/** @type {number} */ i) => ({ nodes: [node(`n${i}`), node("hub", { mentionedBy: i })], edges: [edge("hub", `n${i}`)] });

test("Changes that arrive before the snapshot are applied after it, those in it are dropped", async () => {
  const store = new Store();
  const { graph, seen, follower } = store.follow();
  const early = [store.commit(change(1)), store.commit(change(2))];
  const waits = [follower.receive(early)];
  const joined = follower.join();
  waits.push(follower.receive([store.commit(change(3))]));
  await Promise.all([...waits, joined]);
  assert.deepEqual(content(graph), content(store.truth));
  assert.equal(seen.snapshots, 1);
});

test("Changes out of order are applied in order", async () => {
  const store = new Store();
  const { graph, seen, follower } = store.follow();
  await follower.join();
  const [a, b, c] = [store.commit(change(1)), store.commit(change(2)), store.commit(change(3))];
  await follower.receive([c, a]);
  await follower.receive([b, a]);
  assert.deepEqual(content(graph), content(store.truth));
  assert.deepEqual(seen.applied, [1, 2, 3]);
});

test("A gap is filled by asking until everything is there", async () => {
  const store = new Store();
  const { graph, follower } = store.follow();
  await follower.join();
  for (let i = 1; i <= 10; i++) store.commit(change(i));
  await follower.receive([store.log[9]]);
  assert.deepEqual(content(graph), content(store.truth));
  assert.equal(store.asked, 3);
});

test("After a lost connection only what is missing is fetched", async () => {
  const store = new Store();
  const { graph, seen, follower } = store.follow();
  await follower.join();
  await follower.receive([store.commit(change(1))]);
  for (let i = 2; i <= 6; i++) store.commit(change(i));
  await follower.join();
  assert.deepEqual(content(graph), content(store.truth));
  assert.equal(seen.snapshots, 1);
  assert.deepEqual(seen.applied, [1, 2, 3, 4, 5, 6]);
});

test("Another store behind the same address is read anew", async () => {
  const store = new Store();
  const { graph, seen, follower } = store.follow();
  for (let i = 1; i <= 5; i++) store.commit(change(i));
  await follower.join();
  store.log = [];
  store.truth = new KnownGraph();
  store.commit({ nodes: [node("fresh")] });
  await follower.join();
  assert.equal(seen.snapshots, 2);
  assert.deepEqual(content(graph), content(store.truth));
});

test("A page that is far behind takes a snapshot instead of a thousand changes", async () => {
  const store = new Store();
  const { graph, seen, follower } = store.follow();
  await follower.join();
  for (let i = 1; i <= 1000; i++) store.commit(change(i));
  await follower.join();
  assert.equal(seen.snapshots, 2);
  assert.equal(store.asked, 0);
  assert.deepEqual(content(graph), content(store.truth));
});

test("Differences that the store no longer has lead to a snapshot", async () => {
  const store = new Store();
  const { graph, seen, follower } = store.follow();
  await follower.join();
  for (let i = 1; i <= 5; i++) store.commit(change(i));
  store.source.changesAfter = async () => [];
  await follower.receive([store.log[4]]);
  assert.equal(seen.snapshots, 2);
  assert.deepEqual(content(graph), content(store.truth));
});

test("A failed request is told to its caller, and the next one mends the graph", async () => {
  const store = new Store();
  const { graph, follower } = store.follow();
  await follower.join();
  store.commit(change(1));
  const { changesAfter } = store.source;
  store.source.changesAfter = async () => {
    throw new Error("lost");
  };
  await assert.rejects(follower.receive([store.commit(change(2))]), /lost/);
  store.source.changesAfter = changesAfter;
  await follower.join();
  assert.deepEqual(content(graph), content(store.truth));
});

test("Changes that are held back are counted, and all of them come when it goes on", async () => {
  const store = new Store();
  const { graph, follower } = store.follow();
  await follower.join();
  follower.pause();
  await follower.receive([store.commit(change(1)), store.commit(change(2))]);
  assert.equal(follower.held, 2);
  assert.equal(graph.number, 0);
  await follower.resume();
  assert.deepEqual(content(graph), content(store.truth));
  assert.equal(follower.held, 0);
  assert.equal(follower.paused, false);
});
