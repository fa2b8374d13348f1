// The partners page: copies addresses, and builds snippets of the feeds that there are.
//
// What is built is written as render/partners/snippet.rs writes it. Nothing is stored, and only files
// of this site are asked for.
(() => {
  "use strict";
  const find = (id) => document.getElementById(id);
  const said = find("copied");

  /** Puts a text where it can be pasted, and says so. */
  const copy = (button, text) =>
    navigator.clipboard.writeText(text).then(() => {
      said.textContent = said.dataset.said;
      button.classList.add("copied");
      setTimeout(() => {
        said.textContent = "";
        button.classList.remove("copied");
      }, 3000);
    });

  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("[data-copies]")) {
      button.hidden = false;
      button.onclick = () => {
        const from = find(button.dataset.copies);
        if (from.select) from.select();
        copy(button, from.value ?? from.href);
      };
    }
    const pattern = find("copy-button");
    for (const link of pattern ? document.querySelectorAll(".feed-table [type]") : []) {
      const button = pattern.content.firstElementChild.cloneNode(true);
      const row = link.closest("tr").firstElementChild.textContent;
      button.setAttribute("aria-label", `${button.getAttribute("aria-label")} ${link.textContent}: ${row}`);
      button.onclick = () => copy(button, link.href);
      link.after(button);
    }
  }

  const form = find("builder-form");
  if (!form) return;
  // Where a browser does not tell style sheets that it runs scripts.
  form.closest("section").style.display = "block";
  const { lang, limit, heading, theme, pictures, summary } = form.elements;
  const facets = [...form.querySelectorAll("[data-facet]")];
  const preview = find("builder-preview");
  const status = find("builder-status");
  const place = (select) => +select.dataset.facet;

  const escape = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  const asked = new Map();
  /** A file of this site, asked for once. */
  const get = (url, read) => {
    if (!asked.has(url)) {
      const answer = fetch(url).then((response) => (response.ok ? read(response) : Promise.reject()));
      answer.catch(() => asked.delete(url));
      asked.set(url, answer);
    }
    return asked.get(url);
  };
  /** The title of a feed, the page that has the same list, and its newest headlines. */
  const newest = (folder) =>
    get(`${folder}embed.html`, async (response) => {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const link = (element) => ({ href: element.getAttribute("href"), text: element.textContent });
      return { ...link(page.querySelector("h1 a")), items: [...page.querySelectorAll("li a")].map(link) };
    });

  let feeds;
  /** What is chosen, by facet; nothing is 0. */
  let chosen = [];
  const fits = (feed, of) => of.every((value, at) => !value || feed[at + 1] === value);
  const size = (feed) => feed.slice(1).filter(Boolean).length;
  const current = () => feeds.feeds.find((feed) => size(feed) === chosen.filter(Boolean).length && fits(feed, chosen));
  const best = (some, sign) => some.sort((a, b) => sign * (size(a) - size(b)))[0];

  /** Takes a choice over; where no feed has it as it is, the nearest that has it, or has less. */
  const choose = (at, value) => {
    chosen[at] = value;
    if (current()) return;
    const more = feeds.feeds.filter((feed) => value && fits(feed, chosen));
    const less = feeds.feeds.filter((feed) => feed.slice(1).every((own, at) => !own || own === chosen[at]));
    chosen = (best(more, 1) || best(less, -1)).slice(1);
  };

  /** Offers only what has a feed together with what is chosen. */
  const offer = () => {
    for (const select of facets) {
      const at = place(select);
      for (const option of select.options) {
        const wanted = chosen.map((value, other) => (other === at ? +option.value : value));
        option.hidden = option.disabled = !feeds.feeds.some((feed) => fits(feed, wanted));
      }
      select.value = chosen[at];
    }
  };

  /** The catalogue of a language; its choices in place of those of another. */
  const open = async () => {
    feeds = await get(lang.value, (response) => response.json());
    chosen = feeds.names.map(() => 0);
    for (const select of facets) {
      select.length = 1;
      feeds.names[place(select)].forEach((name, index) => select.add(new Option(name, index + 1)));
      select.lang = feeds.lang;
    }
    offer();
  };

  /** Whose headlines they are. */
  const credit = (found) => {
    const source = escape(feeds.source).replace("{name}", () => `<a href="${escape(found.href)}">${escape(found.text)}</a>`);
    return `<p lang="${feeds.lang}">${source}</p>\n`;
  };
  const links = (found, title) => {
    const items = found.items.slice(0, +limit.value).map((item) => `<li><a href="${escape(item.href)}">${escape(item.text)}</a></li>\n`);
    return `${title ? `<h2>${escape(title)}</h2>\n` : ""}${items.length ? `<ul lang="${feeds.lang}">\n${items.join("")}</ul>\n` : ""}${credit(found)}`;
  };

  /** Writes the snippets, and shows what becomes of the first. */
  const write = async () => {
    try {
      if (!feeds) await open();
      const feed = current();
      const [folder] = feed;
      const found = await newest(folder);
      if (feed !== current()) return;
      const title = heading.value.trim();
      const inside = links(found, title);
      const say = (name, value) => (value ? ` ${name}="${escape(value)}"` : "");
      const more = say("heading", title) + say("pictures", pictures.checked && "yes") + say("summary", summary.checked && "yes") + say("theme", theme.value);
      const element = (base, inside) => `<kabar-feed feed="${base}${folder}feed.json" limit="${+limit.value}"${more}>\n${inside}</kabar-feed>\n`;
      const { origin, script } = feeds;
      const written = {
        element: script && `${element(origin, inside)}<script async src="${origin}${script.src}" integrity="${script.integrity}" crossorigin="anonymous"></` + `script>\n`,
        frame: feeds.frame.replace("{src}", () => `${origin}${folder}embed.html`).replace("{title}", () => escape(title || found.text)) + credit(found),
        links: inside,
      };
      for (const kind in written) {
        const box = find(`snippet-${kind}`);
        if (box) box.value = written[kind];
      }
      status.textContent = status.dataset.said.replace("{name}", () => found.text);
      preview.lang = feeds.lang;
      // Without links there is no room that it had to keep to.
      preview.innerHTML = script ? element("", "") : inside;
      if (script && !find("builder-script")) {
        const loaded = document.createElement("script");
        loaded.id = "builder-script";
        loaded.src = script.src;
        document.head.append(loaded);
      }
    } catch {
      status.textContent = status.dataset.failed;
    }
  };

  form.onsubmit = () => false;
  form.onreset = () => setTimeout(() => ((feeds = null), write()));
  form.oninput = ({ target }) => {
    if (target === lang) feeds = null;
    else if (feeds && target.dataset.facet) {
      choose(place(target), +target.value);
      offer();
    }
    if (form.checkValidity()) write();
  };
  // Nothing is asked for until somebody comes near.
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    write();
  }, { rootMargin: "200px" });
  near.observe(form);
})();
