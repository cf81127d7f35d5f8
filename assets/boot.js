import init from "./app.js";

await init({ module_or_path: "./app_bg.wasm" });

// What is there works without a network after the first visit; where the browser allows it, which plain http does not.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" }).catch(() => {});
