// What is shown of an answer, and what the page asks of the worker.

/** By word of a text, the clauses that asked for it. */
function marks(text, found, clauses) {
  const marked = new Map();
  const mark = (at, clause) => marked.set(at, (marked.get(at) ?? new Set()).add(clause));
  const isPhrase = (start, words) => {
    const run = found.slice(start, start + words.length);
    if (run.length < words.length || run.some(([word], at) => word !== words[at])) return false;
    return !text.slice(run[0][1], run.at(-1)[2]).includes("\n");
  };
  // By the word that begins it: most words of a text begin nothing that was asked for.
  const begun = new Map();
  clauses.forEach(({ words, isQuoted, postings }, clause) => {
    for (const form of isQuoted ? [words[0]] : new Set(postings.flatMap(({ forms }) => forms))) {
      begun.set(form, [...(begun.get(form) ?? []), { clause, words: isQuoted ? words : [form] }]);
    }
  });
  found.forEach(([word], start) => {
    for (const { clause, words } of begun.get(word) ?? []) {
      if (isPhrase(start, words)) words.forEach((_, at) => mark(start + at, clause));
    }
  });
  return new Map([...marked].sort(([a], [b]) => a - b));
}

/** A text in parts, every second of which was asked for; whole, or where most of it is. */
function showing(text, clauses, lang, isExcerpt) {
  const found = tokens(text, lang);
  const marked = marks(text, found, clauses);
  let [start, most] = [0, -1];
  for (const at of isExcerpt ? marked.keys() : []) {
    const begin = Math.max(0, at - 6);
    const inside = [...marked].filter(([place]) => place >= begin && place < begin + 28).map(([, own]) => [...own]);
    const worth = new Set(inside.flat()).size * 64 + inside.length;
    if (worth > most) [start, most] = [begin, worth];
  }
  const end = isExcerpt ? start + 28 : Infinity;
  const calm = (from, to) => text.slice(from, to).replace(/\s+/g, " ");
  const parts = [];
  let at = start ? found[start][1] : 0;
  for (const place of marked.keys()) {
    if (place < start || place >= end) continue;
    const [, from, to] = found[place];
    parts.push(calm(at, from), text.slice(from, to));
    at = to;
  }
  parts.push(calm(at, end < found.length ? found[end - 1][2] : undefined));
  if (start) parts[0] = `\u2026 ${parts[0]}`;
  if (end < found.length) parts[parts.length - 1] += " \u2026";
  return parts;
}

async function itemOf(index, ordinal, clauses) {
  const { url, date, type, title, text, summary } = await index.json(`fragments/${ordinal}.json`);
  const { lang } = index.entry;
  let excerpt = showing(text, clauses, lang, true);
  if (excerpt.length < 2 && summary) excerpt = showing(summary, clauses, lang, true);
  return { url, date, type, title: showing(title, clauses, lang), excerpt };
}

/** The question in the words of another language, where terms have a name there. */
async function carried(index, other, { wanted, unwanted, filters }) {
  const all = [];
  for (let rest = wanted; rest.length; ) {
    const { carried } = await index.words(rest[0].words[0]);
    const end = rest.findIndex(({ isQuoted }) => isQuoted);
    let run = Math.min(8, end < 0 ? rest.length : end);
    let name;
    for (; run; run -= 1) {
      const phrase = rest.slice(0, run).map(({ words }) => words[0]);
      name = carried.get(phrase.join(" "))?.get(other.entry.lang);
      if (name) break;
    }
    all.push(...(name ? tokens(name, other.entry.lang).map(([word]) => ({ words: [word] })) : rest.slice(0, 1)));
    rest = rest.slice(run || 1);
  }
  const byId = async (filter) => {
    const known = (await index.facet(filter.facet)).find((own) => isNamed(own, filter.value));
    return known ? { ...filter, value: fold(known.id) } : filter;
  };
  return { wanted: all, unwanted, filters: await Promise.all(filters.map(byId)) };
}

function written({ wanted, unwanted, filters }) {
  const clause = ({ words, isQuoted }) => (isQuoted ? `"${words.join(" ")}"` : words[0]);
  const filter = ({ facet, value, isUnwanted }) => `${isUnwanted ? "-" : ""}${facet}:"${value}"`;
  return [...wanted.map(clause), ...unwanted.map((own) => `-${clause(own)}`), ...filters.map(filter)].join(" ");
}


const indexes = new Map();

function opened(base) {
  if (!indexes.has(base)) indexes.set(base, new Index(base));
  return indexes.get(base).open();
}

let last = {};

/** The same question is answered once. */
function asked(request) {
  const { base, question, filters, isExact } = request;
  const key = JSON.stringify([base, question, filters, isExact]);
  const ask = async () => {
    const index = await opened(base);
    const query = parse(question, index.entry.lang, index.names);
    const isKnown = ([facet]) => index.entry.facets.some(({ id }) => id === facet);
    const chosen = filters.filter(isKnown);
    for (const [facet, value] of chosen) query.filters.push({ facet, value: fold(value), isUnwanted: false });
    return { index, query, chosen, ...(await answer(index, query, true, isExact ? null : {})) };
  };
  if (last.key !== key) last = { key, value: ask() };
  return last.value;
}

const METHODS = {
  async ask(request) {
    const { index, query, chosen, hits, clauses, isPartial, corrections } = await asked(request);
    const { from, to } = request;
    const items = await Promise.all(hits.slice(from, to).map(([ordinal]) => itemOf(index, ordinal, clauses)));
    const facets = index.entry.facets.map(({ id, name }) => ({ id, name }));
    return { facets, chosen, items, total: hits.length, isEmpty: isEmpty(query), isPartial, corrections: corrections ?? {} };
  },
  async facet(request) {
    const { index, hits } = await asked(request);
    const values = (await index.facet(request.facet)).map(({ id, name, records }) => {
      return { id, name, count: hits.filter(([ordinal]) => records.has(ordinal)).length };
    });
    return values.filter(({ count }) => count);
  },
  async also(request) {
    const { index, query } = await asked(request);
    const others = index.entry.others.map(async ({ lang, name, index: place, page }) => {
      const other = await opened(new URL(place, index.base).href);
      const there = await carried(index, other, query);
      const { hits } = await answer(other, there);
      return { lang, name, page, count: hits.length, question: written(there) };
    });
    return (await Promise.all(others)).filter(({ count }) => count);
  },
};

/** Carries a request out. Files that are damaged, or of several states of the site, are asked for once more past all caches. */
async function run(method, request) {
  try {
    return await METHODS[method](request);
  } catch (error) {
    last = {};
    if (error.isOffline) throw error;
    for (const [base, { cache }] of indexes) {
      if (cache) throw error;
      indexes.set(base, new Index(base, "reload"));
    }
    return run(method, request);
  }
}

const told = (error) => Promise.reject(error.isOffline ? "offline" : "error");

if (typeof document === "undefined") {
  // In the worker; or in a program that tests this file.
  globalThis.kabarSearch = { run, asked };
  globalThis.onmessage = async ({ data: { number, method, request } }) => {
    const answer = run(method, request).catch(told);
    postMessage(await answer.then((value) => ({ number, value }), (fault) => ({ number, fault })));
  };
  return;
}
