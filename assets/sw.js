// Keeps every file of the kit, so that it works without a network after the first visit. Files whose name carries a hash of
// their content are answered from what is kept; the page, the criteria and the samples are asked of the host first, because
// the host may change them, and answered as they were last seen when it cannot be reached. The build fills in the list.
const FILES = /*FILES*/[];
const ALL = `award-kit ${self.registration.scope} `;
const NAME = `${ALL}__VERSION__`;
const known = new Set(FILES.map((name) => new URL(name, self.registration.scope).href));
const isSealed = (address) => /-[0-9a-f]{16}\.(js|wasm|css|json)$/.test(address);

self.addEventListener("install", (event) => {
  const kept = caches.open(NAME).then((cache) =>
    cache.addAll([...known].map((address) => new Request(address, { cache: isSealed(address) ? "default" : "no-cache" })))
  );
  event.waitUntil(kept);
});

// An older page may still ask for its own files: they go when it is gone, which is when this version takes over.
self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) =>
    Promise.all(names.filter((name) => name.startsWith(ALL) && name !== NAME).map((name) => caches.delete(name)))
  );
  event.waitUntil(old);
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  address.search = "";
  address.hash = "";
  if (event.request.method === "GET" && address.href.startsWith(self.registration.scope)) {
    event.respondWith(answer(event.request, address.href));
  }
});

async function answer(request, address) {
  const sealed = isSealed(address) && (await caches.match(address));
  if (sealed) return sealed;
  const cache = await caches.open(NAME);
  try {
    const response = await fetch(request);
    if (response.ok && known.has(address)) await cache.put(address, response.clone());
    return response;
  } catch (unreachable) {
    const kept = await cache.match(request.mode === "navigate" ? self.registration.scope : address);
    if (kept) return kept;
    throw unreachable;
  }
}
