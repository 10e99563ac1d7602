"""A page's bytes → its tree; what is hidden or silent in it."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from podcast.errors import ArticleError
from podcast.source import Source
from podcast.source.encoding import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LABELS = {
    # What a page's label means to a browser (WHATWG, Encoding, 4.2): the superset of what it says.
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
}
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

SILENT = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed",
        "video", "audio", "canvas", "map", "button", "select", "option", "input", "textarea",
        "datalist", "head", "nav", "dialog", "menu", "progress", "meter", "amp-ad", "amp-sidebar",
        "rt", "rp", "del",
    )
)  # fmt: skip
"""Elements with no words of the article's."""

_IN_HEADS = (
    "title",
    "meta",
    "link",
    "base",
    "script",
    "style",
    "noscript",
    "template",
    etree.Comment,
)

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hgroup", "html", "legend", "li", "listing", "main", "ol",
        "p", "plaintext", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul", "xmp",
    )
)  # fmt: skip
"""Elements that stand on lines of their own; words on both sides of their tags are apart."""

_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-reader(?:-text)?|hidden-text|offscreen|"
    r"accessibility-?hidden|u-hidden|is-hidden|mw-editsection|noprint)(?:$|\s)",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse(source: Source) -> HtmlElement:
    """The page's tree; raise ArticleError when it holds none."""
    declared = source.charset
    if not declared and (match := _CHARSET.search(source.data[:4096])):
        declared = match[1].decode("ascii", "replace")
    text = decode(source.data, source.label, _LABELS.get(declared.lower(), declared))
    try:
        tree = document_fromstring(_XML_DECLARATION.sub("", text), parser=HTMLParser())
    except (etree.ParserError, ValueError) as error:
        raise ArticleError(f"{source.label}: no page in it", hint="is it HTML?") from error
    for element in tree.xpath("//*[@role='heading' and (self::div or self::p or self::span)]"):
        level = element.get("aria-level", "2")
        element.tag = f"h{level}" if level in ("2", "3", "4", "5", "6") else "h2"
    return _with_body(tree)


def _with_body(tree: HtmlElement) -> HtmlElement:
    """`tree` with a body that begins where HTML says: at the first element that no head has.

    The parser knows only the elements of HTML 4, and takes an <article> for a part of the head.
    """
    head, body = tree.find("head"), tree.find("body")
    strays = [] if head is None else [e for e in head if e.tag not in _IN_HEADS]
    if head is not None and strays:
        own = [*head][head.index(strays[0]) :]
        if body is None:
            body = etree.SubElement(tree, "body")
        for place, element in enumerate(own):
            body.insert(place, element)
    return tree


def is_unseen(element: HtmlElement) -> bool:
    """Whether `element` and what is in it is not for a reader's eyes, and so not for ears."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return True
    names = element.keys()
    return bool(names) and (
        "hidden" in names
        or bool(_UNSEEN_STYLE.search(element.get("style", "")))
        or bool(_UNSEEN_CLASS.search(element.get("class", "")))
        or (element.get("aria-hidden") == "true" and len(element.text_content()) < 200)
    )
