// Sets language and appearance before anything is drawn, so that the page does not flash; the module sets the same again.
try {
  const chosen = (name) => JSON.parse(localStorage.getItem("award-kit." + name) || "null");
  const page = document.documentElement;
  page.dataset.appearance = chosen("appearance") || "device";
  const spoken = chosen("language") || (navigator.languages || []).map((tag) => tag.slice(0, 2)).find((tag) => tag === "zh" || tag === "en");
  page.lang = spoken === "en" ? "en" : "zh-CN";
} catch {
  // Storage is blocked: the page is in Chinese, as the device says.
}
