// The search page. Expected markup:
//   form[data-search-form] input[type=search]      the field
//   [data-search data-search-index=MANIFEST]       optional: data-search-core, data-search-texts, data-search-quick
//     [data-search-facets] [data-search-count role=status] [data-search-hint]
//     [data-search-chips] ol[data-search-results] button[data-search-more hidden]
//   [data-search-browse]                            lists, hidden while something is found
//   a[data-search-talk]                             optional: who to talk with, shown when nothing is
//   script#search-words                             the strings, JSON (see `say`)
// Everything that is asked stands in the fragment: #q=…&tema=…&alder=…
import { norwegianNow, openSearch } from "./engine.js";

const root = document.querySelector("[data-search]");
const part = (name) => document.querySelector(`[data-search-${name}]`);
const form = part("form");
const field = form.querySelector("input[type=search]");
const words = JSON.parse(document.getElementById("search-words")?.textContent || "{}");
const PAGE = 20;
let search;
let shown = PAGE;
let turn = 0;

/** A string of the interface, `%` replaced. */
const say = (id, value = "") => (words[id] ?? id).replace("%", value);
// «12 500»: groups of three from five digits on, as the pages have it.
const written = (n) => n < 1e4 ? n : n.toLocaleString("nb");

const make = (name, props = {}, ...children) => {
  const it = Object.assign(document.createElement(name), props);
  it.append(...children);
  return it;
};

// The state is the fragment, and nothing else.
const read = () => new URLSearchParams(location.hash.slice(1));

function write(state, keep) {
  const url = `#${new URLSearchParams([...state].filter((it) => it[1]))}`;
  if (url === (location.hash || "#")) return;
  history[keep ? "pushState" : "replaceState"](null, "", url === "#" ? location.pathname : url);
}

/** Takes one value of a key out, however the values were written. */
function drop(state, key, value) {
  const left = state.getAll(key).join(",").split(",").filter((it) => it !== value);
  state.delete(key);
  for (const it of left) state.append(key, it);
}

function change(edit, keep = true) {
  const state = read();
  edit(state);
  shown = PAGE;
  write(state, keep);
  show();
}

const marked = (pieces) => pieces.map((it) => (Array.isArray(it) ? make("mark", { textContent: it[0] }) : it));
const hasMark = (pieces) => pieces.some(Array.isArray);
const badge = (kind, ...said) => make("li", {}, make("span", { className: `badge ${kind}` }, ...said));

function facts(hit) {
  const list = make("ul", { className: "facts-line" });
  if (hit.drift !== "aktiv") list.append(badge("warn", say(hit.drift)));
  else if (hit.open !== undefined) list.append(badge(hit.open ? "good" : "", say(hit.open ? "open" : "closed")));
  if (hit.telephone) {
    const href = `tel:${hit.telephone.replace(/[^+\d]/g, "")}`;
    list.append(make("li", {}, make("a", { className: "phone", href, textContent: hit.telephone })));
  }
  if (hit.organisation) list.append(make("li", { textContent: hit.organisation }));
  if (hit.line) list.append(make("li", { textContent: hit.line }));
  if (hit.owner !== "kommunen") list.append(badge(`owner-${hit.owner}`, say(`owner_${hit.owner}`)));
  if (hit.freshness === "utdatert") {
    const date = new Date(hit.checked * 864e5);
    const textContent = date.toLocaleDateString("nb", { timeZone: "UTC" });
    const time = make("time", { dateTime: date.toISOString().slice(0, 10), textContent });
    list.append(badge("bad", say("stale"), " ", time));
  }
  return list;
}

function result(hit) {
  const link = make("a", { href: hit.url }, ...marked(hit.title));
  const article = make("article", { className: "card" }, make("h2", {}, link));
  article.append(make("p", {}, ...marked(hit.summary)));
  if (hit.excerpt.length && !hasMark(hit.summary)) {
    article.append(make("p", { className: "muted" }, "… ", ...marked(hit.excerpt), " …"));
  }
  article.append(facts(hit));
  const item = make("li", {}, article);
  item.dataset.id = hit.id;
  return item;
}

// Facets. Elements live on and only change their numbers, so that focus and
// open groups stay where they are.
const boxes = new Map();

function box(key, value, label) {
  const input = make("input", { type: "checkbox" });
  const count = make("span", { className: "count" });
  input.addEventListener("change", () => change((state) => {
    if (input.checked) state.append(key, value);
    else drop(state, key, value);
  }));
  const row = make("label", {}, input, make("span", { textContent: label }), count);
  boxes.set(`${key}=${value}`, { input, count, row });
  return row;
}

function group(title, open, ...rows) {
  return make("details", { open }, make("summary", {}, title), make("fieldset", {}, make("legend", { className: "hide", textContent: title }), ...rows));
}

let age;

function buildFacets(facets) {
  age = make("input", { type: "number", min: 0, max: 25, inputMode: "numeric", id: "sok-alder" });
  age.addEventListener("input", () => age.reportValidity() && change((state) => state.set("alder", age.value), false));
  const ageLabel = make("label", { htmlFor: "sok-alder", textContent: say("age") });
  const when = group(say("when"), false, box("apen", "na", say("open_now")), box("apen", "helg", say("weekend")));
  part("facets").replaceChildren(
    make("div", { className: "age" }, ageLabel, age),
    ...facets.filter((it) => it.values.length > 0).map((it, at) =>
      group(it.label, at === 0, ...it.values.map((value) => box(it.slug, value.slug, value.label)))),
    when,
  );
}

function updateFacets(facets, state) {
  if (!boxes.size) buildFacets(facets);
  for (const facet of facets) {
    for (const value of facet.values) {
      const it = boxes.get(`${facet.slug}=${value.slug}`);
      // In the whole country they are not counted under a query.
      it.count.textContent = written(value.count ?? "");
      it.row.classList.toggle("none", value.count === 0);
    }
  }
  const asked = new Set([...state].flatMap(([key, value]) => value.split(",").map((it) => `${key}=${it}`)));
  for (const [key, it] of boxes) it.input.checked = asked.has(key);
  if (document.activeElement !== age) age.value = /^\d+$/.test(state.get("alder") ?? "") ? state.get("alder") : "";
}

function chip(text, remove) {
  const button = make("button", { type: "button", className: "chip" }, text, make("span", { ariaHidden: "true", textContent: " ×" }));
  button.setAttribute("aria-label", say("remove", text));
  button.addEventListener("click", () => {
    change(remove);
    field.focus();
  });
  return make("li", {}, button);
}

const valueName = (key, value) =>
  key === "alder" ? say("years", value.replace("-", "–")) : key === "apen" ? say(value === "helg" ? "weekend" : "open_now")
    : boxes.get(`${key}=${value}`)?.row.children[1].textContent ?? value;

function showChips(answer, state) {
  const asked = [...state].filter(([key]) => key !== "q" && key !== "uten");
  const chosen = asked.flatMap(([key, values]) => values.split(",").map((value) =>
    chip(valueName(key, value), (it) => drop(it, key, value))));
  const understood = answer.chips.map((it) =>
    chip(it.label || valueName(it.facet, it.value), (state) => state.append("uten", it.facet)));
  part("chips").replaceChildren(...understood, ...chosen);
}

function showHint(answer, state) {
  const hint = part("hint");
  hint.replaceChildren();
  if (answer.mente) {
    const meant = make("a", { href: `#${new URLSearchParams([["q", answer.mente]])}`, textContent: answer.mente });
    const [before, after = ""] = say("meant", "%").split("%");
    hint.append(before, meant, after);
  } else if (!answer.total) {
    const talk = part("talk");
    hint.append(say(answer.whole ? "none_hint" : "still_loading"), " ", talk ? talk.cloneNode(true) : "");
  }
  hint.removeAttribute("role");
  hint.hidden = !hint.hasChildNodes();
}

const filtersOf = (state) => {
  const filters = {};
  for (const [key, value] of state) if (key !== "q") (filters[key] ??= []).push(value);
  return filters;
};

async function show() {
  const state = read();
  const q = state.get("q") ?? "";
  if (document.activeElement !== field || !field.value) field.value = q;
  if (!search) return;
  const mine = ++turn;
  // Of an index of parts a result comes in a part of its own: the best ones first.
  for (const limit of search.parted && shown === PAGE ? [2, shown] : [shown]) {
    let answer;
    try {
      answer = await search.search({ q, filters: filtersOf(state), limit, now: norwegianNow() });
    } catch (error) {
      // Never «ingen treff» when there was no looking.
      if (mine === turn) fail(error, "not_seen");
      return;
    }
    if (mine !== turn) return;
    showAnswer(answer, state);
  }
}

function showAnswer(answer, state) {
  const asked = [...state.keys()].some((it) => it !== "uten");
  const count = !asked ? say("all", written(answer.total))
    : answer.total === 1 ? say("one") : answer.more ? say("over", written(answer.total))
    : answer.total ? say("many", written(answer.total)) : say("none");
  if (part("count").textContent !== count) part("count").textContent = count;
  updateFacets(answer.facets, state);
  showChips(answer, state);
  showHint(answer, state);
  part("results").replaceChildren(...answer.hits.map(result));
  part("more").hidden = answer.hits.length >= answer.total;
  const browse = part("browse");
  if (browse) browse.hidden = asked && answer.total;
}

function tell(id) {
  const hint = part("hint");
  hint.setAttribute("role", "alert");
  hint.hidden = false;
  hint.textContent = say(id);
}

function fail(error, offline = "offline") {
  tell(error.code === "offline" ? offline : "broken");
  part("count").textContent = "";
  part("results").replaceChildren();
}

function keys(event) {
  const links = [...part("results").querySelectorAll("h2 a")];
  const at = links.indexOf(document.activeElement);
  const typing = /search|number/.test(event.target.type);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    field.focus();
    field.select();
  } else if (event.key === "ArrowDown" && (event.target === field || at >= 0) && links[at + 1]) links[at + 1].focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? field).focus();
  else if (event.key === "Escape" && at >= 0) field.focus();
  else if (event.key === "Escape" && event.target === field && field.value) {
    field.value = "";
    change((state) => state.delete("q"));
  } else return;
  event.preventDefault();
}

async function run() {
  field.value = read().get("q") ?? "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change((state) => state.set("q", field.value.trim()));
  });
  field.addEventListener("input", () => change((state) => {
    state.set("q", field.value);
    // Other words: what was not to be understood in the old ones may be now.
    state.delete("uten");
  }, false));
  part("more").addEventListener("click", async () => {
    const first = shown;
    shown += PAGE;
    await show();
    part("results").children[first]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    shown = PAGE;
    field.value = read().get("q") ?? "";
    show();
  });
  addEventListener("keydown", keys);
  const { searchIndex, searchCore: core, searchTexts: texts, searchQuick: quick } = root.dataset;
  try {
    const here = (part) => part && new URL(part, location.href).href;
    search = await openSearch(searchIndex, core ? { core: here(core), texts: here(texts), quick: here(quick) } : undefined);
    await show();
    document.documentElement.dataset.searchReady = "";
  } catch (error) {
    // The page is older than the module: the new page fits. Once.
    const again = performance.getEntriesByType("navigation")[0]?.type === "reload";
    if (error.code === "version" && !again) location.reload();
    else fail(error);
    return;
  }
  try {
    await search.whole;
  } catch {
    // What was found stays: there may be more.
    words.still_loading = words.not_seen;
    tell("not_seen");
    return;
  }
  await show();
}

if (root) run();
