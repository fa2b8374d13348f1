"""What newsboat knows of feeds: with_newsboat.py FOLDER < PATHS > JSON

Reads an array of paths; writes for each path an array of items, with the keys that it knows, in the
order in which it lists them. Each feed has a cache of its own: within one cache newsboat takes
articles of the same id for the same article, in whatever feeds they stand, and keeps the first.
"""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from os import environ
from pathlib import Path

COLUMNS = "guid, url, title, pubDate, author, enclosure_url, enclosure_type, content"
LIST = f"SELECT {COLUMNS} FROM rss_item ORDER BY pubDate DESC, id DESC"


def items(folder: Path, path: str) -> list[dict]:
    folder.mkdir(parents=True)
    (folder / "urls").write_text(f"file://{path}\n", encoding="utf-8")
    (folder / "config").write_text("auto-reload no\n", encoding="utf-8")
    cache = folder / "cache.db"
    files = ["-u", folder / "urls", "-C", folder / "config", "-c", cache]
    home = {**environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    subprocess.run(["newsboat", *files, "-x", "reload"], check=True, env=home, stdout=sys.stderr, timeout=60)
    with sqlite3.connect(cache) as database:
        return [item(*row) for row in database.execute(LIST)]


def item(guid, url, title, published, author, file, media_type, content) -> dict:
    return {
        "id": guid,
        "url": url,
        "title": title,
        "published": published,
        "authors": [author] if author else [],
        "enclosure": {"url": file, "type": media_type} if file else None,
        "content": content or None,
    }


def main(folder: Path, paths: list[str]) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = threads.map(lambda each: items(folder / str(each[0]), each[1]), enumerate(paths))
    print(json.dumps(dict(zip(paths, found))))


main(Path(sys.argv[1]), json.load(sys.stdin))
