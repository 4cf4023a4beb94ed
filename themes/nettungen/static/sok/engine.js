// Opens a search index and answers queries, all on the device.
// `engine.d.ts` says how to use it, on other people's pages too.
import init, { Engine } from "./nettungen_search.js";

const MODULE = new URL("./nettungen_search_bg.wasm", import.meta.url);

/** Why there is no answer; `code` says it to programs. */
export class SearchError extends Error {
  constructor(code, cause) {
    super(`search: ${code}`, { cause });
    this.code = code;
  }
}

let started;
const start = () => (started ??= init({ module_or_path: MODULE }).catch((cause) => {
  started = undefined;
  throw new SearchError("module", cause);
}));

async function load(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch (cause) {
    throw new SearchError("offline", cause);
  }
  if (!answer.ok) throw new SearchError("missing", answer.status);
  return answer;
}

const bytes = async (url, options) => new Uint8Array(await (await load(url, options)).arrayBuffer());

/** The addresses of the parts, as they are on the server at this moment. */
async function manifest(url, cache) {
  const parts = await (await load(url, { cache })).json();
  const full = (part) => new URL(part, new URL(url, document.baseURI)).href;
  return { core: full(parts.core), texts: full(parts.texts) };
}

async function open(parts) {
  // Both at once; the answer only waits for the first.
  const texts = bytes(parts.texts, { priority: "low" });
  texts.catch(() => {});
  const [core] = await Promise.all([bytes(parts.core), start()]);
  const engine = new Engine();
  check(engine.open(core));
  return { engine, texts };
}

function check(code) {
  if (code) throw new SearchError(code);
}

/** Day (days since 1970) and minute of the day in Norway. */
export function norwegianNow(date = new Date()) {
  const text = date.toLocaleString("sv-SE", { timeZone: "Europe/Oslo" });
  const [, year, month, day, hour, minute] = text.match(/(\d+)-(\d+)-(\d+)\D+(\d+):(\d+)/).map(Number);
  return { day: Date.UTC(year, month - 1, day) / 864e5, minute: hour * 60 + minute };
}

const lines = (filters = {}) =>
  Object.entries(filters).flatMap(([key, value]) => [value].flat().map((it) => `${key}=${it}`)).join("\n");

export async function openSearch(url, parts) {
  // A part that is gone or of another age: there may be a newer one. Once.
  const anew = async (error) => {
    if (error.code === "module" || error.code === "version") throw error;
    return open(await manifest(url, "reload"));
  };
  let { engine, texts } = await (async () => open(parts ?? (await manifest(url, "no-cache"))))().catch(anew);
  const complete = async () => {
    const body = await texts;
    check(engine.texts(body));
  };
  const whole = complete().catch(async (error) => {
    const next = await anew(error);
    texts = next.texts;
    engine.free();
    engine = next.engine;
    await complete();
  });
  whole.catch(() => {});
  return {
    whole,
    async search({ q = "", filters, limit = 10, offset = 0, now = norwegianNow() } = {}) {
      return JSON.parse(engine.search(q, lines(filters), limit, offset, now.day, now.minute));
    },
    async suggest(q, limit = 6, now = norwegianNow()) {
      const words = engine.complete(q, Math.min(3, limit)).split("\n").slice(0, -1).map((it) => ({ q: it }));
      const { hits } = await this.search({ q, limit: limit - words.length, now });
      return [...words, ...hits.map((it) => ({ title: it.title.flat().join(""), url: it.url }))];
    },
  };
}
