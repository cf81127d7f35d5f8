import init from "./app.js";

// Whoever comes to a page inside the frame needs it and the criteria: they come with the program, not one after the other.
if (location.hash.length > 2) {
  window.awardKitParts?.prepare("assessment");
  const { content: href } = document.querySelector('meta[name="pack.beijing-2016"]');
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
}

// In the page that is built in parts, each of them stands on what the first module exports.
const first = await init({ module_or_path: "./app_bg.wasm" });
window.awardKitParts?.begin(first);

// What is there works without a network after the first visit; where the browser allows it, which plain http does not.
// Keeping all of it waits until what the page itself asks for is there.
const workers = navigator.serviceWorker;
const blocked = "\ninsecure\n";
let refused = "";
const keep = () => workers.register("./sw.js", { updateViaCache: "none" }).catch(() => (refused = "\nrefused\n"));
if (workers) setTimeout(() => (window.requestIdleCallback ?? setTimeout)(keep), 2000);

// Where that stands, noted at the page's root again and again: what the worker has told, in three lines (the version that is
// whole, what hinders the next one, its file).
const root = document.documentElement;
// A version without its worker is of no use.
const heard = async () => {
  const told = (await (await caches.match("./standing"))?.text()) ?? "";
  return refused || ((await workers.getRegistration()) ? told : told.replace(/^.+/, ""));
};
const note = async () => {
  const told = workers ? await heard().catch(() => blocked) : blocked;
  root.dataset.offline = told;
  root.toggleAttribute("data-whole", /^./.test(told));
  setTimeout(note, 3000);
};
note();

// What a translator does to the page is made good by a script of its own, for which nobody has to wait.
(window.requestIdleCallback ?? setTimeout)(() => document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "./translated.js" })));
