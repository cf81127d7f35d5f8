import init, { show, hide } from "./further-pages.js";

await init({ module_or_path: "./further-pages_bg.wasm" });
export { show, hide };
