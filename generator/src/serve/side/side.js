// Renews the page when its content has changed, and shows what is wrong with the content.
// Scroll, fragment, open parts and the field one writes in stay as they are.

const KEPT = "nettungen-forhandsvisning";
const strip = document.querySelector("[data-nu-strip]");
if (window.top !== window) document.documentElement.classList.add("framed");

/** Lets the overlay be closed; it comes back with the next save that has errors. */
function armOverlay() {
  const overlay = document.querySelector("[data-nu-overlay]");
  const button = overlay?.querySelector("[data-nu-close]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => overlay.remove());
}

async function showErrors(any) {
  const html = any ? await (await fetch("/_feil")).text() : "";
  document.querySelector("[data-nu-overlay]")?.remove();
  strip.insertAdjacentHTML("beforebegin", html);
  armOverlay();
}

/** What reloading would lose. */
function keep() {
  const field = document.activeElement;
  const open = [...document.querySelectorAll("details")].map((it) => it.open);
  const at = { x: scrollX, y: scrollY, path: location.pathname, open, field: field?.id ?? "" };
  sessionStorage.setItem(KEPT, JSON.stringify(at));
}

/** A search page is whole when its engine has answered; other pages are so already. */
async function whole() {
  if (!document.querySelector("[data-search]")) return;
  for (let n = 0; n < 60 && !document.querySelector("html[data-search-ready]"); n += 1) {
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.path !== location.pathname) return;
  await whole();
  document.querySelectorAll("details").forEach((it, n) => { it.open = kept.open[n] ?? it.open; });
  if (kept.field) document.getElementById(kept.field)?.focus({ preventScroll: true });
  scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
}

/** Search finds drafts too here, but does not know that they are. */
async function markDrafts() {
  const results = document.querySelector("[data-search-results]");
  if (!results) return;
  const drafts = new Set(await (await fetch("/_utkast")).json());
  const mark = () => {
    for (const it of results.querySelectorAll("[data-id]")) {
      if (!drafts.has(it.dataset.id) || it.querySelector(".nu-draft")) continue;
      it.insertAdjacentHTML("afterbegin", '<p class="nu-draft"><span class="badge warn">Utkast</span></p>');
    }
  };
  new MutationObserver(mark).observe(results, { childList: true });
  mark();
}

async function renew() {
  const answer = await fetch(location.pathname, { method: "HEAD" });
  if (answer.headers.get("ETag") === `"${strip.dataset.etag}"`) return;
  keep();
  location.reload();
}

/** Only the page that is seen listens: a browser opens few connections to one host. */
let source;
let newest = Promise.resolve();
function listen() {
  source?.close();
  source = null;
  if (document.hidden) return;
  source = new EventSource("/_hendelser");
  source.onmessage = (message) => {
    const news = JSON.parse(message.data);
    strip.querySelector("[data-nu-tally]").textContent = news.ord;
    newest = newest.then(() => showErrors(news.feil > 0 && !document.body.classList.contains("nu-page")))
      .then(renew).catch(() => {});
  };
}

if (strip) {
  armOverlay();
  restore();
  markDrafts();
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
}
