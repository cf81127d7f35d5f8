import init from "./app.js";

// Modules of pages that are loaded when asked for; the page names them.
window.openModule = (name) => import(document.querySelector(`meta[name="${name}"]`).content);
await init({ module_or_path: "./app_bg.wasm" });

// What is there works without a network after the first visit; where the browser allows it, which plain http does not.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" }).catch(() => {});
