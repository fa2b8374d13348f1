// What lies over a page: errors, counts, marks; and what is marked in it. Its own styles are made
// by script, so that no policy of a theme forbids them.
const host = document.createElement("kabar-preview");
const shadow = host.attachShadow({ mode: "open" });
const own = new CSSStyleSheet();
const marks = new CSSStyleSheet();
let broken = [];

shadow.adoptedStyleSheets = [own];
document.documentElement.append(host);
marks.replaceSync("::highlight(kabar) { text-decoration: wavy underline 2px #b3261e }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];

const markPicture = (picture) => {
  if (picture.getAttribute("src") && !picture.naturalWidth) picture.style.outline = "3px dashed #b3261e";
};

const mark = () => {
  for (const picture of document.images) if (picture.complete) markPicture(picture);
  if (!window.Highlight) return;
  const found = new Highlight();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode;
    for (const words of broken) {
      const at = text.data.indexOf(words);
      if (at < 0 || text.parentElement.closest("a,script,style")) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      found.add(range);
    }
  }
  CSS.highlights.set("kabar", found);
};

addEventListener("kabar", mark);
addEventListener("error", (event) => event.target.tagName === "IMG" && markPicture(event.target), true);

export const state = (state) => {
  own.replaceSync(state.css);
  shadow.innerHTML = state.html;
  broken = state.broken;
  mark();
};

// The same page with other style sheets in it.
export const style = (texts, page) => {
  const styles = [...document.querySelectorAll("style")];
  if (styles.length !== texts.length) return page();
  styles.forEach((element, index) => {
    if (element.textContent !== texts[index]) element.textContent = texts[index];
  });
};

// The same page with other files beside it.
export const files = (urls, page) => {
  const elements = [...document.querySelectorAll("link[rel~=stylesheet],img")];
  const address = (element) => new URL(element.href || element.src, location);
  const shown = elements.filter((element) => urls.includes(address(element).pathname));
  if (urls.some((url) => !shown.some((element) => address(element).pathname === url))) return page();
  for (const element of shown) {
    const key = element.href ? "href" : "src";
    element[key] = `${address(element).pathname}?${Date.now()}`;
  }
};
