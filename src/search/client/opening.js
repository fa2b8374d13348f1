// Search as readers have it: reads the index that Kabar wrote (docs/search-format.md) and answers as
// `kabar search` does. One file for the page and for the worker in which it asks, so that it is
// loaded once. Nothing is kept on the reader's device, and nothing is told to anyone.
(() => {
"use strict";
