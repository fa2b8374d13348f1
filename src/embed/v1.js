// <kabar-feed feed="https://…/feed.json"> shows the newest items of a JSON feed.
//
// What stands inside of the element (links, for those whose site or reader keeps no scripts) is shown
// until the feed is there, and for good when it does not come. Nothing is stored, nothing is told to
// anybody: one file is asked for, without cookies and without the address of the page.
(() => {
  "use strict";
  const NAME = "kabar-feed";
  // Another copy, or another version, was here first.
  if (!self.customElements || customElements.get(NAME)) return;

  // Of what others write only the element itself can be hidden or moved; these rules win over all of
  // their `!important`.
  const STYLE = [
    ":host{display:block!important;visibility:visible!important;opacity:1!important}",
    ":host([hidden]){display:none!important}",
    "*{box-sizing:border-box}",
    ".kabar{font:var(--kabar-font,inherit);color:var(--kabar-color,inherit);background:var(--kabar-background,transparent);padding:var(--kabar-padding,0)}",
    ":host([theme]) .kabar{--i:#1b1a17;--g:#fbf7ee;--l:#2b3a86;padding:var(--kabar-padding,1em);color:var(--kabar-color,var(--i));background:var(--kabar-background,var(--g))}",
    ":host([theme=dark]) .kabar{--i:#ece5d6;--g:#12162b;--l:#a9b6f5;color-scheme:dark}",
    "@media(prefers-color-scheme:dark){:host([theme=auto]) .kabar{--i:#ece5d6;--g:#12162b;--l:#a9b6f5;color-scheme:dark}}",
    ":host([theme]) a{color:var(--kabar-link,var(--l))}",
    "a{color:var(--kabar-link,LinkText);font-weight:600;text-underline-offset:.15em;text-decoration-thickness:1px;overflow-wrap:anywhere}",
    "a:focus-visible{outline:2px solid;outline-offset:-1px}",
    "h2,ul,p{margin:0;padding:0}",
    "h2{font-size:1.15em;line-height:1.3;margin-bottom:.5em}",
    "ul{list-style:none}",
    "li{padding:var(--kabar-gap,.5em) 0;line-height:1.4}",
    "li+li{border-top:1px solid var(--kabar-line,color-mix(in srgb,currentColor 25%,transparent))}",
    ".pic{position:relative;min-height:6em;padding-inline-start:5.75em}",
    "img{position:absolute;inset-inline-start:0;width:5em;height:5em;object-fit:cover}",
    "time,.from{font-size:.875em}",
    "time{display:block;margin-top:.1em}",
    ".sum{margin-top:.25em}",
    ".from{margin-top:.5em}",
    ".from a{font-weight:400}",
  ].join("");

  const element = (name, part, inside, text) => {
    const made = document.createElement(name);
    if (part) made.setAttribute("part", part);
    if (text) made.textContent = text;
    if (inside) inside.append(made);
    return made;
  };

  /** A whole address that a link or picture may have; none for scripts and the like. */
  const address = (text, base) => {
    try {
      const url = new URL(text, base);
      return /^https?:$/.test(url.protocol) ? url.href : "";
    } catch {
      return "";
    }
  };

  /** A link that leads where the feed says. */
  const link = (part, inside, text, href) => {
    const made = element("a", part, inside, text);
    made.href = href;
    made.rel = "external noopener";
    return made;
  };

  /** The day as the feed tells it, whatever zone its reader is in, in the feed's language. */
  const day = (text, lang) => {
    try {
      const how = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
      const date = new Date(text.slice(0, 10));
      // Plain English is written as the feed's own site writes it: 16 June 2026.
      return isNaN(date) ? "" : date.toLocaleDateString(lang === "en" ? "en-GB" : lang || undefined, how);
    } catch {
      return "";
    }
  };

  const isText = (value) => typeof value === "string" && value.trim() !== "";

  customElements.define(NAME, class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        root.adoptedStyleSheets = [sheet];
      } catch {
        element("style", "", root, STYLE);
      }
      element("slot", "", root);
      this.load().catch(() => {});
    }

    async load() {
      const base = address(this.getAttribute("feed") || "", document.baseURI);
      if (!base) return;
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), 10000);
      let feed;
      try {
        const how = { credentials: "omit", referrerPolicy: "no-referrer", signal: stop.signal };
        const response = await fetch(base, how);
        if (!response.ok) return;
        feed = await response.json();
      } finally {
        clearTimeout(timer);
      }
      const most = Math.max(1, Math.min(50, parseInt(this.getAttribute("limit"), 10) || 5));
      const items = feed.items.filter((item) => item && isText(item.title) && isText(item.url) && address(item.url, base));
      if (items.length) this.show(this.list(feed, items.slice(0, most), base));
    }

    list(feed, items, base) {
      const wants = (name) => /^(yes|true|)$/.test(this.getAttribute(name) ?? "no");
      const box = element("div", "feed");
      box.className = "kabar";
      if (isText(feed.language)) box.lang = feed.language;
      const heading = this.getAttribute("heading");
      if (heading) element("h2", "heading", box, heading);
      const list = element("ul", "list", box);
      list.setAttribute("role", "list");
      for (const item of items) {
        const entry = element("li", "item", list);
        if (isText(item.language)) entry.lang = item.language;
        const picture = wants("pictures") && isText(item.image) && address(item.image, base);
        if (picture) {
          entry.className = "pic";
          const image = element("img", "picture", entry);
          image.alt = "";
          image.loading = "lazy";
          image.referrerPolicy = "no-referrer";
          // Its room stays, so that nothing moves.
          image.onerror = () => (image.style.visibility = "hidden");
          image.src = picture;
        }
        link("link", entry, item.title, address(item.url, base));
        const date = isText(item.date_published) ? item.date_published : "";
        const told = date && day(date, item.language || feed.language);
        if (told) element("time", "date", entry, told).dateTime = date;
        if (wants("summary") && isText(item.summary)) element("p", "summary", entry, item.summary).className = "sum";
      }
      const home = isText(feed.home_page_url) && address(feed.home_page_url, base);
      if (home && isText(feed.title)) {
        const from = element("p", "source", box);
        from.className = "from";
        link("source-link", from, feed.title, home);
      }
      return box;
    }

    /** Puts the list in the place of the links: in just as much room where anything below can be seen. */
    show(box) {
      const [first, last] = [this.firstElementChild, this.lastElementChild];
      const top = first ? first.getBoundingClientRect().top : 0;
      const end = last ? last.getBoundingClientRect().bottom : 0;
      const style = box.style;
      if (end > top) {
        style.marginTop = getComputedStyle(first).marginTop;
        style.marginBottom = getComputedStyle(last).marginBottom;
      }
      if (end > top && end < innerHeight) {
        style.height = `${end - top}px`;
        style.overflow = "auto";
        if (self.IntersectionObserver) {
          // It takes the room that it needs as soon as nobody looks.
          const seen = new IntersectionObserver(([entry]) => {
            if (entry.isIntersecting || entry.boundingClientRect.top < 0) return;
            style.height = style.overflow = "";
            seen.disconnect();
          });
          seen.observe(this);
        }
      }
      this.shadowRoot.querySelector("slot").replaceWith(box);
    }
  });
})();
