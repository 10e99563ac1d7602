"""Bytes to text: the encoding, and the faults that texts carry with them."""

from __future__ import annotations

import codecs
import re
import unicodedata

from podcast.errors import ArticleError

_MARKS = (
    # The longer first: UTF-32's little-endian mark begins with UTF-16's.
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = re.compile(r"iso-2022-|utf-(?:16|32)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.05
"""Control characters a character: a text has next to none, a picture or archive over a tenth."""

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Soft hyphens, zero-width spaces, marks of direction: for a typesetter, not for a listener.
Joiners (U+200C, U+200D) stay: emoji and Indic scripts are made with them."""
_FIXED_SPACE = re.compile(
    r"(?<!\d)[\u00a0\u202f\u2007\u2009\u200a]|[\u00a0\u202f\u2007\u2009\u200a](?!\d)"
)
"""Spaces of other widths, save those that group the digits of one number (1 250)."""

_ESCAPE = re.compile(r"\x1b(?:\[[\d;]*[A-Za-z])?")
"""What tells a terminal to change its colour."""
_LINE_BREAK = re.compile("\r\n?|[\u2028\u2029]")
_PLAIN = {
    # Ligatures, but only a typesetter's: Ĳ and ŉ are letters of a language.
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    # Control characters that nobody uses: Windows' quotation marks and dashes, taken for Latin-1.
    **{code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)},
}
_SURROGATE = re.compile("[\ud800-\udfff]")

_TYPESETTERS = "\u00a0\u2009\u202f\u2010-\u201f\u2026\u2039\u203a«»€£"
_SUSPECT = re.compile(
    # A character of several bytes, misread; written so that it compiles in a tenth of the time.
    rf"(?![{_TYPESETTERS}]{{2}}|.?[\U00010000-\U0010ffff])[^\0-\x7f]{{2}}"
    "|[ÂÃÅÎÐÙâã] "  # its second byte was a no-break space, since made plain
    "|[\u0080-\u009f]"
)
"""What ftfy may have something to do with. A byte of UTF-8 that was read as a character never
stands alone, and quotation marks, dashes and spaces side by side are none: most texts have no
other pair, and are spared the 60 ms that ftfy needs to load."""


def decode(data: bytes, name: str, charset: str = "") -> str:
    """The text in `data`, by its byte order mark, as UTF-8, by `charset`, or as Windows-1252.

    UTF-8 goes before the declared charset: text that is valid UTF-8 by chance is next to
    impossible, and wrong declarations are common. But what changes its meaning after an escape,
    and what has zeros between its letters, is valid by nature. Raises ArticleError for what isn't
    text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace"), name)
    is_wide = _WIDE.match(charset) is not None and (b"\x1b" in data or b"\0" in data)
    for encoding in (charset, "cp1252") if is_wide else ("utf-8", charset, "cp1252"):
        try:
            return _checked(data.decode(encoding), name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return _checked(data.decode("latin-1"), name)


def _checked(text: str, name: str) -> str:
    if len(_CONTROLS.findall(text)) > _BINARY_SHARE * len(text):
        raise ArticleError(
            f"{name}: is not a text", hint="give text, Markdown, HTML, EPUB, PDF or e-mail"
        )
    return _CONTROLS.sub("", text)


def mend(text: str) -> str:
    """`text` without the faults of its way here; a line is mended by itself alone.

    >>> mend("The co\\u00adalitionâ€™s\\u00a0plan")
    'The coalition’s plan'
    """
    # What is taken away may bring a misread character's halves together: until nothing changes.
    before = None
    while text != before:
        before = text
        text = _LINE_BREAK.sub("\n", _ESCAPE.sub("", text))
        text = text if text.isascii() else "\n".join(map(_line, text.split("\n")))
    return text


def _line(line: str) -> str:
    if line.isascii():
        return line
    if _SURROGATE.search(line):
        line = line.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if _SUSPECT.search(line):
        line = _unmangled(line)
    line = unicodedata.normalize("NFC", _INVISIBLE.sub("", line.translate(_PLAIN)))
    return _FIXED_SPACE.sub(" ", line)


def _unmangled(line: str) -> str:
    """`line` as it was before its bytes were taken for another encoding's."""
    from ftfy import fix_encoding  # 60 ms: only a text with accents needs it

    return fix_encoding(line)
