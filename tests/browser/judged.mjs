// The judged queries of `tests/relevance`, and how good answers to them are.
import { readFileSync } from 'node:fs';

/** The queries of a file, each with the grades (1 to 3) of the records that answer it. */
export function judged(file, kommune = file) {
  const lines = readFileSync(new URL(`../relevance/${file}.tsv`, import.meta.url), 'utf8').split('\n');
  return lines.filter((it) => it && !it.startsWith('#')).map((it) => {
    const [, query, answers] = it.split('\t');
    const grades = new Map(answers.split(' ').map((it) => {
      const [id, grade] = it.split('=');
      return [id.startsWith('/') ? id.slice(1) : `${kommune}/${id}`, Number(grade)];
    }));
    return { query, grades };
  });
}

/** Discounted cumulative gain of the best ten, in their order. */
const gain = (grades) => grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

/** nDCG@10 of an answer (ids, best first), and whether one of the first three has grade 2 or 3. */
export function worth(ids, grades) {
  const got = ids.map((it) => grades.get(it) ?? 0);
  return {
    ndcg: gain(got) / gain([...grades.values()].sort((a, b) => b - a)),
    success: got.slice(0, 3).some((it) => it >= 2),
  };
}
