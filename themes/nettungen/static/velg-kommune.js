// Choosing a kommune: the list on the page narrows as one types, and the
// position, if one asks for it, is compared with the list on the device only.
const field = document.querySelector("[data-choose] input");
const status = document.querySelector("[data-choose-status]");
const links = [...document.querySelectorAll("a[data-box]")];
const places = document.querySelector("[data-choose-near]");

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a").replaceAll("đ", "d").replaceAll("ŋ", "n");
const names = links.map((it) => fold(`${it.textContent} ${it.dataset.names ?? ""}`));

/** What was typed: «Oslo kommune» is Oslo. */
const typed = () => fold(field.value.trim()).replace(/ kommune$/, "");

function narrow() {
  const query = typed();
  const fits = (name) => name.split(/[\s/–-]+/).some((it) => it.startsWith(query)) || name.includes(query);
  const n = names.filter(fits).length;
  links.forEach((link, at) => {
    // A name that nobody has leaves the whole list to choose from.
    link.closest("li").hidden = n > 0 && !fits(names[at]);
  });
  for (const group of document.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("li:not([hidden])");
  }
  const { none, one, many } = status.dataset;
  status.textContent = query && (n > 1 ? many.replace("%", n) : n ? one : none);
}

function choose(event) {
  event.preventDefault();
  const shown = links.filter((it) => !it.closest("li").hidden);
  const exact = shown.filter((it) => fold(it.textContent.trim()) === typed());
  const found = exact.length ? exact : shown;
  if (found.length === 1) location.assign(found[0].href);
  else shown[0]?.focus();
}

if (field) {
  field.addEventListener("input", narrow);
  field.form.addEventListener("submit", choose);
  narrow();
}

/** Squared distance in equal-area degrees from a point to a kommune's middle. */
function distance(link, lat, lon) {
  const [clat, clon] = link.dataset.middle.split(" ").map(Number);
  const x = (clon - lon) * Math.cos((lat * Math.PI) / 180);
  return x * x + (clat - lat) ** 2;
}

function near(lat, lon) {
  const inside = links.filter((link) => {
    const [west, south, east, north] = link.dataset.box.split(" ").map(Number);
    return lon >= west && lon <= east && lat >= south && lat <= north;
  });
  const from = inside.length ? inside : lat > 57 && lat < 81 && lon > 4 && lon < 32 ? links : [];
  return [...from].sort((a, b) => distance(a, lat, lon) - distance(b, lat, lon)).slice(0, 4);
}

function offer(found) {
  places.replaceChildren(...found.map((link) => {
    const item = document.createElement("li");
    const copy = link.cloneNode(true);
    copy.className = "button quiet";
    item.append(copy);
    return item;
  }));
  status.textContent = found.length ? status.dataset.near : status.dataset.abroad;
}

const button = document.querySelector("[data-position]");
if (button && "geolocation" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => {
    status.textContent = status.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => offer(near(coords.latitude, coords.longitude)),
      () => { status.textContent = status.dataset.denied; },
      { maximumAge: 6e5, timeout: 15e3 },
    );
  });
}
