"""The pages: are they whole, and do they stay with us?"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from podcast.check.finding import Finding, Findings
from podcast.check.published import Published

LOADED = ("src", "srcset", "poster", "data")
"""Attributes by which a page loads something unasked."""


def check_pages(published: Published) -> Findings:
    """Check the show's page, the archive's and the episodes'."""
    pages = [published.folder / "index.html", *published.folder.glob("episodes/*/*.html")]
    pages += published.folder.glob("archive/*.html")
    for path in sorted(pages):
        where = path.relative_to(published.folder).as_posix()
        if path.is_file():
            yield from _check_page(path, where, published)
        else:
            yield Finding("is not there", where, hint="podcast build")


def _check_page(path: Path, where: str, published: Published) -> Findings:
    from lxml import html  # here: what every other check does without

    text = path.read_text(encoding="utf-8")
    if not text.lstrip().lower().startswith("<!doctype html>"):
        yield Finding("doesn't begin with <!doctype html>", where)
    root: Any = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    if not root.get("lang"):
        yield Finding("doesn't say its language", where)
    if not (root.findtext(".//title") or "").strip():
        yield Finding("has no title", where)
    ids = [node.get("id") for node in root.iter() if isinstance(node.tag, str) and node.get("id")]
    if len(ids) != len(set(ids)):
        yield Finding("two elements have the same id", where)
    yield from _check_addresses(root, path, where, published)


def _check_addresses(root: Any, path: Path, where: str, published: Published) -> Findings:
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        loaded = [node.get(name) for name in LOADED if node.get(name)]
        if node.tag == "link" and node.get("rel") in ("stylesheet", "icon", "preload"):
            loaded.append(node.get("href", ""))
        for address in loaded:
            if urlsplit(address).netloc:
                yield Finding(f"loads {address} from another host", where)
        followed = [node.get("href", "")] if node.tag in ("a", "link") else []
        for address in {*loaded, *followed}:
            target = _file(address, path, published)
            if target is not None and not target.is_file():
                yield Finding(f"leads to {address}, which is not there", where)


def _file(address: str, page: Path, published: Published) -> Path | None:
    """The file of ours that an address on `page` means; None when it means anything else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return published.file(address)
    if not parts.path:
        return None
    inside = parts.path.startswith("/")
    target = (published.folder if inside else page.parent) / unquote(parts.path).lstrip("/")
    return target / "index.html" if parts.path.endswith("/") else target
