// What depends on the moment: open now, and how old the information is. The
// page itself only holds dates and opening hours; both are true whenever read.
const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
const say = (id, value = "") => (words[id] ?? "").replace("%", value);
const DAY = 864e5;

/** The wall clock in Norway: day as UTC midnight, minutes since midnight. */
export function norwegianNow(now = new Date()) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Oslo", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(now);
  const part = (type) => Number(parts.find((it) => it.type === type).value);
  return {
    day: Date.UTC(part("year"), part("month") - 1, part("day")),
    minute: part("hour") * 60 + part("minute"),
  };
}

/** Easter Sunday, by the Gregorian computus. */
export function easter(year) {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const d = Math.floor(b / 4), e = b % 4, g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30, i = Math.floor(c / 4), k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** The Norwegian public holidays (1. mai and 17. mai among them). */
export function isHoliday(day) {
  const date = new Date(day);
  const fixed = ["1-1", "5-1", "5-17", "12-25", "12-26"];
  if (fixed.includes(`${date.getUTCMonth() + 1}-${date.getUTCDate()}`)) return true;
  const from = Math.round((day - easter(date.getUTCFullYear())) / DAY);
  return [-3, -2, 0, 1, 39, 49, 50].includes(from);
}

const parse = (text) => (text ? Date.parse(text + "T00:00:00Z") : NaN);
const within = (day, from, to) => !(day < parse(from)) && !(day > parse(to));

/** The [from, to) minutes a tilbud is open on `day`; `to` may pass midnight. */
function spans(hours, day) {
  const date = new Date(day);
  const closed = (hours.closed ?? []).some((it) => within(day, it[0], it[1]));
  const outOfSeason = hours.months?.length && !hours.months.includes(date.getUTCMonth() + 1);
  if (closed || outOfSeason) return [];
  if (hours.always) return [[0, 1440]];
  const holiday = isHoliday(day);
  return hours.rows
    .filter((it) => it.days.includes(date.getUTCDay() || 7))
    .filter((it) => within(day, it.since, it.until) && (!holiday || it.holidays))
    .map((it) => [it.from, it.to <= it.from ? it.to + 1440 : it.to])
    .sort((a, b) => a[0] - b[0]);
}

/** Whether it is open, until when, or when it opens within a week. */
export function openState(hours, now) {
  const all = [];
  for (let ahead = -1; ahead < 8; ahead++) {
    for (const [from, to] of spans(hours, now.day + ahead * DAY)) all.push([from + ahead * 1440, to + ahead * 1440]);
  }
  // Where one span ends and the next begins at once, it stays open.
  const until = all.reduce((end, [from, to]) => (from <= end && end < to ? to : end), now.minute);
  if (until > now.minute) return { open: true, until: until - now.minute < 1440 ? until % 1440 : null };
  // Whether a holiday is why: on this weekday it has hours.
  const weekday = (day) => new Date(day).getUTCDay() || 7;
  const holiday = isHoliday(now.day) && (hours.rows ?? []).some((it) => it.days.includes(weekday(now.day)) && !it.holidays);
  const next = all.find(([from]) => from > now.minute)?.[0];
  if (next === undefined) return { open: false, holiday };
  const ahead = Math.floor(next / 1440);
  return { open: false, holiday, opens: next % 1440, ahead, weekday: weekday(now.day + ahead * DAY) };
}

const clock = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}.${String(minute % 60).padStart(2, "0")}`;

function openText(state) {
  if (state.open) return state.until === null ? say("open_always") : say("open_until", clock(state.until));
  const closed = say(state.holiday ? "closed_holiday" : "closed");
  if (state.opens === undefined) return closed;
  const day = ["opens_today", "opens_tomorrow"][state.ahead];
  const when = day ? say(day) : `${words.weekdays[state.weekday - 1]}`;
  return `${closed}. ${say("opens")} ${when} ${say("at", clock(state.opens))}`;
}

function showOpen(now) {
  for (const mark of document.querySelectorAll("[data-hours]")) {
    const hours = JSON.parse(mark.dataset.hours);
    const state = openState(hours, now);
    mark.textContent = openText(state);
    mark.classList.toggle("good", state.open);
    // A course that begins later is not «closed now».
    mark.hidden = hours.rows?.length > 0 && hours.rows.every((it) => now.day < parse(it.since));
    mark.closest("[data-open-group]")?.setAttribute("data-open", state.open);
  }
  const weekday = new Date(now.day).getUTCDay() || 7;
  for (const row of document.querySelectorAll("tr[data-days]")) {
    const days = row.dataset.days.split(",").map(Number);
    row.classList.toggle("today", days.includes(weekday) && within(now.day, row.dataset.since, row.dataset.until));
  }
  for (const box of document.querySelectorAll("[data-when-closed]")) {
    box.hidden = document.querySelector("[data-open-group]")?.dataset.open !== "false";
  }
}

/** Fresh until `due`, worth a check until `stale`, then out of date. */
function showFresh(now) {
  for (const mark of document.querySelectorAll("[data-due]")) {
    const stale = now.day > parse(mark.dataset.stale);
    const due = now.day > parse(mark.dataset.due);
    mark.textContent = say(stale ? "stale" : due ? "due" : "fresh");
    mark.classList.add(stale ? "bad" : due ? "warn" : "good");
    mark.hidden = !stale && mark.hasAttribute("data-only-old");
    mark.closest(".card")?.classList.toggle("stale", stale);
  }
  for (const box of document.querySelectorAll("[data-when-stale]")) {
    box.hidden = !(now.day > parse(box.dataset.whenStale));
  }
}

/** Shows a dated thing only in its days (news, closings, seasons). */
function showDated(now) {
  for (const box of document.querySelectorAll("[data-since],[data-until]")) {
    if (box.tagName !== "TR") box.hidden = !within(now.day, box.dataset.since, box.dataset.until);
  }
  const month = String(new Date(now.day).getUTCMonth() + 1);
  for (const box of document.querySelectorAll("[data-months]")) {
    box.hidden = !box.dataset.months.split(",").includes(month);
  }
  for (const box of document.querySelectorAll("[data-hide-empty]")) {
    box.hidden = !box.querySelector("li:not([hidden]) .card");
  }
}

function show() {
  const now = norwegianNow();
  showOpen(now);
  showFresh(now);
  showDated(now);
}

show();
setInterval(show, 6e4);
