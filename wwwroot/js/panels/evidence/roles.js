/**
 * @import { Explorer } from "../../explorer.js"
 * @import { Openers } from "./statement.js"
 */
import { h } from "../dom.js";

const articlesRead = 5;
const most = 4;

/**
 * What the newest articles say that somebody is: "chair of the Harbour Commission"; for an organisation, who is what in it.
 * @param {Explorer} explorer @param {string} id @param {Openers} open
 * @returns {Promise<HTMLElement[]>}
 */
export async function roles(explorer, id, open) {
  const page = await explorer.api.articles({ entity: id, limit: articlesRead });
  /** @type {Map<string, HTMLElement>} */
  const found = new Map();
  for (const summary of page.items) {
    const { article, roles: claims, entities } = await explorer.api.article(summary.id);
    const name = (/** @type {string | undefined} */ one) => entities.find((entity) => entity.id === one)?.name;
    for (const claim of claims ?? []) {
      const held = claim.holderId === id;
      if (!held && claim.organisationId !== id) continue;
      const other = held ? name(claim.organisationId) : name(claim.holderId);
      const words = held ? (other ? `${claim.role}, ${other}` : claim.role) : `${other ?? "Somebody"}: ${claim.role}`;
      if (found.size >= most || found.has(words.toLowerCase())) continue;
      found.set(words.toLowerCase(), h("button", { type: "button", class: "role", title: `Said so in “${summary.title}”`,
        onclick: () => open.article(article.id, claim.evidence) }, words));
    }
    if (found.size >= most) break;
  }
  return [...found.values()];
}
