/**
 * @import { Explorer } from "../explorer.js"
 * @import { Follower } from "../live/follower.js"
 * @import { GraphDifference } from "../state/types.js"
 * @import { Canvas } from "../view/canvas.js"
 */
import { choose } from "../actions/arranging.js";
import { counted, number } from "../state/format.js";
import { fill, h, icon } from "./dom.js";

const mostMarked = 60;
const key = "last-seen";

/** Holds the live changes back, or goes where they are, and tells what came in since the last visit. @param {HTMLElement} root @param {HTMLElement} notices @param {Explorer} explorer @param {Follower} follower @param {Canvas} canvas @param {(error: unknown) => void} report */
export function following(root, notices, explorer, follower, canvas, report) {
  let follows = false;
  const label = (/** @type {HTMLButtonElement} */ button, /** @type {string} */ drawing, /** @type {string} */ words, /** @type {string} */ text) => {
    button.title = words;
    fill(button, icon(drawing), text && h("span", { class: "figure" }, text), h("span", { class: "sr" }, words));
  };
  const pause = h("button", { type: "button", class: "icon-button small feed-pause", id: "pause", onclick: () => {
    if (follower.paused) void follower.resume().catch(report);
    else follower.pause();
    draw();
  } });
  const follow = h("button", { type: "button", class: "icon-button small", id: "follow", onclick: () => {
    follows = !follows;
    draw();
  } });
  fill(root, follow, pause);
  const draw = () => {
    pause.setAttribute("aria-pressed", String(follower.paused));
    label(pause, follower.paused ? "play" : "pause", follower.paused ? `Go on: ${counted(follower.held, "change")} wait` : "Pause: hold changes back", follower.paused && follower.held > 0 ? number(follower.held) : "");
    follow.setAttribute("aria-pressed", String(follows));
    label(follow, "follow", follows ? "Stop going where the news is" : "Follow: go where the news is", "");
  };
  draw();

  const lastSeen = () => {
    try {
      return Number(localStorage.getItem(key));
    } catch {
      return 0; // Storage is switched off: nothing is known of the last visit.
    }
  };
  const seen = () => {
    try {
      if (explorer.loaded) localStorage.setItem(key, String(explorer.graph.number));
    } catch {
      // Storage is switched off: the next visit knows nothing of this one.
    }
  };
  addEventListener("pagehide", seen);
  document.addEventListener("visibilitychange", () => document.hidden && seen());

  return {
    draw,
    /** @param {GraphDifference[]} differences */
    applied: (differences) => {
      draw();
      if (!document.hidden) seen();
      if (!follows) return;
      const shown = new Set(explorer.scene.nodes.map((node) => node.id));
      const news = [...new Set(differences.flatMap((one) => (one.nodes ?? []).map((node) => node.id)))].filter((id) => shown.has(id)).slice(-mostMarked);
      if (news.length > 0) canvas.camera.frame(news);
    },
    /** Says what has come in since the reader was here last. */
    welcome: async () => {
      const last = lastSeen();
      const behind = explorer.graph.number - last;
      seen();
      if (!(last > 0) || behind <= 0) return;
      const changes = await explorer.api.changes(last, 1000);
      const added = changes.filter((one) => one.outcome === "Added" || one.outcome === "Updated");
      if (added.length === 0) return;
      const ids = new Set(changes.flatMap((one) => (one.nodes ?? []).map((node) => node.id)));
      const close = () => notice.remove();
      const notice = h("div", { class: "notice", id: "since-notice" }, icon("clock"), h("p", { class: "notice-text" }, `${counted(added.length, "article")} came in since you were here.`),
        h("button", { type: "button", class: "button", onclick: () => {
          choose(explorer, explorer.scene.nodes.filter((node) => ids.has(node.id)).map((node) => node.id).slice(0, mostMarked));
          canvas.camera.frame(explorer.group);
          close();
        } }, "Show whom they concern"),
        h("button", { type: "button", class: "icon-button small", title: "Hide this notice", onclick: close }, icon("close"), h("span", { class: "sr" }, "Hide this notice")));
      notices.append(notice);
    },
  };
}
