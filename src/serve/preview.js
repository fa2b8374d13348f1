(() => {
  const { instance } = document.currentScript.dataset;
  let { print } = document.currentScript.dataset, source, queue = Promise.resolve();
  const d = document, root = d.documentElement;
  const all = (what) => [...d.querySelectorAll(what)];
  const can = "a,button,input,select,textarea,summary";
  const state = () => [scrollX, scrollY, all("details").map((e) => e.open), all(can).indexOf(d.activeElement)];
  const restore = ([left, top, open, focus]) => {
    all("details").forEach((e, i) => i in open && (e.open = open[i]));
    all(can)[focus]?.focus({ preventScroll: true });
    scrollTo({ left, top, behavior: "instant" });
    dispatchEvent(new Event("kabar"));
  };
  const reload = () => {
    sessionStorage.kabar = JSON.stringify([location.href, state()]);
    location.reload();
  };
  const page = async () => {
    const text = await (await fetch(location.href)).text();
    const next = new DOMParser().parseFromString(text, "text/html"), own = next.querySelector("[data-print]");
    const runs = [...d.scripts, ...next.scripts].some((s) => !s.dataset.print && !s.type.includes("json"));
    if (!own || runs || own.dataset.instance != instance) return reload();
    const kept = state();
    print = own.dataset.print;
    for (const { name } of [...root.attributes]) root.removeAttribute(name);
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
    d.head.replaceWith(next.head);
    d.body.replaceWith(next.body);
    restore(kept);
  };
  const on = {
    page,
    reload,
    go: (url) => location.replace(url),
    print: (p) => (print = p),
  };
  const connect = () => {
    source = new EventSource("/_kabar/events?" + new URLSearchParams({ instance, print, path: location.pathname }));
    source.onmessage = (e) => {
      const [name, value] = JSON.parse(e.data);
      const run = () => (on[name] ? on[name](value) : import("/_kabar/over.js").then((over) => over[name](value, page)));
      queue = queue.then(run, run);
    };
    source.onerror = () => {
      source.close();
      setTimeout(begin, 500);
    };
  };
  const begin = () => {
    source?.close();
    d.hidden || connect();
  };
  d.onvisibilitychange = begin;
  const last = JSON.parse(sessionStorage.kabar || "[]");
  delete sessionStorage.kabar;
  if (last[0] == location.href) restore(last[1]);
  begin();
})();
