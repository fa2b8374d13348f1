// The files of an index: read, checked, and kept once read.

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
  must(file.length >= 12 && file.length <= 2 ** 26 && utf8(file.subarray(0, 4)) === `KS${kind}\u0001`);
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
