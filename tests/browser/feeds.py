"""Reads every feed of the built site as a feed reader does: feeds.py OUTPUT

Says what is wrong, a line each, and ends with 1; with 0 when nothing is.
RSS and Atom are read by feedparser; JSON Feed, Atom and RSS of one list must say the same.
"""

import json
import sys
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser

FORBIDDEN = {"script", "style", "iframe", "form", "object", "embed", "input", "button"}
ADDRESSES = {"href", "src", "poster"}

wrong: list[str] = []


def say(feed: str, text: str) -> None:
    wrong.append(f"{feed}: {text}")


def is_absolute(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


class Content(HTMLParser):
    """What readers and other people's sites would choke on in an item's HTML."""

    def __init__(self, name: str, item: str):
        super().__init__()
        self.name, self.item = name, item
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag in FORBIDDEN:
            say(self.name, f"{self.item}: <{tag}> in the content")
        for name, value in attributes:
            if name.startswith("on") or name in {"class", "style", "id"}:
                say(self.name, f"{self.item}: {name}={value!r} on <{tag}>")
            if name in ADDRESSES:
                self.addresses.append(value or "")
                if not is_absolute(value or "") and not (value or "").startswith(("mailto:", "tel:")):
                    say(self.name, f"{self.item}: {name}={value!r} is not absolute")
            if name == "srcset":
                for candidate in (value or "").split(","):
                    if not is_absolute(candidate.strip().split(" ")[0]):
                        say(self.name, f"{self.item}: srcset {candidate!r} is not absolute")


def read_xml(path: Path, feed: str, output: Path) -> dict:
    parsed = feedparser.parse(str(path), sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo:
        say(feed, f"not well formed: {parsed.get('bozo_exception')}")
    for key in ("title", "link"):
        if not parsed.feed.get(key):
            say(feed, f"no {key}")
    if not parsed.entries:
        say(feed, "no items")
    items = {}
    for entry in parsed.entries:
        name = entry.get("title", "an item without title")
        for key in ("title", "id", "link", "summary"):
            if not entry.get(key):
                say(feed, f"{name}: no {key}")
        if not entry.get("published_parsed"):
            say(feed, f"{name}: the date {entry.get('published')!r} cannot be read")
        if not is_absolute(entry.get("link", "")):
            say(feed, f"{name}: the link {entry.get('link')!r} is not absolute")
        if entry.get("id") in items:
            say(feed, f"{name}: the id {entry.get('id')} is used twice")
        for content in entry.get("content", []):
            if content.get("type") == "text/html":
                Content(feed, name).feed(content.value)
        for enclosure in entry.get("enclosures", []):
            file = output / unquote(urlsplit(enclosure.href).path).lstrip("/")
            if not file.is_file():
                say(feed, f"{name}: the enclosure {enclosure.href} is not there")
            elif str(file.stat().st_size) != enclosure.get("length", str(file.stat().st_size)):
                say(feed, f"{name}: the enclosure has {file.stat().st_size} bytes, not {enclosure.length}")
        items[entry.get("id")] = (entry.get("link"), entry.get("title"), tuple(entry.get("published_parsed") or ())[:6])
    return items


def read_json(path: Path, feed: str) -> dict:
    value = json.loads(path.read_text(encoding="utf-8"))
    items = {}
    for item in value["items"]:
        date = datetime.fromisoformat(item["date_published"])
        moment = tuple(date.utctimetuple())[:6]
        items[item["id"]] = (item["url"], item["title"], moment)
        Content(feed, item["title"]).feed(item.get("content_html", ""))
    return items


def main(output: Path) -> int:
    count = items = 0
    for path in sorted(output.rglob("*.xml")):
        ElementTree.parse(path)  # raises when it is not well formed
    for rss in sorted(output.rglob("feed.xml")):
        folder = rss.parent
        found = {}
        for name in ("feed.xml", "atom.xml", "feed.json"):
            path = folder / name
            feed = f"/{path.relative_to(output)}"
            if not path.exists():
                say(feed, "is not there")
                continue
            found[name] = read_json(path, feed) if name.endswith(".json") else read_xml(path, feed, output)
            count += 1
            items += len(found[name])
        for name, other in found.items():
            if other != found["feed.xml"]:
                ours = {key: value for key, value in other.items() if found["feed.xml"].get(key) != value}
                theirs = {key: value for key, value in found["feed.xml"].items() if other.get(key) != value}
                say(f"/{folder.relative_to(output)}/{name}", f"differs from feed.xml: {ours} instead of {theirs}")
    for line in wrong:
        print(line)
    print(f"{count} feeds, {items} items, {len(wrong)} faults")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
