// Sets language and appearance before anything is drawn, so that the page does not flash; the module sets the same again.
const page = document.documentElement;
try {
  const chosen = (name) => JSON.parse(localStorage.getItem("award-kit." + name) || "null");
  page.dataset.appearance = chosen("appearance") || "device";
  const spoken = chosen("language") || (navigator.languages || []).map((tag) => tag.slice(0, 2)).find((tag) => tag === "zh" || tag === "en");
  page.lang = spoken === "en" ? "en" : "zh-CN";
} catch {
  // Storage is blocked: the page is in Chinese, as the device says.
}
// Until the app stands in the page, a file that is missing or is no such file is told. What the browser may have kept of it is
// asked for past that, so that loading the page again helps.
const tell = (event) => {
  const told = document.getElementById("failed");
  if (!told || !told.hidden) return;
  told.hidden = false;
  if (event) for (const file of document.querySelectorAll("script[src],link[rel=preload]")) fetch(file.src || file.href, { cache: "reload" }).catch(() => {});
};
addEventListener("error", tell, true);
addEventListener("unhandledrejection", tell);
addEventListener("load", () => setTimeout(tell, 20000));
