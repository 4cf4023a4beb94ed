// In a frame on another site: shows the tilbud that the fragment of the address
// chooses, and tells the page around how high the frame should be.
// `#tema=helse,familie&alder=ungdom`: one of the values of each key. `alder=14`
// is an age, `t=` names tilbud, `antall=5` is the most that are shown.
const items = [...document.querySelectorAll("[data-facets]")];
const none = document.querySelector("[data-none]");

const values = (text) => text.split(",").filter(Boolean);

function fits(item, chosen) {
  for (const [key, text] of chosen) {
    const wanted = values(text);
    if (!wanted.length || key === "antall") continue;
    const facets = item.dataset.facets.split(" ");
    const [from, to] = item.dataset.ages.split("-").map(Number);
    const age = (it) => key === "alder" && /^\d+$/.test(it) && from <= +it && +it <= to;
    const has = (it) => (key === "t" ? item.dataset.id === it : age(it) || facets.includes(`${key}=${it}`));
    if (!wanted.some(has)) return false;
  }
  return true;
}

function choose() {
  const chosen = new URLSearchParams(location.hash.slice(1));
  const most = Number(chosen.get("antall")) || Infinity;
  let shown = 0;
  for (const item of items) {
    item.hidden = shown >= most || !fits(item, chosen);
    shown += item.hidden ? 0 : 1;
  }
  if (none) none.hidden = shown > 0;
}

// The height is no secret, and which sites may show this page is up to its
// `frame-ancestors`; so the message may go to whoever that is.
function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ nettungen: "height", height }, "*");
}

choose();
addEventListener("hashchange", choose);
if (parent !== window) new ResizeObserver(tell).observe(document.body);

// What one types in the box goes into the fragment, which is never sent.
for (const form of document.querySelectorAll("[data-ask]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = form.querySelector("input").value.trim();
    open(form.getAttribute("action") + (text ? "#q=" + encodeURIComponent(text) : ""), "_top");
  });
}
