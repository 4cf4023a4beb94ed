/**
 * Search in a Nettungen index, on the device: nothing that is typed leaves it.
 *
 * ```js
 * import { openSearch } from "https://…/filer/sok/engine.….js";
 * const search = await openSearch("https://…/fjordvik/sok/indeks.json");
 * const { total, hits } = await search.search({ q: "pappa drikker", filters: { alder: "14" } });
 * ```
 * The page's `Content-Security-Policy` needs `'wasm-unsafe-eval'` in `script-src`.
 */
export function openSearch(url: string, parts?: Parts): Promise<Search>;

/**
 * Addresses of the parts of an index; the manifest at `url` has them too. The
 * index of a whole country has no texts, and many small parts beside its core.
 * That of a large kommune has such a core too, `quick`, which answers until
 * all is there.
 */
export interface Parts {
  core: string;
  texts?: string;
  quick?: string;
}

export interface Search {
  search(request?: Request): Promise<Answer>;
  suggest(q: string, limit?: number, now?: Now): Promise<Suggestion[]>;
  /**
   * Settles when the bodies are searched too, or could not be loaded. A large
   * index begins to load all of itself after the first answer, and only when it
   * has to where the browser is asked to save data.
   */
  whole: Promise<void>;
  /** Whether a hit comes in a part of its own: to ask for few is faster. */
  readonly parted: boolean;
}

export interface Request {
  q?: string;
  /**
   * By facet slug: `tema`, `malgruppe`, `risikogruppe`, `diagnose`, `niva`,
   * `tilbudstype`, `inngang`, `sprak`, `bydel`, `eier`, `gratis`; and `alder`
   * (`14`, `13-15`), `apen` (`na`, `helg`), `uten` (facets that words of the
   * query shall not be turned into). Several values of one are «or».
   */
  filters?: Record<string, string | string[]>;
  limit?: number;
  offset?: number;
  now?: Now;
}

/** A moment in Norway: days since 1 January 1970, minutes after midnight. */
export interface Now {
  day: number;
  minute: number;
}

export function norwegianNow(date?: Date): Now;

/** Pieces of a text: a string, or a list of one string where it matched. */
export type Marked = (string | [string])[];

export interface Hit {
  id: string;
  url: string;
  title: Marked;
  summary: Marked;
  /** The best place in the body; empty when nothing there matched. */
  excerpt: Marked;
  organisation: string;
  /** Who it is for, how you get it, what it costs. */
  line: string;
  telephone: string;
  owner: "kommunen" | "nabo" | "fylke" | "region" | "nasjonalt" | "frivillig" | "privat";
  drift: "aktiv" | "stengt-midlertidig" | "planlagt";
  sensitive: boolean;
  /** The day it was last checked; missing when it never was. */
  checked?: number;
  freshness: "fersk" | "bor-kontrolleres" | "utdatert";
  /** Missing when the opening hours are not known. */
  open?: boolean;
  /** Higher is better, in thousandths. */
  score: number;
}

export interface Answer {
  total: number;
  hits: Hit[];
  /** Names of parts that the answer lacks; empty but when several rounds did not do. */
  missing: string[];
  /** Whether `total` is the least that there are: of a whole country's most common words the best records are listed. */
  more: boolean;
  facets: Facet[];
  /** What words of the query were understood as. */
  chips: Chip[];
  /** The query as it was probably meant. */
  mente?: string;
  /** Whether the bodies were searched too. */
  whole: boolean;
}

export interface Facet {
  slug: string;
  label: string;
  values: FacetValue[];
}

export interface FacetValue {
  slug: string;
  label: string;
  /** Under all filters but the facet's own; missing in a whole country once something is asked. */
  count?: number;
  chosen: boolean;
}

/** Take it away again with `uten: facet`. */
export interface Chip {
  facet: string;
  value: string;
  /** Empty for an age and for opening hours. */
  label: string;
  words: string;
}

export type Suggestion = { q: string } | { title: string; url: string };

/**
 * `code`: `offline`, `missing` (a part is not on the server), `module` (the
 * WebAssembly module did not start), or what is wrong with the bytes:
 * `version`, `not-an-index`, `length`, `damaged`, `other-core`, `malformed`.
 */
export class SearchError extends Error {
  code: string;
}
