// What nobody has to wait for: keeping the page for times without a network, where the focus goes when what had it is gone,
// files that an installed kit is handed, room for what one works on, what comes near, what translators do to it, and a program
// that has stopped.

// What is there works without a network after the first visit; where the browser allows it, which plain http does not.
// Keeping all of it waits until what the page itself asks for is there. What hindered it may pass while the page is open (a line
// that broke, a full disk), so that it is tried again, less and less often, also by a worker that is there already.
// The single file has all of it in itself.
const root = document.documentElement;
const isSingle = root.hasAttribute("data-single");
const workers = isSingle ? undefined : navigator.serviceWorker;
const blocked = isSingle ? "single\nsingle\n" : "\ninsecure\n";
let refused = "";
const keep = () => {
  workers.register("./sw.js", { updateViaCache: "none" }).then(() => (refused = ""), () => (refused = "\nrefused\n"));
  workers.controller?.postMessage("mend");
};
const again = (pause) => setTimeout(() => (root.dataset.whole ?? keep(), again(Math.min(2 * pause, 300_000))), pause);
if (workers) setTimeout(() => ((window.requestIdleCallback ?? setTimeout)(keep), again(10_000)), 2000);

// Where that stands, noted at the page's root again and again: what the worker has told, in three lines (the version that is
// whole, what hinders the next one, its file).
// What a worker without room to note it says.
let said = "";
if (workers) workers.onmessage = ({ data }) => (said = data);

// A version without its worker is of no use; one that is whole and waits is asked again to take over, because the browser has let it
// wait for something the one before was doing at that moment.
const heard = async () => {
  const told = (await (await caches.match("./standing"))?.text()) ?? said;
  const registration = await workers.getRegistration();
  registration?.waiting?.postMessage("take over");
  return refused || (registration ? told : told.replace(/^.+/, ""));
};
const note = async () => {
  const told = workers ? await heard().catch(() => blocked) : blocked;
  root.dataset.offline = told;
  setTimeout(note, root.toggleAttribute("data-whole", /^./.test(told)) ? 3000 : 1000);
};
note();

// A kit that was installed is handed the files that were opened with it; they take the way of those that are dropped on the page.
window.launchQueue?.setConsumer(async ({ files }) => {
  if (!files.length) return;
  const data = new DataTransfer();
  for (const file of await Promise.all(files.map((file) => file.getFile()))) data.items.add(file);
  // Until the program has drawn its page, the one that tells of a program that does not come stands there.
  while (document.getElementById("failed")) await new Promise((drawn) => setTimeout(drawn, 50));
  document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
});

// Where the focus goes when what had it is gone: an entry that was deleted or closed, a page that was left. It goes to the link that led
// to what was closed, else to what stands next in the same place, else back to the field that had it before, else to the heading of the
// page, and stays where somebody else put it. The way from what has the focus up to the page is noted as long as it is there.
const reachable = ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not(:disabled, .hidden, [tabindex='-1'])";
let way = [];
let inPage = null;
let left = "";
addEventListener("hashchange", ({ oldURL }) => (left = new URL(oldURL).hash));
addEventListener("focusin", ({ target }) => {
  way = [];
  left = "";
  if (target.closest("main")) inPage = target;
  for (let node = target; node.parentElement && node.id !== "kit"; node = node.parentElement) {
    way.push({ node, place: node.parentElement, at: [...node.parentElement.children].indexOf(node) });
  }
});
// Whoever takes the focus away while it is still there wants none.
addEventListener("focusout", ({ target }) => queueMicrotask(() => target.isConnected && way[0]?.node === target && (way = [])));
const beside = (main) => {
  const { place, at } = way.find(({ place }) => place.isConnected) ?? {};
  if (!place || place === main || !main.contains(place)) return inPage?.isConnected ? inPage : null;
  const all = [...place.children];
  const near = [...all.slice(at), ...all.slice(0, at).reverse()];
  return near.map((node) => (node.matches(reachable) ? node : node.querySelector(reachable))).find((node) => node?.checkVisibility?.() ?? node);
};
const isGone = () => way.length && !way[0].node.isConnected;
const refocus = () => {
  const main = document.querySelector("main:not([aria-busy])");
  if (!main || !isGone() || (document.activeElement ?? document.body) !== document.body) return;
  const closed = left.startsWith(`${location.hash}/`) && [...main.querySelectorAll("a[href]")].find((link) => link.hash === left);
  const target = closed || (!left && beside(main)) || main.querySelector("h1") || main;
  if (!target.matches(reachable)) target.tabIndex = -1;
  target.focus({ preventScroll: target.matches("h1, main") });
};
// What is written in or chosen is moved out from under a notice that has just come; once the page stands, or measuring would lay all of it
// out in the middle of the work.
let notice = null;
const uncover = () => {
  const { activeElement: active, body } = document;
  if (!notice || !active || active === body || notice.contains(active)) return;
  const [over, under] = [notice, active].map((node) => node.getBoundingClientRect());
  if (under.right > over.left && under.left < over.right && under.bottom > over.top && under.top < over.bottom) scrollBy(0, under.bottom - over.top + 8);
};
const look = () => {
  const known = notice;
  notice = document.querySelector(".notice");
  if (notice && notice !== known) requestAnimationFrame(() => setTimeout(uncover));
};
// Looking for it, and asking where the focus is, lays the page out, which is no part of the work that has changed the page.
new MutationObserver(() => (isGone() && setTimeout(refocus), look())).observe(document.getElementById("kit"), { childList: true, subtree: true });

// What waits to be drawn until it is looked at is told when it comes near, and all of it before it is printed or searched.
const waiting = document.getElementsByClassName("waits");
const wake = (node) => node.dispatchEvent(new Event("near"));
// What has the focus and stands below what is drawn stays where it is.
let held = null;
const hold = (place) => {
  const { activeElement: active } = document;
  if (held || !active || !(place.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
  const { top } = active.getBoundingClientRect();
  if (top >= 0 && top < innerHeight) held = { active, top };
};
const near = new IntersectionObserver(
  (places) => {
    for (const { isIntersecting, target } of places) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      hold(target);
      wake(target);
    }
  },
  { rootMargin: "100% 0px" },
);
new MutationObserver(() => {
  if (held) scrollBy({ top: held.active.getBoundingClientRect().top - held.top, behavior: "instant" });
  held = null;
  for (const place of waiting) near.observe(place);
}).observe(document.getElementById("kit"), { childList: true, subtree: true });
const wakeAll = () => [...waiting].forEach(wake);
addEventListener("beforeprint", wakeAll);
addEventListener("keydown", ({ ctrlKey, metaKey, key }) => (((ctrlKey || metaKey) && key === "f") || key === "F3") && wakeAll());
// It is drawn after the script that asks for the printing has ended.
const print = window.print.bind(window);
window.print = () => (wakeAll(), setTimeout(print));
root.dataset.near = "";

// A page that is translated has elements in the place of its texts, and what the program writes into a text that is nowhere is not
// seen. The page asks not to be translated; who does it all the same gives a text back as soon as the program touches it. Until
// there is such an element nothing is done about it.
const taken = new WeakMap();
const isForeign = (node) => node?.nodeName === "FONT";
const foreign = document.getElementsByTagName("font");
const giveBack = (text) => {
  let font = text.parentNode ?? taken.get(text);
  while (isForeign(font?.parentNode)) font = font.parentNode;
  if (isForeign(font) && font.parentNode) font.replaceWith(...(font.texts ?? [text]));
};
let beware = () => {
  beware = () => {};
  const { set: write, ...rest } = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Text.prototype, "nodeValue", { ...rest, set(text) { giveBack(this); write.call(this, text); } });
  for (const name of ["insertBefore", "removeChild"]) {
    const act = Node.prototype[name];
    Node.prototype[name] = function (...nodes) {
      const touched = nodes.at(-1);
      if (touched && touched.parentNode !== this) giveBack(touched);
      return act.apply(this, nodes);
    };
  }
};
new MutationObserver((changes) => {
  if (!foreign.length) return;
  beware();
  const added = changes.flatMap((change) => [...change.addedNodes]).filter(isForeign);
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of changes) {
    const font = [...addedNodes, previousSibling, nextSibling].find((node) => added.includes(node));
    for (const text of font ? removedNodes : []) {
      if (!(text instanceof Text)) continue;
      font.texts = [...(font.texts ?? []), text];
      taken.set(text, font);
    }
  }
}).observe(document.getElementById("kit"), { childList: true, subtree: true });

// A program that has stopped in the middle of its work (a fault in it, a browser that has no memory left for it or spoils what it has)
// answers nothing any more and keeps nothing, while its page stands there and could be written in: so the page is covered, and
// says what to do. A page from a file is told nothing but that there was an error, and there is no script in it but the kit's.
const STOPPED = {
  zh: ["本页已停止运行", "此前输入的内容，凡本浏览器能保存的均已保存；此后的输入不会再保存。请重新载入本页，继续填写。", "重新载入"],
  en: ["This page has stopped", "What you typed until now is kept, as far as this browser keeps anything; what you type from now on would not be. Load the page again and go on.", "Load again"],
};
const cover = () => {
  if (document.getElementById("stopped")) return;
  const dialog = Object.assign(document.createElement("dialog"), { id: "stopped", className: "sheet stack", oncancel: (event) => event.preventDefault() });
  const row = Object.assign(document.createElement("div"), { className: "row" });
  const [title, told, again] = STOPPED[root.lang === "en" ? "en" : "zh"];
  row.append(Object.assign(document.createElement("button"), { type: "button", className: "btn main", textContent: again, onclick: () => location.reload() }));
  dialog.append(
    Object.assign(document.createElement("h2"), { id: "stopped-title", textContent: title }),
    Object.assign(document.createElement("p"), { textContent: told }),
    row,
  );
  dialog.setAttribute("aria-labelledby", "stopped-title");
  document.body.append(dialog);
  dialog.showModal();
};
const isOfProgram = (fault, message) => fault instanceof WebAssembly.RuntimeError || (isSingle && !fault && message === "Script error.");
addEventListener("error", ({ error, message }) => isOfProgram(error, message) && cover());
addEventListener("unhandledrejection", ({ reason }) => isOfProgram(reason) && cover());
