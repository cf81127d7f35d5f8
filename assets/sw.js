// Keeps the kit, so that it works without a network after the first visit: a version whole or not at all.
//
// What belongs to a version stands in FILES with the SHA-256 of its content; the build fills it in. Only content that fits is
// ever kept, whatever status and type it came with, in a cache of its own version. This worker takes over once all that the
// kit needs is there, and from then on the page and its files are those of that version until the next one is whole.
// Criteria and samples (FILES names them without a hash) belong to the host: it is asked first, so that its changes count, and
// what is kept of them is kept as it was last seen to be right.
const FILES = /*FILES*/{};
const VERSION = "__VERSION__";
const SCOPE = self.registration.scope;
const ALL = `award-kit ${SCOPE} `;
// Caches of earlier builds, which checked nothing, have other names.
const CHECKED = `${ALL}checked `;
const SEEN = `${ALL}seen`;
const STANDING = `${ALL}standing`;

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  webmanifest: "application/manifest+json",
  txt: "text/plain; charset=utf-8",
};
const typeOf = (address) => TYPES[address.endsWith("/") ? "html" : address.split(".").pop()] ?? "application/octet-stream";
const isSealed = (address) => /-[0-9a-f]{12}\.(js|wasm|css|json)$/.test(address);
// Without pictures for tab and desktop, the description for installing and the list of licences, which some hosts do not serve, everything
// works.
const isNeeded = (address) => !/(\.(svg|png|webmanifest)|\/licences\.txt)$/.test(address);
const isOfHost = (name) => /^(criteria|samples|training)\/.+\.json$/.test(name);
const nameOf = (address) => address.slice(SCOPE.length);

const named = Object.entries(FILES).map(([name, hash]) => [new URL(name, SCOPE).href, hash]);
const files = new Map(named.filter(([, hash]) => hash));
const ofHost = named.filter(([, hash]) => !hash).map(([address]) => address);

// The largest file of the host that is taken, in bytes; the page takes no larger one either.
const MOST = 10_000_000;

const FORMATS = [
  [/^(samples|training)\//, "award-kit.assessment"],
  [/^criteria\/index\.json$/, "award-kit.criteria-index"],
  [/^criteria\/glossary\.json$/, "award-kit.glossary"],
  [/^criteria\/lineage\.json$/, "award-kit.lineage"],
  [/^criteria\/benchmark[^/]*\.json$/, "award-kit.benchmark"],
  [/^criteria\/[^/]+\/pack\.json$/, "award-kit.pack"],
  [/^criteria\/[^/]+\/interview\.json$/, "award-kit.interview"],
  [/^criteria\/[^/]+\/cases\.json$/, "award-kit.cases"],
  [/^criteria\/[^/]+\.json$/, "award-kit.pack-file"],
];

// Whether bytes are what a file of the host of this name holds. A page with an error or a login is not, nor half a file, nor
// another kind of file. Whether the content is right beyond that is the page's to say.
function isOfKind(name, bytes) {
  if (bytes.byteLength > MOST) return false;
  let content;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
  if (content === null || typeof content !== "object" || Array.isArray(content)) return false;
  const texts = Object.entries(content);
  if (/\/(text|interview)\.[^/]+\.json$/.test(name)) return texts.every(([id, text]) => id.includes(".") && typeof text === "string") && texts.length > 0;
  if (/\/sources\.json$/.test(name)) return Array.isArray(content.sources) && typeof content.figures === "object";
  const format = FORMATS.find(([names]) => names.test(name))?.[1];
  return content.format === format && (format !== "award-kit.pack" || content.id === decodeURIComponent(name.split("/")[1]));
}

const isMarkup = (bytes) => /^\s*</.test(new TextDecoder().decode(bytes.slice(0, 200)));

// Why a version cannot be kept.
class Hindrance extends Error {
  constructor(reason, address = "") {
    super(`${reason} ${address}`);
    this.reason = reason;
    this.file = decodeURIComponent(nameOf(address)) || "index.html";
  }
}

async function fits(response, hash) {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest))) === hash;
}

// Right content with the type of its name, and with nothing that says how it was sent or that it may not be kept.
async function plain(address, response) {
  const headers = new Headers(response.headers);
  for (const name of ["vary", "content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  headers.set("content-type", typeOf(address));
  return new Response(await response.arrayBuffer(), { headers });
}

// A file of this version from the host. What browser or host may have kept wrongly is asked for a second time, past them.
async function fetched(address) {
  let hindrance;
  for (const cache of [isSealed(address) ? "default" : "no-cache", "reload"]) {
    try {
      const response = await fetch(new Request(address, { cache }));
      if (response.ok && (await fits(response, files.get(address)))) return plain(address, response);
      hindrance = new Hindrance(response.ok ? "content" : "status", address);
    } catch {
      hindrance = new Hindrance("unreachable", address);
    }
  }
  throw hindrance;
}

// What is kept of an address in this version, or of another one where the name says what the content is.
async function kept(address) {
  try {
    const own = await (await caches.open(CHECKED + VERSION)).match(address);
    if (own || !isSealed(address)) return own;
    for (const name of (await caches.keys()).filter((name) => name.startsWith(CHECKED))) {
      const other = await (await caches.open(name)).match(address);
      if (other) return other;
    }
  } catch {
    // Where the browser cannot read what it keeps, the host is asked.
  }
}

// Puts down an answer; without room for it nothing is lost but that.
async function keep(name, address, response) {
  try {
    await (await caches.open(name)).put(address, response);
  } catch {
    throw new Hindrance("full", address);
  }
}

// A few at a time, so that a slow line is not divided by a hundred. After a failure none is begun, and it is told once those that
// were under way have ended: what still came would be kept after its cache was given up.
async function each(list, work) {
  const waiting = [...list];
  const one = async () => {
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    } finally {
      waiting.length = 0;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: 6 }, one));
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

// All that the kit needs is kept; what is there already is not asked for again.
async function complete() {
  const there = new Set((await (await caches.open(CHECKED + VERSION)).keys()).map(({ url }) => url));
  const missing = [...files.keys()].filter((address) => !there.has(address));
  await each(missing, async (address) => {
    try {
      await keep(CHECKED + VERSION, address, (await kept(address)) ?? (await fetched(address)));
    } catch (hindrance) {
      if (isNeeded(address)) throw hindrance;
    }
  });
}

// Where the keeping stands, for the page: the version that is whole, what hinders the next one, the file that is concerned.
const TOLD = new URL("standing", SCOPE).href;
async function standing() {
  const told = await (await caches.open(STANDING)).match(TOLD);
  return told ? (await told.text()).split("\n") : ["", "", ""];
}

// Where there is no room even for that, those who look at the page are told by a message.
async function tell(...lines) {
  const told = lines.join("\n");
  try {
    await keep(STANDING, TOLD, new Response(told));
  } catch {
    const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
    for (const page of pages) if (page.url.startsWith(SCOPE)) page.postMessage(told);
  }
}

async function install() {
  try {
    await complete();
  } catch (hindrance) {
    // What was kept so far would leave no room for saying so, nor for the user's own work.
    if (hindrance.reason === "full") await caches.delete(CHECKED + VERSION);
    const [whole] = await standing();
    await tell(whole, hindrance.reason ?? "full", hindrance.file ?? "");
    throw hindrance;
  }
  await each(ofHost, (address) => seen(new Request(address, { cache: "no-cache" }), address).catch(() => {}));
  await self.skipWaiting();
}

// A page that is open asks for its own files: those of the version before stay until there is a next one.
async function activate() {
  const [before] = await standing();
  const stay = [CHECKED + VERSION, CHECKED + before, SEEN, STANDING];
  const old = (await caches.keys()).filter((name) => name.startsWith(ALL) && !stay.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await tell(VERSION, "", "");
}

// What the browser has cleared away is fetched again when a page is opened, or asks for it. A newer version that was hindered is
// looked for again, too; what was told of it stands until it is whole or there is none any more.
async function mend() {
  try {
    await complete();
    const [whole, hindered] = await standing();
    const isNone = async () => {
      const { installing, waiting } = await self.registration.update();
      return !installing && !waiting;
    };
    if (whole !== VERSION || (hindered && (await isNone().catch(() => false)))) await tell(VERSION, "", "");
  } catch (hindrance) {
    await tell("", hindrance.reason ?? "full", hindrance.file ?? "");
  }
}

async function listed(request, address) {
  const answer = await kept(address);
  if (answer) return answer;
  // Not kept: the right one where the host has it, else whatever it has.
  return fetched(address).catch(() => fetch(request));
}

// The host's answer, which is kept where it is right. Where it is none, what was last seen to be right is given; where it is
// a file with faults the page gets it, to name them, because an editor of the host waits for that.
async function seen(request, address) {
  const last = async () => caches.open(SEEN).then((cache) => cache.match(address)).catch(() => undefined);
  let answer, bytes;
  try {
    answer = await fetch(request);
    bytes = await answer.clone().arrayBuffer();
  } catch (unreachable) {
    const earlier = await last();
    if (earlier) return earlier;
    throw unreachable;
  }
  if (answer.ok && isOfKind(nameOf(address), bytes)) {
    await keep(SEEN, address, await plain(address, answer.clone())).catch(() => {});
    return answer;
  }
  const isForPage = answer.ok && nameOf(address).startsWith("criteria/") && !isMarkup(bytes);
  return isForPage ? answer : (await last()) ?? answer;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(event.data === "mend" ? mend() : self.skipWaiting()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  const address = url.href === `${SCOPE}index.html` ? SCOPE : url.href;
  if (request.method !== "GET" || !address.startsWith(SCOPE)) return;
  if (files.has(address)) {
    event.respondWith(listed(request, address));
    if (request.mode === "navigate") event.waitUntil(mend());
  } else if (isSealed(address)) {
    event.respondWith(kept(address).then((answer) => answer ?? fetch(request)));
  } else if (isOfHost(nameOf(address))) {
    event.respondWith(seen(request, address));
  }
});
