"""What feedparser knows of feeds, with its settings as they come: with_feedparser.py < PATHS > JSON

Reads an array of paths; writes for each path an array of items, with the keys that it knows.
"""

import json
import sys
from calendar import timegm
from html import unescape
from re import sub

import feedparser


def items(path: str) -> list[dict]:
    parsed = feedparser.parse(path)
    if parsed.bozo:
        raise SystemExit(f"{path}: {parsed.bozo_exception}")
    return [item(entry) for entry in parsed.entries]


def words(entry) -> str | None:
    """The summary as a reader sees it: in RSS it is HTML."""
    text = entry.get("summary")
    is_html = text and entry.summary_detail.type == "text/html"
    return unescape(sub("<[^>]*>", "", text)) if is_html else text


def item(entry) -> dict:
    moment = lambda key: timegm(entry[key]) if entry.get(key) else None
    files = [{"url": file.href, "type": file.type, "length": int(file.length)} for file in entry.enclosures]
    return {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "title": entry.get("title"),
        "published": moment("published_parsed"),
        "updated": moment("updated_parsed"),
        "authors": [author["name"] for author in entry.get("authors", []) if author],
        "tags": [tag.term for tag in entry.get("tags", [])],
        "enclosure": files[0] if files else None,
        "picture": next((picture["url"] for picture in entry.get("media_thumbnail", [])), None),
        "summary": words(entry),
        "content": next((content.value for content in entry.get("content", []) if "html" in content.type), None),
    }


print(json.dumps({path: items(path) for path in json.load(sys.stdin)}))
