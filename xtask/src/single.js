// Stands in the single file before the page's own script. There is no host, and the policy lets no request out: what the page asks for
// by its name lies further down in the file, packed, and what does not lie there is answered as a host answers that has no such file.
const TYPES = { wasm: "application/wasm", json: "application/json", txt: "text/plain" };
const laid = (name) => document.getElementById(name)?.textContent;

const unpacked = (content, type) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip")), { headers: { "content-type": type } });
};

const folder = new URL(".", document.baseURI).href;
const nameOf = (address) => decodeURIComponent(new URL(address, folder).href.slice(folder.length));
globalThis.fetch = async (address) => {
  const name = nameOf(address);
  const content = laid(name);
  return content ? unpacked(content, TYPES[name.split(".").pop()]) : new Response(null, { status: 404 });
};

// What would be shown from beside the page is saved from in here.
addEventListener("click", async (event) => {
  const link = event.target.closest('a[href^="./"]');
  if (!link) return;
  event.preventDefault();
  const content = await (await fetch(link.href)).blob();
  Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: nameOf(link.href) }).click();
});

// A worker takes along what it asks for, which is its module and nothing else. It is none of modules, which Chromium does not start from
// what a file has made; its script imports nothing and only waits at its top.
globalThis.Worker = class extends Worker {
  constructor(address) {
    const script = laid(address.replace("./", ""));
    const [module] = /[\w-]+\.wasm/.exec(script);
    const answer = [`"use strict"; globalThis.fetch = async () => (${unpacked})("`, laid(module), '", "application/wasm");\n'];
    super(URL.createObjectURL(new Blob([...answer, "(async () => {", script, "})().catch(reportError);"], { type: "text/javascript" })));
  }

  // WebKit lets such a worker read no files. It is handed their bytes; what cannot be read here it says itself.
  async postMessage(message) {
    const bytes = async (given) => (given instanceof Blob ? new Uint8Array(await given.arrayBuffer()) : given);
    super.postMessage(await Promise.all(message.map((given) => bytes(given).catch(() => given))));
  }
};
