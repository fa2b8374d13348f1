// The search page.

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
// Made once: each costs a slow phone more than all results of an answer.
const digits = new Intl.NumberFormat(lang).format;
const plural = new Intl.PluralRules(lang);
// Day before month, as on the other pages.
const day = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
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
  // Behind the question: files are on their way meanwhile.
  setTimeout(() => {
    if (address !== location.pathname + location.search) {
      history[settles || isSettled ? "pushState" : "replaceState"](null, "", address);
      isSettled = settles;
    }
    isSettled ||= settles;
  });
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
  const one = plural.select(total) === "one" ? "one" : "other";
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
  if (date) about.push(make("time", { datetime: date }, day.format(new Date(date))));
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

/** What another language would answer is of no weight: its failure is not told. */
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
