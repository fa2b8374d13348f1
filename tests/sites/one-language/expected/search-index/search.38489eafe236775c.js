(() => {
"use strict";
const fold = (word) =>
[...word.normalize("NFKD").replace(/\p{M}/gu, "")]
.map((letter) => letter.toLowerCase())
.join("")
.replace(/[\u2010-\u2015\u2212]/g, "-")
.replace(/['\u2018\u2019\u02bc\u00ad\u200b-\u200d]/g, "");
const ALONE = "[\\p{Ideographic}\\p{No}\\p{sc=Hira}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]";
const MARKS = "[\\p{M}\\p{Cf}]*";
const PART = `(?:(?!${ALONE})[\\p{Alphabetic}\\p{Nd}_]${MARKS})+`;
const WORDS = new RegExp(`${ALONE}${MARKS}|${PART}(?:[.:,;'\u2018\u2019\u00b7\u2024\u2027]${MARKS}${PART})*`, "gu");
const LETTERS = /^[.:'\u2018\u2019\u00b7\u2024\u2027]/;
const DIGITS = /^[.,;'\u2018\u2019\u2024]/;
function tokens(text, lang) {
const found = [];
const add = (start, end) => {
const written = text.slice(start, end);
const word = /[\p{Alphabetic}\p{N}]/u.test(written) && canonical(written, lang);
if (word) found.push([word, start, end]);
};
for (const { 0: run, index } of text.matchAll(WORDS)) {
let start = 0;
for (const { 0: joint, index: at } of run.matchAll(new RegExp(`[^\\p{Alphabetic}\\p{N}\\p{M}\\p{Cf}_]${MARKS}`, "gu"))) {
const before = [...run.slice(0, at).replace(/[\p{M}\p{Cf}]+$/u, "")].pop();
const after = run.slice(at + joint.length);
const isDigit = (letter) => /^\p{Nd}/u.test(letter);
const isLetter = (letter) => /^\p{Alphabetic}/u.test(letter);
const joins =
(LETTERS.test(joint) && isLetter(before) && isLetter(after)) ||
(DIGITS.test(joint) && isDigit(before) && isDigit(after));
if (!joins) {
add(index + start, index + at);
start = at + joint.length;
}
}
add(index + start, index + run.length);
}
return found;
}
function canonical(word, lang) {
return cut(/^[0-9][0-9.,]*$/.test(word) ? number(word, lang) : fold(word));
}
function number(word, lang) {
const [thousands, decimal] = lang.startsWith("en") ? [",", "."] : [".", ","];
const at = word.indexOf(decimal);
const whole = at < 0 ? word : word.slice(0, at);
const groups = whole.split(thousands);
const areGroups = /^.{1,3}$/.test(groups[0]) && groups.slice(1).every((group) => group.length === 3);
if (groups.length > 1 && !areGroups) return word.replaceAll(",", ".");
return groups.join("") + (at < 0 ? "" : `.${word.slice(at + 1)}`);
}
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });
function cut(word) {
if (word.length <= 20) return word;
let bytes = 0;
let out = "";
for (const letter of word) {
bytes += encoder.encode(letter).length;
if (bytes > 60) break;
out += letter;
}
return out;
}
const isQuote = (letter) => '"\u201c\u201d\u201e'.includes(letter);
const isBlank = (letter) => /\s/.test(letter);
function parse(text, lang, names) {
const query = { wanted: [], unwanted: [], filters: [], open: text !== "" && !isBlank(text.slice(-1)) };
const take = (unwanted, name, part, quoted) => {
const facet = name !== null && names.get(fold(name));
if (facet) {
if (part.trim()) query.filters.push({ facet, value: fold(part.trim()), unwanted });
return;
}
const side = unwanted ? query.unwanted : query.wanted;
const loose = (part) => tokens(part, lang).forEach(([word]) => side.push({ words: [word], quoted: false }));
if (name !== null) loose(name);
const words = quoted ? tokens(part, lang).map(([word]) => word) : [];
if (words.length) side.push({ words, quoted });
else loose(part);
};
let at = 0;
while (at < text.length) {
while (at < text.length && isBlank(text[at])) at += 1;
const unwanted = text[at] === "-";
if (unwanted) at += 1;
if (at >= text.length) break;
const start = at;
let name = null;
let begin = at;
let quoted = false;
while (at < text.length && !isBlank(text[at])) {
const letter = text[at];
if (isQuote(letter) && at === begin) {
let end = at + 1;
while (end < text.length && !isQuote(text[end])) end += 1;
take(unwanted, name, text.slice(at + 1, end), true);
at = end + 1;
quoted = true;
break;
}
at += 1;
if (letter === ":" && name === null && at - 1 > begin) {
name = text.slice(start, at - 1);
begin = at;
}
}
if (!quoted) take(unwanted, name, text.slice(begin, at), false);
}
query.wanted.splice(32);
query.unwanted.splice(16);
query.filters.splice(16);
return query;
}
function distance(one, other) {
let [older, old, row] = [[], [], Array.from({ length: other.length + 1 }, (_, index) => index)];
one.forEach((letter, i) => {
[older, old, row] = [old, row, [i + 1]];
other.forEach((theirs, j) => {
let least = Math.min(old[j] + (letter === theirs ? 0 : 1), old[j + 1] + 1, row[j] + 1);
if (i > 0 && j > 0 && letter === other[j - 1] && one[i - 1] === theirs) least = Math.min(least, older[j - 1] + 1);
row.push(least);
});
});
return row[other.length];
}
class Broken extends Error {}
const fnv = (bytes) => {
let hash = 0x811c9dc5;
for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
return hash >>> 0;
};
const hashOf = (text) => fnv(encoder.encode(text));
class Bytes {
constructor(bytes) {
this.bytes = bytes;
this.at = 0;
}
byte() {
if (this.at >= this.bytes.length) throw new Broken("end");
return this.bytes[this.at++];
}
number() {
let [value, factor] = [0, 1];
for (let count = 0; count < 5; count += 1) {
const byte = this.byte();
value += (byte & 127) * factor;
if (byte < 128) {
if (value > 0xffffffff) break;
return value;
}
factor *= 128;
}
throw new Broken("number");
}
take(count) {
if (count > this.bytes.length - this.at) throw new Broken("length");
return this.bytes.subarray(this.at, (this.at += count));
}
count() {
const count = this.number();
if (count > this.bytes.length - this.at) throw new Broken("count");
return count;
}
text() {
return utf8(this.take(this.number()));
}
after(before) {
const head = this.byte();
const shared = head >> 4 === 15 ? 15 + this.number() : head >> 4;
const rest = (head & 15) === 15 ? 15 + this.number() : head & 15;
if (shared > before.length || shared + rest > 255) throw new Broken("text");
const own = this.take(rest);
const bytes = new Uint8Array(shared + rest);
bytes.set(before.subarray(0, shared));
bytes.set(own, shared);
return bytes;
}
end() {
if (this.at !== this.bytes.length) throw new Broken("more");
}
}
function utf8(bytes) {
try {
return decoder.decode(bytes);
} catch {
throw new Broken("utf-8");
}
}
const isBefore = (one, other) => {
const length = Math.min(one.length, other.length);
for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return one[at] < other[at];
return one.length < other.length;
};
function body(file, kind, epoch) {
if (file.length < 12 || file.length > 8388608) throw new Broken("size");
const view = new DataView(file.buffer, file.byteOffset, file.length);
if (utf8(file.subarray(0, 3)) !== `KS${kind}` || file[3] !== 1) throw new Broken("format");
if (view.getUint32(file.length - 4, true) !== fnv(file.subarray(0, -4))) throw new Broken("sum");
if (view.getUint32(4, true) !== epoch) throw Object.assign(new Broken("epoch"), { isOld: true });
return new Bytes(file.subarray(8, -4));
}
function readWords(bytes) {
const keys = new Map();
let key = new Uint8Array();
for (let count = bytes.count(); count > 0; count -= 1) {
const next = bytes.after(key);
if (keys.size && !isBefore(key, next)) throw new Broken("order");
key = next;
const head = bytes.byte();
const word = utf8(key);
const how = head >> 4;
let lemma = word;
if (how === 1 || how === 2) {
const cuts = bytes.byte();
const adds = how === 2 ? bytes.byte() : 0;
const front = bytes.take(adds >> 4);
const back = bytes.take(adds & 15);
const [from, to] = [cuts >> 4, key.length - (cuts & 15)];
if (from > to) throw new Broken("cut");
lemma = utf8(Uint8Array.of(...front, ...key.subarray(from, to), ...back));
} else if (how === 3) {
lemma = bytes.text();
} else if (how > 3) {
throw new Broken("root");
}
keys.set(word, { word, weight: head & 15, lemma, isRoot: how === 0 });
}
const carried = new Map();
for (let count = bytes.count(); count > 0; count -= 1) {
const phrase = bytes.text();
const names = new Map();
for (let others = bytes.count(); others > 0; others -= 1) names.set(bytes.text(), bytes.text());
carried.set(phrase, names);
}
bytes.end();
return { keys, carried };
}
function readPostings(bytes, records) {
const kib = bytes.number();
const lemmas = new Map();
let key = new Uint8Array();
for (let count = bytes.count(), index = 0; index < count; index += 1) {
const next = bytes.after(key);
if (index && !isBefore(key, next)) throw new Broken("order");
key = next;
const lemma = utf8(key);
const forms = [];
let form = key;
for (let left = bytes.count(); left > 0; left -= 1) {
const following = bytes.after(form);
if (forms.length && !isBefore(form, following)) throw new Broken("order");
form = following;
forms.push(utf8(form));
}
const coding = bytes.byte();
const df = bytes.number();
if (coding > 3 || df < 1 || df > records) throw new Broken("coding");
const ordinals = [];
if (coding & 1) {
bytes.take(bytes.number()).forEach((byte, place) => {
for (let bit = 0; bit < 8; bit += 1) if (byte & (1 << bit)) ordinals.push(place * 8 + bit);
});
} else {
if (df > bytes.bytes.length - bytes.at) throw new Broken("count");
for (let left = df, at = -1; left > 0; left -= 1) ordinals.push((at += bytes.number() + 1));
}
if (ordinals.length !== df || ordinals[df - 1] >= records) throw new Broken("ordinal");
const impacts = coding & 2 ? null : bytes.take(df);
lemmas.set(lemma, { lemma, index, df, ordinals, impacts, kib, forms: forms.length ? forms : [lemma] });
}
bytes.end();
return lemmas;
}
function readPositions(bytes) {
const parts = [];
for (let count = bytes.count(); count > 0; count -= 1) parts.push(bytes.take(bytes.number()));
bytes.end();
return parts;
}
function places(part, { ordinals, forms }) {
const bytes = new Bytes(part);
const found = new Map();
for (const ordinal of ordinals) {
const list = [];
for (let left = bytes.count(), at = 0; left > 0; left -= 1) {
const value = bytes.number();
at += Math.floor(value / forms.length);
list.push({ at, form: forms[value % forms.length] });
}
if (!list.length) throw new Broken("places");
found.set(ordinal, list);
}
bytes.end();
return found;
}
const DIGITS62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
function readFacet({ values, column }) {
const list = values.map(([id, name, gaps]) => {
let at = -1;
return { id, name, records: (gaps ?? []).map((gap) => (at += gap + 1)) };
});
[...(column ?? "")].forEach((letter, ordinal) => list[DIGITS62.indexOf(letter)]?.records.push(ordinal));
return list;
}
class Index {
constructor(base) {
this.base = base;
this.kept = new Map();
}
async fetch(path, cache) {
const url = new URL(path, this.base);
for (let attempt = 0; ; attempt += 1) {
try {
const answer = await fetch(url, { cache, credentials: "same-origin" });
if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
if (answer.status < 500 || attempt) throw new Broken(answer.status);
} catch (error) {
if (error instanceof Broken) throw error;
if (attempt) throw Object.assign(new Error("offline"), { isOffline: true });
}
await new Promise((done) => setTimeout(done, 400));
}
}
keep(path, read) {
if (!this.kept.has(path)) {
const reading = this.fetch(path, "default")
.then(read)
.catch(async (error) => {
if (!(error instanceof Broken)) throw error;
if (error.isOld) this.entry = JSON.parse(utf8(await this.fetch("search.json", "reload")));
return read(await this.fetch(path, "reload"));
});
reading.catch(() => this.kept.delete(path));
this.kept.set(path, reading);
}
return this.kept.get(path);
}
json(path) {
return this.keep(path, (file) => {
try {
return JSON.parse(utf8(file));
} catch {
throw new Broken("json");
}
});
}
async open() {
if (this.entry) return;
const entry = await this.json("search.json");
if (entry.format !== 1) throw new Broken("format");
this.entry ??= entry;
this.names = new Map();
for (const { id, names } of entry.facets) for (const name of names) if (!this.names.has(name)) this.names.set(name, id);
}
words(word) {
const start = [...word].slice(0, 3).join("");
const number = (hashOf(start) & (this.entry.words - 1)) >>> 0;
return this.keep(`words/${number.toString(16)}.bin`, (file) => readWords(body(file, "W", this.entry.epoch)));
}
shardOf(lemma) {
return ((hashOf(lemma) & (this.entry.postings - 1)) >>> 0).toString(16);
}
async lemma(lemma) {
const read = (file) => readPostings(body(file, "P", this.entry.epoch), this.entry.count);
return (await this.keep(`postings/${this.shardOf(lemma)}.bin`, read)).get(lemma);
}
async places(posting) {
const read = (file) => readPositions(body(file, "X", this.entry.epoch));
const parts = await this.keep(`positions/${this.shardOf(posting.lemma)}.bin`, read);
if (!parts[posting.index]) throw new Broken("positions");
posting.places ??= places(parts[posting.index], posting);
return posting.places;
}
async facet(id) {
const facet = await this.json(`facets/${id}.json`);
facet.list ??= readFacet(facet);
return facet.list;
}
fragment(ordinal) {
return this.json(`fragments/${ordinal}.json`);
}
}
async function roots(index, word) {
const known = (await index.words(word)).keys.get(word);
if (known) return { lemmas: [known.lemma], form: word };
const letters = [...word];
const tried = [];
index.entry.prefixes.forEach(([prefix, front]) =>
index.entry.suffixes.forEach(([suffix, back]) => {
if (!word.startsWith(prefix) || !word.endsWith(suffix) || prefix.length + suffix.length > word.length) return;
const candidate = front + word.slice(prefix.length, word.length - suffix.length) + back;
const taken = [...prefix].length + [...suffix].length;
if (taken && [...candidate].length >= 3) tried.push({ taken, candidate });
}),
);
tried.sort((a, b) => b.taken - a.taken);
const candidates = [...new Set(tried.map(({ candidate }) => candidate))].slice(0, 8);
const shards = await Promise.all(candidates.map((candidate) => index.words(candidate)));
const at = candidates.findIndex((candidate, at) => shards[at].keys.get(candidate)?.isRoot);
return { lemmas: at < 0 ? [] : [candidates[at]], form: null, letters };
}
async function resolve(index, clause, isLast, corrections) {
const [word] = clause.words;
const found = await roots(index, word);
if (found.lemmas.length) return found;
const { letters } = found;
const keys = [...(await index.words(word)).keys.values()].filter(({ weight }) => weight > 0);
if (isLast && letters.length >= 3) {
const begun = keys.filter((key) => key.word.startsWith(word)).sort((a, b) => b.weight - a.weight);
const lemmas = [...new Set(begun.map((key) => key.lemma))].slice(0, 3);
if (lemmas.length) return { lemmas, form: null };
}
const allowed = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
let best = null;
for (const key of /[0-9]/.test(word) ? [] : keys) {
const theirs = [...key.word];
if (Math.abs(theirs.length - letters.length) > allowed) continue;
const far = distance(letters, theirs);
if (far > allowed || (best && (far > best.far || (far === best.far && key.weight <= best.key.weight)))) continue;
best = { far, key };
}
if (!best) return { lemmas: [], form: null };
corrections[word] = best.key.word;
return { lemmas: [best.key.lemma], form: best.key.word };
}
const rarity = (records, df) => Math.log(1 + (records - df + 0.5) / (df + 0.5));
function scores({ entry }, posting) {
const idf = rarity(entry.count, posting.df);
const { impacts } = posting;
return new Map(
posting.ordinals.map((ordinal, at) => {
const score = impacts ? idf * ((2.2 * (impacts[at] & 127)) / 127 + (impacts[at] > 127 ? 1 : 0)) : 0.1 * idf;
return [ordinal, score];
}),
);
}
async function phrase(index, words) {
const none = { scores: new Map(), postings: [], isCommon: false };
const keys = await Promise.all(words.map(async (word) => (await index.words(word)).keys.get(word)));
if (keys.some((key) => !key)) return none;
const postings = await Promise.all(keys.map((key) => index.lemma(key.lemma)));
if (postings.some((posting) => !posting)) return none;
const all = await Promise.all(postings.map((posting) => index.places(posting)));
const each = postings.map((posting) => scores(index, posting));
const found = new Map();
for (const [ordinal, first] of all[0]) {
const rest = all.slice(1).map((places, at) => {
const list = places.get(ordinal) ?? [];
return new Set(list.filter(({ form }) => form === words[at + 1]).map((place) => place.at));
});
const stands = ({ at, form }) => form === words[0] && rest.every((places, further) => places.has(at + further + 1));
if (first.some(stands)) found.set(ordinal, 1.5 * each.reduce((sum, own) => sum + own.get(ordinal), 0));
}
return { scores: found, postings, isCommon: false };
}
async function lookUp(index, clause, isLast, corrections) {
if (clause.quoted) return { ...clause, ...(await phrase(index, clause.words)) };
const { lemmas, form } = corrections
? await resolve(index, clause, isLast, corrections)
: await roots(index, clause.words[0]);
const postings = (await Promise.all(lemmas.map((lemma) => index.lemma(lemma)))).filter(Boolean);
const best = new Map();
for (const posting of postings) {
for (const [ordinal, score] of scores(index, posting)) {
if (!(best.get(ordinal) >= score)) best.set(ordinal, score);
}
}
const isCommon = postings.length > 0 && postings.every(({ impacts }) => !impacts);
return { ...clause, scores: best, postings, isCommon, form };
}
function nearness(clauses, ordinal) {
const present = clauses
.map(({ postings: [posting], form }) => ({ list: posting.places.get(ordinal), form }))
.filter(({ list }) => list);
if (present.length < 2) return 0;
const forms = present.map(({ list }) => new Map(list.map(({ at, form }) => [at, form])));
let together = 0;
for (const { at } of present[0].list) {
if (!forms.every((own, further) => own.has(at + further))) continue;
if (forms.every((own, further) => own.get(at + further) === present[further].form)) return 1;
together = 0.75;
}
if (together) return together;
let sum = 0;
for (let pair = 1; pair < present.length; pair += 1) {
let least = Infinity;
for (const one of present[pair - 1].list) {
for (const other of present[pair].list) {
const gap = Math.abs(one.at - other.at);
if (gap >= 1 && gap < least) least = gap;
}
}
sum += Math.max(0, 12 - (least - 1)) / 12;
}
return (0.5 * sum) / (present.length - 1);
}
async function filtered(index, filters) {
const sets = await Promise.all(
filters.map(async ({ facet, value, unwanted }) => {
const fits = (known) => fold(known.id) === value || fold(known.name) === value;
const records = (await index.facet(facet)).filter(fits).flatMap(({ records }) => records);
return { records: new Set(records), unwanted };
}),
);
return (ordinal) => sets.every(({ records, unwanted }) => records.has(ordinal) !== unwanted);
}
async function answer(index, query, corrections = {}) {
const isAsked = query.wanted.length > 0 || query.filters.some(({ unwanted }) => !unwanted);
if (!isAsked) return { hits: [], clauses: [], isPartial: false, corrections };
const last = query.wanted.length - 1;
const [wanted, unwanted, fits] = await Promise.all([
Promise.all(
query.wanted.map((clause, at) => lookUp(index, clause, query.open && at === last && !clause.quoted, corrections)),
),
Promise.all(query.unwanted.map((clause) => lookUp(index, clause, false, null))),
filtered(index, query.filters),
]);
const allowed = (ordinal) => fits(ordinal) && !unwanted.some((clause) => clause.scores.has(ordinal));
if (!wanted.length) {
const all = Array.from({ length: index.entry.count }, (_, at) => index.entry.count - 1 - at);
return { hits: all.filter(allowed).map((ordinal) => [ordinal, 0]), clauses: [], isPartial: false, corrections };
}
const strong = wanted.filter(({ isCommon }) => !isCommon);
const required = strong.length ? strong : wanted;
const [rarest] = [...required].sort((a, b) => a.scores.size - b.scores.size);
let candidates = [...rarest.scores.keys()].filter(
(ordinal) => required.every((clause) => clause.scores.has(ordinal)) && allowed(ordinal),
);
const isPartial = candidates.length === 0 && required.length > 1 && corrections !== null;
if (isPartial) {
candidates = [...new Set(required.flatMap((clause) => [...clause.scores.keys()]))].filter(allowed);
}
const near = required.filter(({ quoted, postings }) => !quoted && postings.length === 1);
const shards = new Map(near.map(({ postings: [posting] }) => [index.shardOf(posting.lemma), posting.kib]));
const size = [...shards.values()].reduce((sum, kib) => sum + kib, 0);
const isNear = near.length > 1 && size <= 24;
if (isNear) await Promise.all(near.map(({ postings: [posting] }) => index.places(posting)));
const hits = candidates.map((ordinal) => {
const sum = wanted.reduce((sum, clause) => sum + (clause.scores.get(ordinal) ?? 0), 0);
return [ordinal, Math.round(1024 * sum * (1 + (isNear ? nearness(near, ordinal) : 0)))];
});
hits.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
return { hits, clauses: required, isPartial, corrections };
}
function marks(text, found, clauses) {
const marked = new Map();
const add = (at, number) => (marked.has(at) ? marked.get(at).add(number) : marked.set(at, new Set([number])));
clauses.forEach((clause, number) => {
if (clause.quoted) {
for (let at = 0; at + clause.words.length <= found.length; at += 1) {
const run = found.slice(at, at + clause.words.length);
const isHere =
run.every(([word], further) => word === clause.words[further]) &&
!text.slice(run[0][1], run[run.length - 1][2]).includes("\n");
if (isHere) run.forEach((_, further) => add(at + further, number));
}
} else {
const forms = new Set(clause.postings.flatMap((posting) => posting.forms));
found.forEach(([word], at) => forms.has(word) && add(at, number));
}
});
return marked;
}
const calm = (text) => text.replace(/\s+/g, " ");
function parts(text, found, marked, from, to) {
const out = [""];
let at = from;
for (const [number] of [...marked].sort(([a], [b]) => a - b)) {
const [, start, end] = found[number];
if (start < from || end > to) continue;
out[out.length - 1] += calm(text.slice(at, start));
out.push(text.slice(start, end), "");
at = end;
}
out[out.length - 1] += calm(text.slice(at, to));
return out;
}
function whole(text, clauses, lang) {
const found = tokens(text, lang);
return parts(text, found, marks(text, found, clauses), 0, text.length);
}
function excerpt({ text, summary }, clauses, lang) {
let source = text;
let found = tokens(source, lang);
let marked = marks(source, found, clauses);
if (!marked.size && summary) {
source = summary;
found = tokens(source, lang);
marked = marks(source, found, clauses);
}
let best = { start: 0, kinds: 0, count: 0 };
for (const at of [...marked.keys()].sort((a, b) => a - b)) {
const start = Math.max(0, at - 6);
const seen = [...marked].filter(([place]) => place >= start && place < start + 28);
const kinds = new Set(seen.flatMap(([, clauses]) => [...clauses])).size;
if (kinds > best.kinds || (kinds === best.kinds && seen.length > best.count)) best = { start, kinds, count: seen.length };
}
const end = Math.min(best.start + 28, found.length);
if (!found.length) return [""];
const from = best.start > 0 ? found[best.start][1] : 0;
const to = end < found.length ? found[end - 1][2] : source.length;
const out = parts(source, found, marked, from, to);
if (best.start > 0) out[0] = `\u2026 ${out[0]}`;
if (end < found.length) out[out.length - 1] += " \u2026";
return out;
}
async function carried(index, other, query) {
const wanted = [];
for (let at = 0; at < query.wanted.length; ) {
let run = 0;
while (at + run < query.wanted.length && !query.wanted[at + run].quoted) run += 1;
let name = null;
const known = run ? (await index.words(query.wanted[at].words[0])).carried : new Map();
for (; run > 0; run -= 1) {
const phrase = query.wanted.slice(at, at + run).map(({ words }) => words[0]).join(" ");
name = known.get(phrase)?.get(other.entry.lang);
if (name) break;
}
if (name) {
for (const [word] of tokens(name, other.entry.lang)) wanted.push({ words: [word], quoted: false });
at += run;
} else {
wanted.push(query.wanted[at]);
at += 1;
}
}
const filters = await Promise.all(
query.filters.map(async (filter) => {
const fits = ({ id, name }) => fold(id) === filter.value || fold(name) === filter.value;
const id = (await index.facet(filter.facet)).find(fits)?.id;
return { ...filter, value: id ? fold(id) : filter.value };
}),
);
return { wanted, unwanted: query.unwanted, filters, open: false };
}
const written = ({ wanted, unwanted, filters }) =>
[
...wanted.map(({ words, quoted }) => (quoted ? `"${words.join(" ")}"` : words[0])),
...unwanted.map(({ words, quoted }) => `-${quoted ? `"${words.join(" ")}"` : words[0]}`),
...filters.map(({ facet, value, unwanted }) => `${unwanted ? "-" : ""}${facet}:"${value}"`),
].join(" ");
const indexes = new Map();
async function opened(base) {
if (!indexes.has(base)) indexes.set(base, new Index(base));
const index = indexes.get(base);
await index.open();
return index;
}
async function asked({ base, question, filters = [], exact = false }) {
const index = await opened(base);
const query = parse(question, index.entry.lang, index.names);
for (const [facet, value] of filters) query.filters.push({ facet, value: fold(value), unwanted: false });
return { index, query, found: await answer(index, query, exact ? null : {}) };
}
let last = { key: null, value: null };
function remembered(request) {
const key = JSON.stringify([request.base, request.question, request.filters, request.exact]);
if (last.key !== key) {
const value = asked(request);
last = { key, value };
value.catch(() => (last = { key: null, value: null }));
}
return last.value;
}
const METHODS = {
async ask(request) {
const { index, query, found } = await remembered(request);
const { lang, facets } = index.entry;
return {
lang,
facets: facets.map(({ id, name }) => ({ id, name })),
total: found.hits.length,
isEmpty: !query.wanted.length && !query.filters.some(({ unwanted }) => !unwanted),
isPartial: found.isPartial,
corrections: found.corrections ?? {},
};
},
async show(request) {
const { index, found } = await remembered(request);
const shown = found.hits.slice(request.from, request.to);
return Promise.all(
shown.map(async ([ordinal, total]) => {
const fragment = await index.fragment(ordinal);
const { lang } = index.entry;
return {
url: fragment.url,
date: fragment.date,
type: fragment.type,
title: whole(fragment.title, found.clauses, lang),
excerpt: excerpt(fragment, found.clauses, lang),
total,
};
}),
);
},
async facet(request) {
const { index, found } = await remembered(request);
const hits = new Set(found.hits.map(([ordinal]) => ordinal));
const values = (await index.facet(request.facet)).map(({ id, name, records }) => {
return { id, name, count: new Set(records.filter((ordinal) => hits.has(ordinal))).size };
});
return values.filter(({ count }) => count > 0);
},
async also(request) {
const { index, query } = await remembered(request);
const others = await Promise.all(
index.entry.others.map(async ({ lang, name, index: place, page }) => {
const other = await opened(new URL(place, index.base).href);
const there = await carried(index, other, query);
const { hits } = await answer(other, there, null);
return { lang, name, page, count: hits.length, question: written(there) };
}),
);
return others.filter(({ count }) => count > 0);
},
async hits(request) {
return (await remembered(request)).found;
},
};
const told = (error) => (error.isOffline ? "offline" : "error");
if (typeof document === "undefined") {
if (typeof self !== "undefined" && typeof importScripts === "function") {
self.onmessage = async ({ data: { number, method, request } }) => {
try {
self.postMessage({ number, value: await METHODS[method](request) });
} catch (error) {
self.postMessage({ number, fault: told(error) });
}
};
} else {
globalThis.kabarSearch = { METHODS, tokens, fold, parse, written };
}
return;
}
const root = document.querySelector("#search");
if (!root) return;
const lang = document.documentElement.lang;
const $ = (name) => document.querySelector(`#search-${name}`);
const [form, input, status, note, area, filters, results, more, also, browse] = [
"form", "q", "status", "note", "body", "filters", "results", "more", "also", "browse",
].map($);
const WORDING = Object.fromEntries(
[...$("words").content.querySelectorAll("[data-word]")].map((word) => [word.dataset.word, word.textContent]),
);
const say = (name, values = {}) => (WORDING[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
const counted = (count) => {
const kind = new Intl.PluralRules(lang).select(count) === "one" ? "one" : "other";
return say(`count-${kind}`, { n: count.toLocaleString(lang) });
};
const base = new URL(root.dataset.index, location.href).href;
const isSparing = navigator.connection?.saveData === true;
const AT_ONCE = 8;
function make(name, attributes = {}, ...children) {
const element = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) {
if (typeof value === "function") element[key] = value;
else if (value !== null) element.setAttribute(key, value);
}
element.append(...children);
return element;
}
const waiting = new Map();
let worker = null;
try {
worker = new Worker(document.currentScript.src);
worker.onmessage = ({ data: { number, value, fault } }) => {
const { done, failed } = waiting.get(number) ?? {};
waiting.delete(number);
if (fault) failed?.(fault);
else done?.(value);
};
worker.onerror = (event) => {
event.preventDefault();
worker = null;
for (const { again } of waiting.values()) again();
waiting.clear();
};
} catch {
worker = null;
}
let sent = 0;
function call(method, request) {
const here = () => METHODS[method](request).catch((error) => Promise.reject(told(error)));
if (!worker) return here();
return new Promise((done, failed) => {
const number = (sent += 1);
waiting.set(number, { done, failed, again: () => here().then(done, failed) });
worker.postMessage({ number, method, request });
});
}
let state = { question: "", filters: [], exact: false };
let turn = 0;
let shown = 0;
const recent = [];
const request = (rest) => ({ base, ...state, ...rest });
const address = () => {
const parameters = new URLSearchParams();
if (state.question) parameters.set("q", state.question);
for (const [facet, value] of state.filters) parameters.append(facet, value);
const query = parameters.toString();
return location.pathname + (query && `?${query}`);
};
function read() {
const parameters = new URLSearchParams(location.search);
const question = parameters.get("q") ?? "";
const chosen = [...parameters].filter(([key]) => key !== "q" && /^[\w-]+$/.test(key)).slice(0, 16);
state = { question, filters: chosen, exact: false };
input.value = question;
}
function go(change, isKept) {
state = { ...state, exact: false, ...change };
if (input.value.trim() !== state.question.trim()) input.value = state.question;
if (isKept) {
if (address() !== location.pathname + location.search) history.pushState(null, "", address());
} else {
history.replaceState(null, "", address());
}
return search();
}
function clear() {
note.hidden = area.hidden = true;
browse.hidden = false;
also.hidden = more.hidden = true;
note.replaceChildren();
results.replaceChildren();
filters.replaceChildren();
status.textContent = "";
}
async function search() {
const own = (turn += 1);
const isOwn = () => own === turn;
if (!state.question.trim() && !state.filters.length) return clear();
status.textContent = say("loading");
root.setAttribute("aria-busy", "true");
try {
const answer = await call("ask", request());
if (!isOwn()) return;
if (answer.isEmpty) return clear();
const items = await call("show", request({ from: 0, to: AT_ONCE }));
if (!isOwn()) return;
tell(answer);
results.replaceChildren(...items.map(item));
shown = items.length;
more.hidden = shown >= answer.total;
area.hidden = false;
browse.hidden = answer.total > 0;
also.hidden = true;
await facets(answer, isOwn);
if (!isSparing && isOwn()) await others(isOwn);
} catch (fault) {
if (isOwn()) failed(fault);
} finally {
if (isOwn()) root.removeAttribute("aria-busy");
}
}
function tell({ total, corrections, isPartial }) {
const question = state.question.trim();
const lines = [];
const corrected = Object.entries(corrections);
if (corrected.length) {
const words = corrected.reduce((text, [word, known]) => {
const spot = tokens(text, lang).find(([token]) => token === word);
return spot ? text.slice(0, spot[1]) + known + text.slice(spot[2]) : text;
}, question);
const instead = () => go({ exact: true }, false);
lines.push(
make("p", {}, say("corrected", { words })),
make("p", {}, make("button", { type: "button", class: "link", onclick: instead }, say("instead", { words: question }))),
);
}
if (isPartial && total) lines.push(make("p", {}, say("partial")));
if (!total) lines.push(make("p", {}, say("none-hint")));
note.replaceChildren(...lines);
note.hidden = !lines.length;
status.textContent = total ? counted(total) : say("none", { question });
}
function failed(fault) {
status.textContent = "";
area.hidden = true;
browse.hidden = false;
note.replaceChildren(
make("p", { role: "alert" }, say(fault === "offline" ? "offline" : "error")),
make("p", {}, make("button", { type: "button", class: "button", onclick: () => search() }, say("retry"))),
);
note.hidden = false;
}
const marked = (parts) => parts.map((part, at) => (at % 2 ? make("mark", {}, part) : part));
function item({ url, title, excerpt, type, date }) {
const day = date && new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
const about = [type && make("span", {}, type), date && make("time", { datetime: date }, day)].filter(Boolean);
if (about.length > 1) about.splice(1, 0, " \u00b7 ");
return make(
"li",
{ class: "search-result" },
make("h2", {}, make("a", { href: url }, ...marked(title))),
make("p", { class: "summary" }, ...marked(excerpt)),
make("p", { class: "meta" }, ...about),
);
}
more.onclick = async () => {
const own = turn;
try {
const items = await call("show", request({ from: shown, to: shown + AT_ONCE }));
if (own !== turn) return;
const total = (await call("ask", request())).total;
const added = items.map(item);
results.append(...added);
shown += added.length;
more.hidden = shown >= total;
added[0]?.querySelector("a").focus();
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
function values(facet, list) {
for (const { id, name } of list) names.set(`${facet}:${id}`, name);
return make(
"ul",
{ class: "chips" },
...list.map(({ id, name, count }) => {
const number = make("span", { class: "count" }, count.toLocaleString(lang));
const pressed = String(isChosen(facet, id));
const onclick = () => toggle(facet, id);
return make("li", {}, make("button", { type: "button", "aria-pressed": pressed, "data-key": `${facet}:${id}`, onclick }, name, " ", number));
}),
);
}
const byCount = (list) => [...list].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, lang));
async function facets({ facets, total }, isOwn) {
const focused = document.activeElement?.dataset?.key;
const open = new Set([...filters.querySelectorAll("details[open]")].map(({ dataset }) => dataset.facet));
const groups = [];
for (const { id, name } of total || state.filters.length ? facets : []) {
const load = async () => {
const list = await call("facet", request({ facet: id }));
return values(id, id === "year" ? list.reverse() : byCount(list));
};
if (id === "type" || id === "year") {
const list = await load();
if (!isOwn()) return;
if (list.childElementCount) groups.push(make("fieldset", {}, make("legend", {}, name), list));
continue;
}
const group = make("details", { "data-facet": id }, make("summary", { "data-key": `facet ${id}` }, name));
group.ontoggle = async () => {
if (!group.open || group.dataset.loaded) return;
group.dataset.loaded = "yes";
try {
group.append(await load());
} catch (fault) {
if (isOwn()) failed(fault);
}
};
if (open.has(id) || state.filters.some(([facet]) => facet === id)) {
group.dataset.loaded = "yes";
group.append(await load());
group.open = true;
if (!isOwn()) return;
}
groups.push(group);
}
const chosen = state.filters.map(([facet, value]) => {
const name = names.get(`${facet}:${value}`) ?? value;
const attributes = { type: "button", "aria-label": say("remove", { name }), onclick: () => toggle(facet, value) };
return make("li", {}, make("button", { ...attributes, "data-key": `remove ${facet}:${value}` }, name, " \u00d7"));
});
if (chosen.length > 1) {
const onclick = () => go({ filters: [] }, true);
chosen.push(make("li", {}, make("button", { type: "button", class: "link", onclick }, say("clear"))));
}
const head = chosen.length ? [make("ul", { class: "chips search-chosen" }, ...chosen)] : [];
filters.setAttribute("role", "group");
filters.setAttribute("aria-label", say("filters"));
filters.replaceChildren(...head, ...groups);
if (focused) ([...filters.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === focused) ?? input).focus();
}
async function others(isOwn) {
const found = await call("also", request()).catch(() => []);
if (!isOwn()) return;
const links = found.map(({ lang: tag, name, page, count, question }) => {
const href = `${page}?${new URLSearchParams({ q: question })}`;
return make("a", { href, hreflang: tag }, say("also", { name, n: count.toLocaleString(lang) }));
});
also.replaceChildren(...links.flatMap((link, at) => (at ? [" ", link] : [link])));
also.hidden = !links.length;
}
const list = make("ul", { id: "search-recent", class: "search-recent", role: "listbox", "aria-label": say("recent"), hidden: "" });
input.after(list);
const setUp = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" };
for (const [key, value] of Object.entries(setUp)) input.setAttribute(key, value);
let active = -1;
function unfold(isOpen) {
active = -1;
list.hidden = !isOpen || !recent.length;
input.setAttribute("aria-expanded", String(!list.hidden));
input.removeAttribute("aria-activedescendant");
list.replaceChildren(
...recent.map((question, at) => {
const onmousedown = (event) => {
event.preventDefault();
choose(at);
};
return make("li", { id: `search-recent-${at}`, role: "option", "aria-selected": "false", onmousedown }, question);
}),
);
}
function move(step) {
active = (active + step + recent.length) % recent.length;
[...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
input.setAttribute("aria-activedescendant", `search-recent-${active}`);
}
function choose(at) {
const question = recent[at];
unfold(false);
return go({ question }, true);
}
input.addEventListener("keydown", (event) => {
const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
if (step && recent.length && (!input.value || !list.hidden)) {
event.preventDefault();
if (list.hidden) unfold(true);
if (active < 0 && step < 0) active = 0;
move(step);
} else if (event.key === "Escape" && !list.hidden) {
event.preventDefault();
unfold(false);
} else if (event.key === "Enter" && !list.hidden && active >= 0) {
event.preventDefault();
choose(active);
}
});
input.addEventListener("focus", () => !input.value && unfold(true));
input.addEventListener("blur", () => unfold(false));
let pause = 0;
input.addEventListener("input", () => {
clearTimeout(pause);
unfold(!input.value);
if (!isSparing) pause = setTimeout(() => go({ question: input.value }, false), 250);
});
form.addEventListener("submit", (event) => {
event.preventDefault();
clearTimeout(pause);
unfold(false);
const question = input.value.trim();
if (question) recent.splice(0, recent.length, ...[question, ...recent.filter((other) => other !== question)].slice(0, 6));
go({ question }, true);
});
addEventListener("popstate", () => {
read();
search();
});
addEventListener("online", () => note.querySelector("[role=alert]") && search());
read();
search();
})();
