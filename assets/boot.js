import init from "./app.js";

// In the page that is built in parts, each of them stands on what the first module exports.
const first = await init({ module_or_path: "./app_bg.wasm" });
window.awardKitParts?.begin(first);

// What is there works without a network after the first visit; where the browser allows it, which plain http does not.
// Keeping all of it waits until what the page itself asks for is there.
const keep = () => navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" }).catch(() => {});
if ("serviceWorker" in navigator) setTimeout(() => (window.requestIdleCallback ?? setTimeout)(keep), 2000);
