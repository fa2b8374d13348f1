// The words of texts and questions: the same as those of the index.

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
