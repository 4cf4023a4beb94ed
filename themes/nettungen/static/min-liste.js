// «Min liste»: what is chosen stands in the fragment of the address and nowhere
// else. It can be shared, is never sent, and is gone when the page is closed.
const part = (name) => document.querySelector(`[data-my-list-${name}]`);
const chosen = part("chosen");
const said = part("said");
const rows = new Map([...document.querySelectorAll("[data-pick]")].map((it) => [it.dataset.pick, it]));

const read = () =>
  [...new Set((new URLSearchParams(location.hash.slice(1)).get("t") ?? "").split(","))].filter((it) => rows.has(it));

function write(ids) {
  const hash = ids.length ? `#t=${ids.map(encodeURIComponent).join(",").replaceAll("%2F", "/")}` : location.pathname;
  history.replaceState(null, "", hash);
  show();
}

function button(text, name, act) {
  const it = document.createElement("button");
  it.type = "button";
  it.className = "button quiet";
  it.textContent = text;
  it.setAttribute("aria-label", `${text}: ${name}`);
  it.addEventListener("click", act);
  return it;
}

function move(id, by) {
  const ids = read();
  const at = ids.indexOf(id);
  ids.splice(at, 1);
  ids.splice(at + by, 0, id);
  write(ids);
  chosen.children[at + by]?.querySelector(by < 0 ? "[data-up]" : "[data-down]")?.focus();
}

function item(id, at, ids) {
  const row = rows.get(id);
  const name = row.querySelector("label").textContent.trim();
  const it = document.createElement("li");
  it.append(row.querySelector("template").content.cloneNode(true));
  const tools = document.createElement("p");
  tools.className = "row no-print";
  const up = button(chosen.dataset.up, name, () => move(id, -1));
  const down = button(chosen.dataset.down, name, () => move(id, 1));
  up.dataset.up = down.dataset.down = "";
  up.disabled = at === 0;
  down.disabled = at === ids.length - 1;
  tools.append(up, down, button(chosen.dataset.remove, name, () => write(read().filter((other) => other !== id))));
  it.firstElementChild.append(tools);
  return it;
}

function show() {
  const ids = read();
  chosen.replaceChildren(...ids.map(item));
  for (const [id, row] of rows) row.querySelector("input").checked = ids.includes(id);
  part("tools").hidden = !ids.length;
  said.textContent = ids.length ? "" : said.dataset.empty;
}

function text() {
  const lines = [...chosen.children].map((it) => {
    const facts = [...it.querySelectorAll("dl > div")].map((row) => `${row.children[0].textContent}: ${row.children[1].textContent}`);
    const link = it.querySelector("a");
    return [link.textContent, it.querySelector("p:not(.row)")?.textContent, ...facts, link.href].filter(Boolean).join("\n");
  });
  return lines.join("\n\n");
}

async function copy(value) {
  try {
    await navigator.clipboard.writeText(value);
    said.textContent = said.dataset.done;
  } catch {
    said.textContent = said.dataset.failed;
  }
}

function narrow(event) {
  const query = event.target.value.trim().toLowerCase();
  for (const row of rows.values()) row.hidden = !row.textContent.toLowerCase().includes(query);
}

for (const [id, row] of rows) {
  row.querySelector("input").addEventListener("change", (event) => {
    const others = read().filter((it) => it !== id);
    write(event.target.checked ? [...others, id] : others);
  });
}
part("filter").addEventListener("input", narrow);
part("copy").addEventListener("click", () => copy(text()));
part("link").addEventListener("click", () => copy(location.href));
part("clear").addEventListener("click", () => {
  write([]);
  said.textContent = said.dataset.cleared;
});
addEventListener("hashchange", show);
show();
