// Which records answer a question, the best first.

/** What a word may be without its affixes, in the order in which the language tries it. */
function candidates({ prefixes, suffixes, takes }, word) {
  const found = prefixes.flatMap(([prefix, front]) =>
    suffixes.map(([suffix, back]) => {
      const taken = prefix.length + suffix.length;
      const fits = taken <= word.length && word.startsWith(prefix) && word.endsWith(suffix);
      const candidate = front + word.slice(prefix.length, word.length - suffix.length) + back;
      return fits && taken && [...candidate].length > 2 && { taken, candidate };
    }),
  );
  const order = takes === "fewest" ? -1 : 1;
  const sorted = found.filter(Boolean).sort((a, b) => order * (b.taken - a.taken));
  return [...new Set(sorted.map(({ candidate }) => candidate))].slice(0, 12);
}

/** The root of a word: its own, or the one that is left without affixes. */
async function rooted(index, word) {
  const known = await index.key(word);
  if (known) return { lemmas: [known.lemma], form: word };
  // A few at a time: each may be in another file, and each file is a way to the host and back.
  for (const rest = candidates(index.entry, word); rest.length; ) {
    const some = await Promise.all(rest.splice(0, 4).map((candidate) => index.key(candidate)));
    const found = some.find((key) => key?.isRoot);
    if (found) return { lemmas: [found.lemma] };
  }
}

/** What a word that stands nowhere may become, or may have been meant as. */
async function guessed(index, word, isUnfinished, corrections) {
  const letters = [...word];
  const keys = [...(await index.words(word)).keys.values()].filter(({ weight }) => weight);
  if (isUnfinished && letters.length > 2) {
    // The sort is stable: of equal weight, the order of the alphabet stays.
    const begun = keys.filter((key) => key.word.startsWith(word)).sort((a, b) => b.weight - a.weight);
    const lemmas = [...new Set(begun.map(({ lemma }) => lemma))].slice(0, 3);
    if (lemmas.length) return { lemmas };
  }
  const allowed = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
  let best;
  for (const key of corrections && allowed && !/[0-9]/.test(word) ? keys : []) {
    const theirs = [...key.word];
    if (Math.abs(theirs.length - letters.length) > allowed) continue;
    const far = distance(letters, theirs);
    if (far <= allowed && (!best || far < best.far || (far === best.far && key.weight > best.key.weight))) best = { far, key };
  }
  if (!best) return;
  corrections[word] = best.key.word;
  return { lemmas: [best.key.lemma], form: best.key.word };
}

/** What a lemma says of each record that has it. */
function scores({ entry: { count } }, { ordinals, impacts }) {
  const df = ordinals.length;
  const rarity = Math.log(1 + (count - df + 0.5) / (df + 0.5));
  const score = (impact) => rarity * ((2.2 * (impact & 127)) / 127 + (impact >> 7));
  return new Map(ordinals.map((ordinal, at) => [ordinal, impacts ? score(impacts[at]) : 0.1 * rarity]));
}

/** Records with words one behind the other, in these forms. */
async function phrase(index, words) {
  const lemmas = (await Promise.all(words.map((word) => index.key(word)))).map((key) => key?.lemma);
  const postings = lemmas.every(Boolean) ? await Promise.all(lemmas.map((lemma) => index.posting(lemma))) : [];
  const found = new Map();
  if (postings.length && postings.every(Boolean)) {
    const all = await Promise.all(postings.map((posting) => index.places(posting)));
    const each = postings.map((posting) => scores(index, posting));
    for (const [ordinal, first] of all[0]) {
      const stand = all.map((places, number) => {
        const own = (places.get(ordinal) ?? []).filter(({ form }) => form === words[number]);
        return new Set(own.map(({ at }) => at - number));
      });
      if (first.some(({ at }) => stand.every((places) => places.has(at)))) {
        found.set(ordinal, 1.5 * each.reduce((sum, own) => sum + own.get(ordinal), 0));
      }
    }
  }
  return { scores: found, postings };
}

/** A clause with the records that have it. */
async function lookUp(index, clause, guess = () => {}) {
  const { words, isQuoted } = clause;
  if (isQuoted) return { ...clause, ...(await phrase(index, words)) };
  const { lemmas, form } = (await rooted(index, words[0])) ?? (await guess(words[0])) ?? { lemmas: [] };
  const postings = (await Promise.all(lemmas.map((lemma) => index.posting(lemma)))).filter(Boolean);
  const best = new Map();
  for (const posting of postings) {
    for (const [ordinal, score] of scores(index, posting)) best.set(ordinal, Math.max(score, best.get(ordinal) ?? 0));
  }
  const isCommon = postings.length && postings.every(({ impacts }) => !impacts);
  return { ...clause, scores: best, postings, isCommon, form };
}

/** How near the words of a question stand in a record: 0 to 1. */
function nearness(clauses, ordinal) {
  const present = clauses
    .map(({ postings: [{ places }], form }) => ({ list: places.get(ordinal), form }))
    .filter(({ list }) => list);
  if (present.length < 2) return 0;
  const forms = present.map(({ list }) => new Map(list.map(({ at, form }) => [at, form])));
  let together = 0;
  for (const { at } of present[0].list) {
    if (!forms.every((own, number) => own.has(at + number))) continue;
    if (forms.every((own, number) => own.get(at + number) === present[number].form)) return 1;
    together = 0.75;
  }
  if (together) return together;
  let sum = 0;
  present.slice(1).forEach(({ list }, before) => {
    let least = 13;
    for (const one of present[before].list) {
      for (const other of list) least = Math.min(least, Math.abs(one.at - other.at) || 13);
    }
    sum += (13 - least) / 12;
  });
  return (0.5 * sum) / (present.length - 1);
}

const isNamed = ({ id, name }, value) => fold(id) === value || fold(name) === value;

async function narrowed(index, filters) {
  const sets = await Promise.all(
    filters.map(async ({ facet, value, isUnwanted }) => {
      const named = (await index.facet(facet)).filter((own) => isNamed(own, value));
      return (ordinal) => named.some(({ records }) => records.has(ordinal)) !== isUnwanted;
    }),
  );
  return (ordinal) => sets.every((allows) => allows(ordinal));
}

const isEmpty = ({ wanted, filters }) => !wanted.length && filters.every(({ isUnwanted }) => isUnwanted);

/** All records that answer, the best first; without guesses a question is taken at its word. */
async function answer(index, query, isGuessing, corrections) {
  const last = query.isOpen ? query.wanted.length - 1 : -1;
  const guess = (at) => (isGuessing ? (word) => guessed(index, word, at === last, corrections) : undefined);
  const [wanted, unwanted, fits] = await Promise.all([
    Promise.all(query.wanted.map((clause, at) => lookUp(index, clause, guess(at)))),
    Promise.all(query.unwanted.map((clause) => lookUp(index, clause))),
    narrowed(index, query.filters),
  ]);
  const allows = (ordinal) => fits(ordinal) && !unwanted.some(({ scores }) => scores.has(ordinal));
  const strong = wanted.filter(({ isCommon }) => !isCommon);
  const required = strong.length ? strong : wanted;
  const lists = required.map(({ scores }) => scores).sort((a, b) => a.size - b.size);
  const all = () => (isEmpty(query) ? [] : Array(index.entry.count).keys());
  const having = [...(lists[0]?.keys() ?? all())].filter((ordinal) => lists.every((list) => list.has(ordinal)));
  let records = having.filter(allows);
  const isPartial = isGuessing && !records.length && required.length > 1;
  if (isPartial) records = [...new Set(lists.flatMap((list) => [...list.keys()]))].filter(allows);
  const near = required.filter(({ isQuoted, postings }) => !isQuoted && postings.length === 1);
  const shards = new Map(near.map(({ postings: [{ lemma, kib }] }) => [index.number(lemma), kib]));
  // Where only their number is asked for, the order of answers is of no weight.
  const isNear = isGuessing && near.length > 1 && [...shards.values()].reduce((sum, kib) => sum + kib, 0) <= 24;
  if (isNear) await Promise.all(near.map(({ postings: [posting] }) => index.places(posting)));
  const hits = records.map((ordinal) => {
    const sum = wanted.reduce((sum, { scores }) => sum + (scores.get(ordinal) ?? 0), 0);
    return [ordinal, Math.round(1024 * sum * (1 + (isNear ? nearness(near, ordinal) : 0)))];
  });
  hits.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { hits, clauses: required, isPartial, corrections };
}
