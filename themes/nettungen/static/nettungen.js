// On every page: «Forlat siden», the search box, copying and printing.

// «Forlat siden»: the link works without this file. With it, the page is
// replaced (so «back» does not return here) and Shift three times does the same.
const link = document.querySelector("[data-leave]");

if (window.top !== window) document.documentElement.classList.add("framed");

const leave = () => {
  document.documentElement.hidden = true;
  location.replace(link.href);
};

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let times = 0;
  let last = 0;
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const soon = event.timeStamp - last < 1500;
    times = event.key === "Shift" ? (soon ? times + 1 : 1) : 0;
    last = event.timeStamp;
    if (times === 3) leave();
  });
}

/** Loads the search page and what it will ask for, so that they are at hand when it opens. */
async function fetchAhead(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  for (const it of page.querySelectorAll("link[rel=preload], script[src]")) fetch(it.href || it.src).catch(() => {});
}

// The search box: what one typed goes into the fragment, which is never sent. Whoever
// begins to write will search, so the search is loaded meanwhile; should that fail, the
// search page loads it, and says what is wrong.
for (const form of document.querySelectorAll("[data-ask]")) {
  if (!navigator.connection?.saveData) {
    form.addEventListener("focusin", () => fetchAhead(form.action).catch(() => {}), { once: true });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = form.querySelector("input").value.trim();
    location.assign(form.getAttribute("action") + (text ? "#q=" + encodeURIComponent(text) : ""));
  });
}

// Copy as text, print: the buttons are hidden where there are no scripts.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).content.textContent.trim();
    const said = document.getElementById(button.dataset.said);
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = button.dataset.done;
    } catch {
      said.textContent = button.dataset.failed;
    }
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
