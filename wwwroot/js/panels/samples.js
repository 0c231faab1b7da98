/** @import { Explorer } from "../explorer.js" */
import { h, icon } from "./dom.js";
import { confirmation } from "./notices.js";

/** Says that the articles are invented, and clears them. @param {HTMLElement} root @param {Explorer} explorer @param {ReturnType<typeof import("./notices.js").toasts>} toasts */
export function samplesNotice(root, explorer, toasts) {
  let away = false;
  const clear = h("button", { type: "button", class: "button", id: "samples-clear" }, "Clear them");
  const banner = h("div", { class: "notice", id: "samples-notice", hidden: true }, icon("article"),
    h("p", { class: "notice-text" }, "These are invented sample articles."), clear,
    h("button", { type: "button", class: "icon-button small", title: "Hide this notice", onclick: () => { away = true; draw(); } },
      icon("close"), h("span", { class: "sr" }, "Hide this notice")));
  root.append(banner);

  const bring = async () => {
    try {
      await explorer.api.bringSamples();
      away = false;
    } catch (error) {
      toasts.error(error);
    }
  };
  clear.addEventListener("click", async () => {
    const sure = await confirmation({
      title: "Clear the sample articles?",
      text: "They and all that only they say go out of the graph. Your own articles stay. You can bring the samples back.",
      yes: "Clear samples",
    });
    if (!sure) return;
    clear.disabled = true;
    try {
      await explorer.api.clearSamples();
      await explorer.fetchStatus();
      toasts.show("The sample articles are cleared.", { action: { label: "Bring them back", run: () => void bring() }, stays: true });
    } catch (error) {
      toasts.error(error);
    } finally {
      clear.disabled = false;
    }
  });
  const draw = () => (banner.hidden = away || !explorer.status?.samples);
  explorer.on("totals", draw);
  return { bring };
}
