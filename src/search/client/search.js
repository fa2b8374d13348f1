// Search as readers have it: reads the index that Kabar wrote (docs/search-format.md) and answers as
// `kabar search` does. One file for the page and for the worker in which it asks, so that it is
// loaded once. Nothing is kept on the reader's device, and nothing is told to anyone.
(() => {
  "use strict";

  // ---- Words: the same as those of the index ----

  const fold = (word) =>
    // Most words have nothing else to fold, and there are thousands in the texts of a page.
    /^[a-z]+$/i.test(word)
      ? word.toLowerCase()
      : word
          .normalize("NFKD")
          .replace(/\p{M}/gu, "")
          .replace(/./gsu, (letter) => letter.toLowerCase())
          .replace(/[\u2010-\u2015\u2212]/g, "-")
          .replace(/['\u2018\u2019\u02bc\u00ad\u200b-\u200d]/g, "");

  // Unicode Standard Annex 29: letters and numbers, and what may stand between two of a kind. Scripts
  // without spaces are taken letter by letter.
  const ALONE = "[\\p{Ideographic}\\p{No}\\p{sc=Hira}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]";
  const MARKS = "[\\p{M}\\p{Cf}]*";
  const joined = (part, joint, marks = MARKS) => `${part}(?:[.'\u2018\u2019\u2024${joint}]${marks}${part})*`;
  const LETTERS = joined(`(?:(?!${ALONE})\\p{Alphabetic}${MARKS})+`, ":\u00b7\u0387\u2027");
  const DIGITS = joined(`(?:\\p{Nd}${MARKS})+`, ",;");
  const WORDS = new RegExp(`${ALONE}${MARKS}|(?:${LETTERS}|${DIGITS}|_${MARKS})+`, "gu");

  // The same for what most blocks are made of, many times as fast.
  const PLAIN = /^[\0-\x7f\xa0\xb7\u2013-\u2026]*$/;
  const FAST = new RegExp(`(?:${joined("[A-Za-z]+", ":\xb7", "")}|${joined("[0-9]+", ",;", "")}|_)+`, "g");

  /** The words of a text: [folded, start, end]. */
  function tokens(text, lang) {
    const found = [];
    let from = 0;
    for (const block of text.split("\n")) {
      for (const { 0: written, index } of block.matchAll(PLAIN.test(block) ? FAST : WORDS)) {
        const word = canonical(written, lang);
        if (/[^_]/.test(word)) found.push([word, from + index, from + index + written.length]);
      }
      from += block.length + 1;
    }
    return found;
  }

  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });

  function canonical(written, lang) {
    const word = /^[0-9][0-9.,]*$/.test(written) ? number(written, lang) : fold(written);
    // At most 60 bytes of UTF-8.
    return word.length > 20 ? word.slice(0, encoder.encodeInto(word, new Uint8Array(60)).read) : word;
  }

  /** The same number in both conventions: `1.234,5` and `1,234.5`. */
  function number(word, lang) {
    const [thousands, decimal] = lang.startsWith("en") ? ",." : ".,";
    const [whole, ...rest] = word.split(decimal);
    const groups = whole.split(thousands);
    const areGroups = /^.{1,3}$/.test(groups[0]) && groups.slice(1).every((group) => group.length === 3);
    if (groups[1] !== undefined && !areGroups) return word.replaceAll(",", ".");
    return groups.join("") + (rest.length ? `.${rest.join(decimal)}` : "");
  }

  // ---- Questions ----

  // `-name:"text"`, or less of it.
  const PIECES = /\s*(-?)(?:([^\s"\u201c\u201d\u201e][^\s:]*):)?(?:["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]*).?|(\S*))/gsu;

  function parse(text, lang, names) {
    const query = { wanted: [], unwanted: [], filters: [], isOpen: /\S$/.test(text) };
    for (const [, sign, name, phrase, plain] of text.matchAll(PIECES)) {
      const part = phrase ?? plain;
      const facet = name && names.get(fold(name));
      if (facet) {
        const value = part.trim();
        if (value) query.filters.push({ facet, value: fold(value), isUnwanted: sign !== "" });
        continue;
      }
      const side = sign ? query.unwanted : query.wanted;
      const words = (text) => tokens(text, lang).map(([word]) => word);
      const found = words(part);
      for (const word of words(name ?? "")) side.push({ words: [word] });
      if (phrase === undefined) side.push(...found.map((word) => ({ words: [word] })));
      else if (found.length) side.push({ words: found, isQuoted: true });
    }
    query.wanted.splice(32);
    query.unwanted.splice(16);
    query.filters.splice(16);
    return query;
  }

  /** Optimal string alignment: letters put in, left out, changed, or two of them exchanged. */
  function distance(one, other) {
    let [older, old, row] = [[], [], [0, ...other.map((_, at) => at + 1)]];
    one.forEach((letter, i) => {
      [older, old, row] = [old, row, [i + 1]];
      other.forEach((theirs, j) => {
        let least = Math.min(old[j] + (letter !== theirs), old[j + 1] + 1, row[j] + 1);
        if (i && j && letter === other[j - 1] && one[i - 1] === theirs) least = Math.min(least, older[j - 1] + 1);
        row.push(least);
      });
    });
    return row[other.length];
  }

  // ---- Files of the index ----

  /** Refuses a file that is not as it must be. */
  function must(isSound) {
    if (!isSound) throw new Error("damaged");
  }

  function fnv(bytes) {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
  }

  const utf8 = (bytes) => decoder.decode(bytes);

  /** Reads bytes in their order; what is not there is an error. */
  class Bytes {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }
    take(count) {
      must(count <= this.bytes.length - this.at);
      return this.bytes.subarray(this.at, (this.at += count));
    }
    byte() {
      return this.take(1)[0];
    }
    number() {
      let value = 0;
      for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
        const byte = this.byte();
        value += (byte & 127) * factor;
        if (byte < 128 && value < 2 ** 32) return value;
      }
      must(false);
    }
    text() {
      return utf8(this.take(this.number()));
    }
    /** Things of which each takes a byte at least. */
    list(read, count = this.number()) {
      must(count <= this.bytes.length - this.at);
      return Array.from({ length: count }, (_, at) => read(at));
    }
    /** Texts of which each begins as the one before does; they ascend. */
    ascending(read, before = new Uint8Array(), isFirst = true, count) {
      return this.list(() => {
        const head = this.byte();
        const shared = head >> 4 === 15 ? 15 + this.number() : head >> 4;
        const rest = (head & 15) === 15 ? 15 + this.number() : head & 15;
        must(shared <= before.length && shared + rest < 256);
        const next = Uint8Array.of(...before.subarray(0, shared), ...this.take(rest));
        must(isFirst || isBefore(before, next));
        [before, isFirst] = [next, false];
        return read(utf8(next), next);
      }, count);
    }
    /** All is read. */
    end(value) {
      must(this.at === this.bytes.length);
      return value;
    }
  }

  function isBefore(one, other) {
    const at = other.findIndex((byte, at) => byte !== one[at]);
    return at >= 0 && (at >= one.length || one[at] < other[at]);
  }

  /** The body of a shard, when it is whole and of this index. */
  function body(file, kind, epoch) {
    must(file.length >= 12 && file.length <= 2 ** 23 && utf8(file.subarray(0, 4)) === `KS${kind}\u0001`);
    const view = new DataView(file.buffer);
    must(view.getUint32(file.length - 4, true) === fnv(file.subarray(0, -4)) && view.getUint32(4, true) === epoch);
    return new Bytes(file.subarray(8, -4));
  }

  function readWords(bytes) {
    const keys = bytes.ascending((word, key) => {
      const head = bytes.byte();
      const how = head >> 4;
      must(how < 4);
      let lemma = how < 3 ? word : bytes.text();
      if (how === 1 || how === 2) {
        const cuts = bytes.byte();
        const adds = how === 2 ? bytes.byte() : 0;
        const [front, back] = [bytes.take(adds >> 4), bytes.take(adds & 15)];
        const [from, to] = [cuts >> 4, key.length - (cuts & 15)];
        must(from <= to);
        lemma = utf8(Uint8Array.of(...front, ...key.subarray(from, to), ...back));
      }
      return [word, { word, lemma, weight: head & 15, isRoot: !how }];
    });
    const names = () => new Map(bytes.list(() => [bytes.text(), bytes.text()]));
    const carried = bytes.list(() => [bytes.text(), names()]);
    return bytes.end({ keys: new Map(keys), carried: new Map(carried) });
  }

  function readPostings(bytes, records) {
    const kib = bytes.number();
    let index = 0;
    const lemmas = bytes.ascending((lemma, key) => {
      const forms = bytes.ascending((form) => form, key);
      const coding = bytes.byte();
      const df = bytes.number();
      must(coding < 4 && df);
      let at = -1;
      const ordinals = [];
      if (coding & 1) {
        bytes.take(bytes.number()).forEach((byte, place) => {
          for (let bit = 0; bit < 8; bit += 1) if ((byte >> bit) & 1) ordinals.push(place * 8 + bit);
        });
        must(ordinals.length === df);
      } else {
        bytes.list(() => ordinals.push((at += bytes.number() + 1)), df);
      }
      must(ordinals[df - 1] < records);
      const impacts = coding & 2 ? null : bytes.take(df);
      return [lemma, { lemma, index: index++, ordinals, impacts, kib, forms: forms.length ? forms : [lemma] }];
    });
    return bytes.end(new Map(lemmas));
  }

  /** The places of all lemmas of a shard, each still as bytes. */
  const readPositions = (bytes) => bytes.end(bytes.list(() => bytes.take(bytes.number())));

  /** By record: where a lemma stands, and in which form. */
  function places(part, { ordinals, forms }) {
    const bytes = new Bytes(part);
    const found = ordinals.map((ordinal) => {
      let at = 0;
      const list = bytes.list(() => {
        const value = bytes.number();
        return { at: (at += Math.floor(value / forms.length)), form: forms[value % forms.length] };
      });
      must(list.length);
      return [ordinal, list];
    });
    return bytes.end(new Map(found));
  }

  const DIGITS62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** A facet: its values, and for each the records that have it. */
  function readFacet({ values, column = "" }) {
    const list = values.map(([id, name, gaps = []]) => {
      let at = -1;
      return { id, name, records: new Set(gaps.map((gap) => (at += gap + 1))) };
    });
    [...column].forEach((letter, ordinal) => list[DIGITS62.indexOf(letter)]?.records.add(ordinal));
    return list;
  }

  const pause = (time) => new Promise((done) => setTimeout(done, time));

  /** One language's index: files are loaded when they are needed, and then kept. */
  class Index {
    constructor(base, cache) {
      Object.assign(this, { base, cache, kept: new Map() });
    }

    async fetch(path) {
      for (let left = 1; ; left -= 1) {
        const answer = await fetch(new URL(path, this.base), { cache: this.cache }).catch((error) => {
          if (!left) throw Object.assign(error, { isOffline: true });
        });
        if (answer?.ok) return new Uint8Array(await answer.arrayBuffer());
        must(left && !(answer?.status < 500));
        await pause(400);
      }
    }

    /** Loads a file once; what failed may be tried again. */
    keep(path, read) {
      if (!this.kept.has(path)) {
        const reading = this.fetch(path).then(read);
        reading.catch(() => this.kept.delete(path));
        this.kept.set(path, reading);
      }
      return this.kept.get(path);
    }

    json(path, read = (value) => value) {
      return this.keep(path, (file) => read(JSON.parse(utf8(file))));
    }

    async open() {
      const { format, facets } = (this.entry = await this.json("search.json"));
      must(format === 1);
      this.names = new Map([...facets].reverse().flatMap(({ id, names }) => names.map((name) => [name, id])));
      return this;
    }

    /** In which of the shards a text is. */
    number(text, count = this.entry.postings) {
      return (fnv(encoder.encode(text)) & (count - 1)).toString(16);
    }

    shard(folder, kind, number, read) {
      return this.keep(`${folder}/${number}.bin`, (file) => read(body(file, kind, this.entry.epoch)));
    }

    words(word) {
      const number = this.number([...word].slice(0, 3).join(""), this.entry.words);
      return this.shard("words", "W", number, readWords);
    }

    async key(word) {
      return (await this.words(word)).keys.get(word);
    }

    async posting(lemma) {
      const read = (bytes) => readPostings(bytes, this.entry.count);
      return (await this.shard("postings", "P", this.number(lemma), read)).get(lemma);
    }

    async places(posting) {
      const parts = await this.shard("positions", "X", this.number(posting.lemma), readPositions);
      must(parts[posting.index]);
      return (posting.places ??= places(parts[posting.index], posting));
    }

    facet(id) {
      return this.json(`facets/${id}.json`, readFacet);
    }
  }

  // ---- Answers ----

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

  // ---- What is shown of an answer ----

  /** By word of a text, the clauses that asked for it. */
  function marks(text, found, clauses) {
    const marked = new Map();
    clauses.forEach(({ words, isQuoted, postings }, clause) => {
      const forms = new Set(postings.flatMap((posting) => posting.forms));
      const fits = ([word], at) => (isQuoted ? word === words[at] : forms.has(word));
      found.forEach((token, start) => {
        if (!fits(token, 0)) return;
        const run = found.slice(start, start + words.length);
        if (run.length < words.length || !run.every(fits)) return;
        if (text.slice(run[0][1], run.at(-1)[2]).includes("\n")) return;
        run.forEach((_, at) => marked.set(start + at, (marked.get(start + at) ?? new Set()).add(clause)));
      });
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

  // ---- What the page asks of the worker ----

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

  // ---- The page ----

  const find = (name) => document.querySelector(`#search${name}`);
  const root = find("");
  if (!root) return;
  const { lang } = document.documentElement;
  const [form, input, status, note, area, filters, results, more, also, browse, words] = (
    "form q status note body filters results more also browse words".split(" ").map((name) => find(`-${name}`))
  );
  const say = (name, values = {}) => {
    const text = words.content.querySelector(`[data-word=${name}]`)?.textContent ?? "";
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  };
  const digits = (count) => count.toLocaleString(lang);
  const base = new URL(root.dataset.index, location.href).href;
  const isSparing = navigator.connection?.saveData;
  // As many as are soon seen: each costs a phone two kilobytes.
  const AT_ONCE = matchMedia("(min-width: 48em)").matches ? 8 : 5;

  /** An element with its properties, attributes and children. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }
  const button = (attributes, ...children) => make("button", { type: "button", ...attributes }, ...children);
  const line = (...children) => make("p", {}, ...children);
  const chips = (items, own = "") => make("ul", { class: `chips${own}` }, ...items.map((item) => make("li", {}, item)));

  // Questions are answered in a worker; where there can be none, here.
  const waiting = new Map();
  const here = (method, request) => run(method, request).catch(told);
  let worker;
  try {
    worker = new Worker(document.currentScript.src);
    worker.onmessage = ({ data: { number, value, fault } }) => {
      const { done, failed } = waiting.get(number);
      waiting.delete(number);
      if (fault) failed(fault);
      else done(value);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker = null;
      for (const { again } of waiting.values()) again();
      waiting.clear();
    };
  } catch {
    // Not allowed, or not known.
  }
  let sent = 0;
  function call(method, more) {
    const request = { base, ...state, ...more };
    if (!worker) return here(method, request);
    return new Promise((done, failed) => {
      const number = (sent += 1);
      waiting.set(number, { done, failed, again: () => here(method, request).then(done, failed) });
      worker.postMessage({ number, method, request });
    });
  }

  let state;
  let isSettled;
  let turn = 0;
  let shown = 0;
  const recent = [];

  /** Asks what the address asks. */
  function read() {
    const [...parameters] = new URLSearchParams(location.search);
    const question = parameters.find(([key]) => key === "q")?.[1] ?? "";
    state = { question, filters: parameters.filter(([key]) => key !== "q").slice(0, 16) };
    input.value = question;
    isSettled = true;
    return search();
  }

  /** Asks something else. While a question is typed it has one entry in the history. */
  function go(change, settles) {
    state = { ...state, isExact: false, ...change };
    if (input.value.trim() !== state.question.trim()) input.value = state.question;
    const parameters = new URLSearchParams(state.question ? { q: state.question } : {});
    for (const filter of state.filters) parameters.append(...filter);
    const address = location.pathname + `?${parameters}`.replace(/^\?$/, "");
    if (address !== location.pathname + location.search) {
      history[settles || isSettled ? "pushState" : "replaceState"](null, "", address);
      isSettled = settles;
    }
    isSettled ||= settles;
    return search();
  }

  function clear() {
    note.hidden = area.hidden = true;
    browse?.removeAttribute("hidden");
    status.textContent = "";
    for (const element of [note, results, filters]) element.replaceChildren();
  }

  async function search() {
    const own = (turn += 1);
    const isOwn = () => own === turn;
    if (!state.question.trim() && !state.filters.length) return clear();
    root.setAttribute("aria-busy", "true");
    // What is there at once needs no word that it comes.
    const slow = setTimeout(() => (status.textContent = say("loading")), 300);
    try {
      const answer = await call("ask", { from: 0, to: AT_ONCE });
      clearTimeout(slow);
      if (!isOwn()) return;
      state.filters = answer.chosen;
      if (answer.isEmpty) return clear();
      tell(answer);
      add(answer, 0);
      area.hidden = also.hidden = false;
      also.replaceChildren();
      browse?.toggleAttribute("hidden", answer.total > 0);
      await facets(answer, isOwn);
      if (!isSparing) seen(also).then(() => isOwn() && others(isOwn));
    } catch (fault) {
      if (isOwn()) failed(fault);
    } finally {
      clearTimeout(slow);
      if (isOwn()) root.removeAttribute("aria-busy");
    }
  }

  /** The count, and what the reader should know of how the question was read. */
  function tell({ total, corrections, isPartial }) {
    const question = state.question.trim();
    const lines = [];
    let read = question;
    for (const [word, known] of Object.entries(corrections)) {
      const [, start, end] = tokens(read, lang).find(([token]) => token === word) ?? [];
      if (end) read = read.slice(0, start) + known + read.slice(end);
    }
    if (read !== question) {
      const onclick = () => {
        go({ isExact: true });
        input.focus();
      };
      lines.push(say("corrected", { words: read }), button({ class: "link", onclick }, say("instead", { words: question })));
    }
    if (isPartial && total) lines.push(say("partial"));
    if (!total) lines.push(say("none-hint"));
    note.replaceChildren(...lines.map((own) => line(own)));
    note.hidden = !lines.length;
    const one = new Intl.PluralRules(lang).select(total) === "one" ? "one" : "other";
    status.textContent = total ? say(`count-${one}`, { n: digits(total) }) : say("none", { question });
  }

  function failed(fault) {
    status.textContent = "";
    area.hidden = true;
    browse?.removeAttribute("hidden");
    const onclick = () => {
      input.focus();
      search();
    };
    note.replaceChildren(make("p", { role: "alert" }, say(fault)), line(button({ class: "button", onclick }, say("retry"))));
    note.hidden = false;
  }

  /** A text whose every second part was asked for. */
  const marked = (parts) => parts.map((part, at) => (at % 2 ? make("mark", {}, part) : part));

  function item({ url, title, excerpt, type, date }) {
    const about = [type];
    if (type && date) about.push(" \u00b7 ");
    if (date) {
      // Day before month, as on the other pages.
      const day = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
      about.push(make("time", { datetime: date }, day));
    }
    return make(
      "li",
      { class: "search-result" },
      make("h2", {}, make("a", { href: url }, ...marked(title))),
      make("p", { class: "summary" }, ...marked(excerpt)),
      make("p", { class: "meta" }, ...about),
    );
  }

  /** Shows results behind those that are shown. */
  function add({ items, total }, from) {
    const added = items.map(item);
    if (!from) results.replaceChildren();
    results.append(...added);
    shown = from + added.length;
    more.hidden = shown >= total;
    return added;
  }

  more.onclick = async () => {
    const own = turn;
    try {
      const answer = await call("ask", { from: shown, to: shown + AT_ONCE });
      if (own === turn) add(answer, shown)[0]?.querySelector("a").focus();
    } catch (fault) {
      if (own === turn) failed(fault);
    }
  };

  const isChosen = (facet, value) => state.filters.some(([own, chosen]) => own === facet && chosen === value);

  function toggle(facet, value) {
    const others = state.filters.filter(([own, chosen]) => own !== facet || chosen !== value);
    return go({ filters: isChosen(facet, value) ? others : [...others, [facet, value]] }, true);
  }

  const names = new Map();

  /** The values of a facet that answers have: years from the last, others from the most frequent. */
  async function values(facet) {
    const list = await call("facet", { facet });
    list.sort((a, b) => (facet === "year" ? b.id - a.id : b.count - a.count || a.name.localeCompare(b.name, lang)));
    return chips(
      list.map(({ id, name, count }) => {
        const key = `${facet}:${id}`;
        names.set(key, name);
        const attributes = { "aria-pressed": isChosen(facet, id), "data-key": key, onclick: () => toggle(facet, id) };
        return button(attributes, name, " ", make("span", { class: "count" }, digits(count)));
      }),
    );
  }

  /** Values to narrow the answer by: kind and year at once, the rest when it is opened. */
  async function facets({ facets, total }, isOwn) {
    const open = [...filters.querySelectorAll("[open]")].map(({ id }) => id);
    const groups = [];
    for (const { id, name } of total || state.filters.length ? facets : []) {
      if (id === "type" || id === "year") {
        const list = await values(id);
        if (list.firstChild) groups.push(make("fieldset", {}, make("legend", {}, name), list));
        continue;
      }
      const group = make("details", { id: `search-in-${id}` }, make("summary", { "data-key": id }, name));
      groups.push(group);
      const load = async () => {
        group.ontoggle = null;
        const list = await values(id);
        if (list.firstChild) group.append(list);
        else group.remove();
      };
      group.ontoggle = () => load().catch((fault) => isOwn() && failed(fault));
      if (open.includes(group.id) || state.filters.some(([facet]) => facet === id)) {
        await load();
        group.open = true;
      }
    }
    if (!isOwn()) return;
    const chosen = state.filters.map(([facet, value]) => {
      const key = `${facet}:${value}`;
      const name = names.get(key) ?? value;
      const attributes = { "aria-label": say("remove", { name }), "data-key": `- ${key}`, onclick: () => toggle(facet, value) };
      return button(attributes, name, " \u00d7");
    });
    if (chosen.length > 1) chosen.push(button({ class: "link", onclick: () => go({ filters: [] }, true) }, say("clear")));
    if (chosen.length) groups.unshift(chips(chosen, " search-chosen"));
    filters.setAttribute("role", "group");
    filters.setAttribute("aria-label", say("filters"));
    const active = document.activeElement;
    const wasInside = filters.contains(active);
    filters.replaceChildren(...groups);
    // What had the focus is a new element, or is gone.
    if (wasInside) (filters.querySelector(`[data-key="${CSS.escape(active.dataset.key)}"]`) ?? input).focus();
  }

  /** What another language would answer is of no weight: its failure is not told. */
  /** Waits until an element is about to be seen. */
  const seen = (element) =>
    new Promise((done) => {
      const watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          watch.disconnect();
          done();
        },
        { rootMargin: "200px" },
      );
      watch.observe(element);
    });

  async function others(isOwn) {
    const found = await call("also").catch(() => []);
    if (!isOwn()) return;
    const links = found.map(({ lang: hreflang, name, page, count, question }) => {
      const href = `${page}?${new URLSearchParams({ q: question })}`;
      return make("a", { href, hreflang }, say("also", { name, n: digits(count) }));
    });
    also.replaceChildren(...links.flatMap((link) => [link, " "]));
    also.hidden = !links.length;
  }

  // What was asked before, as a list that opens below the empty field (ARIA's combobox).
  const list = make("ul", { id: "search-recent", class: "search-recent", role: "listbox", "aria-label": say("recent"), hidden: "" });
  input.after(list);
  const set = (attributes) => Object.entries(attributes).forEach((attribute) => input.setAttribute(...attribute));
  set({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": list.id, autocomplete: "off" });
  let active;

  function unfold(isOpen) {
    active = -1;
    list.hidden = !isOpen || !recent.length;
    set({ "aria-expanded": !list.hidden, "aria-activedescendant": "" });
    const option = (question, at) => {
      const onmousedown = (event) => {
        event.preventDefault();
        choose(at);
      };
      return make("li", { id: `search-recent-${at}`, role: "option", "aria-selected": false, onmousedown }, question);
    };
    list.replaceChildren(...recent.map(option));
  }

  function choose(at) {
    unfold();
    return go({ question: recent[at] }, true);
  }

  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && recent.length && !input.value) {
      if (list.hidden) unfold(true);
      active = (Math.max(active, step < 0 ? 0 : -1) + step + recent.length) % recent.length;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === active));
      set({ "aria-activedescendant": `search-recent-${active}` });
    } else if (event.key === "Escape" && !list.hidden) {
      unfold();
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      choose(active);
    } else {
      return;
    }
    event.preventDefault();
  };
  input.onfocus = () => unfold(!input.value);
  input.onblur = () => unfold();

  let typing;
  input.oninput = () => {
    clearTimeout(typing);
    unfold(!input.value);
    if (!isSparing) typing = setTimeout(() => go({ question: input.value }), 250);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    clearTimeout(typing);
    unfold();
    const question = input.value.trim();
    if (question) recent.splice(0, 6, ...[question, ...recent.filter((other) => other !== question)].slice(0, 6));
    go({ question }, true);
  };
  onpopstate = read;
  ononline = () => note.querySelector("[role=alert]") && search();
  read();
})();
