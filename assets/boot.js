import init from "./app.js";

// Some browsers call it a fault that a page is left while something of it still comes.
addEventListener("beforeunload", () => (window.awardKitLeft = 1));

// Whoever comes to a page inside the frame needs it and the criteria: they come with the program, not one after the other.
if (location.hash.length > 2) {
  window.awardKitParts?.prepare("assessment");
  const { content: href } = document.querySelector('meta[name="pack.beijing-2016"]');
  // In the single file nothing has to come.
  if (!document.querySelector("[data-single]")) document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
}

// In the page that is built in parts, each of them stands on what the first module exports.
const first = await init({ module_or_path: "./app_bg.wasm" });
window.awardKitParts?.begin(first);

// What nobody has to wait for comes after that. Whoever leaves the page before has done nothing wrong.
import("./late.js").catch((fault) => {
  if (!window.awardKitLeft) throw fault;
});
