/**
 * @import { Explorer } from "../../explorer.js"
 * @import { AnnotatedArticle, Span } from "../../state/types.js"
 * @import { Mark } from "../../state/passage.js"
 * @import { ArticleRoute } from "../../state/trail.js"
 * @import { Openers } from "./statement.js"
 */
import { ApiError } from "../../live/api.js";
import { counted, date, safeUrl } from "../../state/format.js";
import { paragraphs } from "../../state/passage.js";
import { failure, fill, h, icon, skeleton } from "../dom.js";
import { markedText, markKey } from "./marked-text.js";

/** A whole article with all that was found in it, at a place. @param {Explorer} explorer @param {ArticleRoute} route @param {Openers} open */
export function readerView(explorer, route, open) {
  const body = h("div", { class: "view reader" });
  const load = async () => {
    fill(body, skeleton(12));
    try {
      fill(body, ...content(await explorer.api.article(route.id), route, open));
      scrollTo(body);
    } catch (error) {
      // An old row of the feed, or an old link, may lead to an article that was taken out since.
      if (error instanceof ApiError && error.status === 404) fill(body, h("p", { class: "empty-line" }, "This article is no longer in the graph."));
      else fill(body, failure(error, () => void load()));
    }
  };
  void load();
  return { title: "Article", body, wide: true };
}

/** @param {AnnotatedArticle} annotated @param {ArticleRoute} route @param {Openers} open @returns {HTMLElement[]} */
function content(annotated, route, open) {
  let correcting = false;
  const toggle = h("button", { type: "button", class: "button", id: "correct", "aria-pressed": "false", title: "Say who is meant by a mention: press this, then the mention", onclick: () => {
    correcting = !correcting;
    toggle.setAttribute("aria-pressed", String(correcting));
  } }, icon("edit"), "Correct mentions");
  const { article, entities, attributions } = annotated;
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const marks = marksOf(annotated);
  const here = route.at && route.at.end > route.at.start ? route.at : undefined;
  const parts = paragraphs(article.text);
  const titled = article.title !== undefined && article.title !== null && parts[0]?.text === article.title.trim();
  const url = safeUrl(article.url);
  const render = (/** @type {{text: string, start: number}} */ part) => markedText(part.text, part.start, marks, (id) => known.get(id), (id, { element, span }) => {
    if (correcting) open.correct(element, "Correct this mention", open.corrections.ofMention(article.id, span, known.get(id)?.name ?? ""));
    else open.entity(id);
  }, here);

  return [
    h("header", { class: "reader-head" },
      h("p", { class: "reader-outlet" }, article.outlet ?? "Unknown outlet", article.published && h("time", { class: "figure", datetime: article.published }, date(article.published))),
      h("h2", { class: "reader-title" }, titled ? render(parts[0]) : article.title ?? "Untitled article"),
      h("p", { class: "facts" }, `${counted(entities.length, "entity", "entities")} · ${counted(attributions.length, "statement")}`,
        url && h("a", { class: "link outside", href: url, target: "_blank", rel: "noopener noreferrer" }, "Original", icon("link", "icon small"))),
      toggle, markKey()),
    h("div", { class: "reader-text" }, ...(titled ? parts.slice(1) : parts).map((part) => h("p", {}, render(part)))),
  ];
}

/** @param {AnnotatedArticle} annotated @returns {Mark[]} */
function marksOf({ entities, attributions }) {
  /** @param {Span[] | undefined} spans @param {"source" | "cue" | "content"} role @param {string} statement */
  const all = (spans, role, statement) => (spans ?? []).map((span) => ({ span, role, statement }));
  return [
    ...attributions.flatMap((one) => [...all(one.source, "source", one.id), ...all(one.cue, "cue", one.id), ...all(one.content, "content", one.id)]),
    ...entities.flatMap((entity) => entity.mentions.map((mention) => ({ span: mention.span, role: /** @type {const} */ ("mention"), entityId: entity.id }))),
  ];
}

/** @param {HTMLElement} body */
function scrollTo(body) {
  requestAnimationFrame(() => {
    const frame = body.parentElement;
    if (!frame) return;
    // Not scrollIntoView: that would scroll the page around the panel as well.
    const place = body.querySelector(".m-here")?.getBoundingClientRect();
    const { top, height } = frame.getBoundingClientRect();
    frame.scrollTo({ top: place ? frame.scrollTop + place.top - top - Math.max(0, height - place.height) * 0.4 : 0 });
  });
}
