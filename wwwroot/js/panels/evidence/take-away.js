/** @import { Evidence } from "../../state/types.js" */
import { fileName, statementsAsCsv } from "../../state/exports.js";
import { number } from "../../state/format.js";
import { h, icon } from "../dom.js";
import { save, textFile } from "../exports.js";

/** More statements than anybody reads in a table. */
const most = 10_000;
const atOnce = 500;

/**
 * A button that takes all statements of a list away as a table with their sentences.
 * @param {(offset: number, limit: number) => Promise<{items: Evidence[], total: number}>} load
 * @param {string} name of the file
 * @param {(error: unknown) => void} report
 */
export function takeAway(load, name, report) {
  const button = h("button", { type: "button", class: "button quiet", "data-action": "sentences", title: "All of these statements with their sentences, as a table (CSV)", onclick: async () => {
    button.disabled = true;
    try {
      /** @type {Evidence[]} */
      const all = [];
      for (let total = 1; all.length < Math.min(total, most);) {
        const page = await load(all.length, atOnce);
        if (page.items.length === 0) break;
        all.push(...page.items);
        total = page.total;
        label.textContent = `${number(all.length)} of ${number(total)}`;
      }
      save(fileName(name, "csv"), textFile(statementsAsCsv(all), "text/csv"));
    } catch (error) {
      report(error);
    } finally {
      label.textContent = "Export the sentences";
      button.disabled = false;
    }
  } }, icon("download"));
  const label = h("span", {}, "Export the sentences");
  button.append(label);
  return button;
}
