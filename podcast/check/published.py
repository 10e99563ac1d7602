"""A published folder, read back from its feed: what there is to check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}

MAIN = "feed.xml"


@dataclass(frozen=True)
class Element:
    """An element of a feed, asked by its path with prefixes: itunes:image."""

    node: Any

    def all(self, path: str) -> list[Element]:
        """Return the elements at `path`."""
        return [Element(found) for found in self.node.iterfind(path, NAMES)]

    def text(self, path: str = ".") -> str:
        """Return the text of the first element at `path`, empty when there is none."""
        return str(self.node.findtext(path, "", NAMES) or "")

    def attribute(self, path: str, name: str) -> str:
        """Return an attribute of the first element at `path`, empty when there is none."""
        found = self.node.find(path, NAMES)
        return "" if found is None else str(found.get(name, ""))


@dataclass(frozen=True)
class Page:
    """One document of the feed: feed.xml, or a page of its archive."""

    path: str
    data: bytes
    channel: Element
    base: str
    """Where public/ is to be found, as the page itself says; empty when it doesn't."""

    @property
    def items(self) -> list[Element]:
        """Its items."""
        return self.channel.all("item")


@dataclass(frozen=True)
class Published:
    """A public folder with its feed."""

    folder: Path
    pages: tuple[Page, ...]

    @property
    def base(self) -> str:
        """Where it is to be found."""
        return self.pages[0].base

    def file(self, address: str) -> Path | None:
        """Return the file that an address means; None when it's elsewhere."""
        if not self.base or not address.startswith(self.base):
            return None
        path = unquote(urlsplit(address[len(self.base) :]).path)
        return (
            self.folder / path / "index.html"
            if path.endswith("/") or not path
            else (self.folder / path)
        )

    def episodes(self) -> Iterator[tuple[str, Path, Element]]:
        """Yield each item's name for a report, its folder and itself."""
        for page in self.pages:
            for place, item in enumerate(page.items, 1):
                audio = self.file(item.attribute("enclosure", "url"))
                where = f"{page.path}: item {place}"
                if audio is not None:
                    folder = audio.parent
                    yield f"episodes/{folder.name}", folder, item
                else:
                    yield where, self.folder / "episodes" / "?", item


def parse(data: bytes) -> Any:
    """Parse XML from a file that might be anything: no entities, no network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, parser)


def read_page(folder: Path, path: str) -> Page:
    """Read one document of the feed; raise OSError or etree.XMLSyntaxError (a SyntaxError)."""
    data = (folder / path).read_bytes()
    node = parse(data).find("channel")
    channel = Element(etree.Element("channel") if node is None else node)
    own = channel.attribute("atom:link[@rel='self']", "href")
    base = own.removesuffix(path) if own.endswith("/" + path) else ""
    return Page(path, data, channel, base)


def read_json(path: Path) -> Any:
    """Return what a JSON file holds; None when it can't be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
