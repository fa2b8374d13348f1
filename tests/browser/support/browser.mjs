// The system's Chromium with a profile of its own for each run.

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** How a reader's window is. */
export const WIDTHS = [360, 1280];
export const SCHEMES = ["light", "dark"];

export function reader(browser, { width = 360, scheme = "light", ...more } = {}) {
  return browser.newContext({
    viewport: { width, height: width < 700 ? 740 : 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...more,
  });
}
