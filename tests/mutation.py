"""Files spoilt in every way that chance has: what a reader must survive."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<", b">", b"&#0;", b"&#xD800;",
    b"<!--", b"]]>", b"<![CDATA[", b"<table><tr><td>", b"</p>", b"<ul><li>", b"---\n", b"***\n",
    b"```\n", b"[^1]: ", b"[](", b"**", b"- ", b"1. ", b"> ", b"| a | b |\n|---|\n", b"\r\n\r\n",
    b"=?utf-8?B?", b"Content-Type: text/html; charset=nonsense\n", b"boundary=", b"{", b"[", b'"',
    b"null", b"1e999", b"stream\n", b"endobj\n", b"/Type /Page", b"9" * 40, b"a" * 3000,
    b" " * 3000, b"\n" * 300, "é“”—👩\u200d🚀\u202e\u00ad".encode(),
)  # fmt: skip

SEEDS = {
    "text": ("cases/reading/newsletter.txt", "cases/reading/wrapped.txt"),
    "markdown": ("files/article.md",),
    "html": ("cases/reading/news.html", "cases/reading/blog.html"),
    "epub": ("files/pandoc.epub",),
    "pdf": ("files/chromium-two-columns.pdf", "files/libreoffice.pdf"),
    "email": ("files/letter.eml",),
    "feed": ("files/rss.xml", "files/atom.xml", "files/feed.json"),
}
"""What each reader's mutations start from."""


def mutations(reader: str, count: int, seed: int = 0) -> Iterator[bytes]:
    """`count` spoilt files for `reader`, the same ones each time."""
    chance = random.Random(f"{reader} {seed}")  # noqa: S311 - not for secrets
    seeds = [(HERE / name).read_bytes() for name in SEEDS[reader]]
    for _ in range(count):
        data = chance.choice(seeds)
        # A broken archive only tests the standard library: spoil what is in it, half the time.
        if reader == "epub" and chance.random() < 0.7:
            yield _repacked(data, chance)
        else:
            yield spoilt(data, chance)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """`data` with a few pieces cut, doubled, overwritten or put in."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(result) + 1)
        length = min(chance.choice((1, 4, 40, 400)), len(result) - at)
        way = chance.randrange(5)
        if way == 0:
            del result[at : at + length]
        elif way == 1:
            result[at:at] = result[at : at + length] * chance.choice((1, 2, 50))
        elif way == 2:
            result[at:at] = chance.choice(PIECES)
        elif way == 3 and at < len(result):
            result[at] ^= 1 << chance.randrange(8)
        else:
            result[at : at + length] = chance.randbytes(length)
    return bytes(result[: chance.randrange(len(result) + 1)] if chance.random() < 0.05 else result)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        victim = chance.choice(names)
        for name in names:
            content = old.read(name)
            new.writestr(name, spoilt(content, chance) if name == victim else content)
    return made.getvalue()
