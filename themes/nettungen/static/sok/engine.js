// Opens a search index and answers queries, all on the device.
// `engine.d.ts` says how to use it, on other people's pages too.

// An index of many parts, which has no texts, takes a tenth more to read.
const MODULES = ["./nettungen_search_bg.wasm", "./nettungen_search_parts_bg.wasm"];

/** Why there is no answer; `code` says it to programs. */
export class SearchError extends Error {
  constructor(code, cause) {
    super(`search: ${code}`, { cause });
    this.code = code;
  }
}

// The module has one door of bytes, and an engine is an instance of it: what
// the engine needed goes with the instance.
let modules = [];
const start = (which) =>
  (modules[1] ?? (modules[which] ??= WebAssembly.compileStreaming(fetch(new URL(MODULES[which], import.meta.url)))))
    .then((it) => WebAssembly.instantiate(it))
    .then((it) => engineOf(it.exports))
    .catch((cause) => {
      modules = [];
      throw new SearchError("module", cause);
    });

/** Asks an instance of the module (`shell.rs` says what) with bytes or a text, and gets a text. */
function engineOf(wasm) {
  const at = wasm.engine();
  const memory = (...place) => new Uint8Array(wasm.memory.buffer, ...place);
  return (what, asked) => {
    const bytes = asked.trim ? encoder.encode(asked) : asked;
    memory(wasm.room(at, bytes.length)).set(bytes);
    const length = wasm.ask(at, what);
    return decoder.decode(memory(wasm.answered(at), length));
  };
}

async function load(url, options) {
  const answer = await fetch(url, options).catch((cause) => {
    throw new SearchError("offline", cause);
  });
  if (!answer.ok) throw new SearchError("missing", answer.status);
  return answer;
}

const bytes = async (url, options) => new Uint8Array(await (await load(url, options)).arrayBuffer());

/** The addresses of the parts, as they are on the server at this moment. */
async function manifest(url, cache) {
  const parts = await (await load(url, { cache })).json();
  for (const name in parts) parts[name] = new URL(parts[name], new URL(url, document.baseURI)).href;
  return parts;
}

async function open(parts) {
  const [core, engine] = await Promise.all([bytes(parts.core), start(parts.texts ? 0 : 1)]);
  // Not before: on a slow network the first answer would wait for them.
  const texts = parts.texts && bytes(parts.texts);
  texts?.catch(() => {});
  check(engine, 0, core);
  const facets = JSON.parse(engine(4, ""));
  return { engine, texts, facets, core: parts.core };
}

function check(engine, what, part) {
  const code = engine(what, part);
  if (code) throw new SearchError(code);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Day (days since 1970) and minute of the day in Norway. */
export function norwegianNow(date = new Date()) {
  const text = date.toLocaleString("sv-SE", { timeZone: "Europe/Oslo" });
  const [, year, month, day, hour, minute] = text.match(/(\d+)-(\d+)-(\d+)\D+(\d+):(\d+)/).map(Number);
  return { day: Date.UTC(year, month - 1, day) / 864e5, minute: hour * 60 + minute };
}

const lines = (filters = {}) =>
  Object.entries(filters).flatMap(([key, value]) => [value].flat().map((it) => `${key}=${it}`)).join("\n");

// Words, their lists, the lists of what they mean, and what results show: no
// query of the country needs more rounds.
const ROUNDS = 6;

export async function openSearch(url, parts) {
  let opened;
  // Parts that are there or on their way. One that fails may be tried again.
  let loading;
  const begin = async (given) => {
    parts = given;
    opened = await open(given.quick ? { core: given.quick } : given);
    loading = new Map();
  };
  // A part that is gone or of another age: there may be a newer one. Once.
  const again = async (error) => {
    if (error.code === "module" || error.code === "version") throw error;
    await begin(await manifest(url, "reload"));
  };
  const complete = async () => {
    const full = parts.quick ? await open({ core: parts.core, texts: parts.texts }) : opened;
    if (full.texts) check(full.engine, 1, await full.texts);
    opened = full;
  };
  let completing;
  const all = () => (completing ??= complete().catch(async (error) => {
    await again(error);
    await complete();
  }));
  const load = (engine, name, url) => {
    if (!loading.has(name)) {
      loading.set(name, bytes(url).then((part) => check(engine, 1, part)).catch((error) => {
        loading.delete(name);
        throw error;
      }));
    }
    return loading.get(name);
  };
  async function ask(request) {
    for (let round = 0; ; round++) {
      const { engine, core, facets } = opened;
      const { counts, chosen, ...answer } = JSON.parse(engine(2, request));
      if (!answer.missing.length || round === ROUNDS) {
        let n = 0;
        const counted = (it) => ({ ...it, count: counts[n], chosen: chosen.includes(n++) });
        answer.facets = facets.map((it) => ({ ...it, values: it.values.map(counted) }));
        return answer;
      }
      await Promise.all(answer.missing.map((name) => load(engine, name, new URL(`${name}.txt`, core).href)));
    }
  }
  await (async () => begin(parts ?? (await manifest(url, "no-cache"))))().catch(again);
  let answered;
  const first = parts.quick && new Promise((done) => (answered = done));
  const whole = first && navigator.connection?.saveData ? first : Promise.resolve(first).then(all);
  whole.catch(() => {});
  return {
    whole,
    get parted() {
      return !opened.texts;
    },
    async search({ q = "", filters = {}, limit = 10, offset = 0, now = norwegianNow() } = {}) {
      const request = [limit, offset, now.day, now.minute, lines(filters), "", q].join("\n");
      try {
        // Only the whole of an index knows opening hours.
        if (first && filters.apen) await all();
        return await ask(request);
      } catch (error) {
        if (error.code !== "missing" && error.code !== "other-core") throw error;
        await again(error);
        return ask(request);
      } finally {
        answered?.();
      }
    },
    // For other pages: ours has no list of suggestions.
    async suggest(q, limit = 6, now = norwegianNow()) {
      const answer = await this.search({ q, limit, now });
      const words = opened.engine(3, `${Math.min(3, limit)}\n${q}`).split("\n").slice(0, -1);
      const hits = answer.hits.slice(0, limit - words.length);
      return [...words.map((it) => ({ q: it })), ...hits.map((it) => ({ title: it.title.flat().join(""), url: it.url }))];
    },
  };
}
