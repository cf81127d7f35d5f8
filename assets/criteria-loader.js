import init, { show, hide } from "./criteria-pages.js";

await init({ module_or_path: "./criteria-pages_bg.wasm" });
export { show, hide };
