import init from "./app.js";

// Modules of pages that are loaded when asked for; the page names them.
window.openModule = (name) => import(document.querySelector(`meta[name="${name}"]`).content);
await init({ module_or_path: "./app_bg.wasm" });
