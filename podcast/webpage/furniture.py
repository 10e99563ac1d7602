"""Furniture: what stands around an article on its page and is no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lxml.html import HtmlElement

from podcast.dates import parse_date

LONGEST = 220
"""Letters. What is longer isn't furniture by its words alone."""

_BOX_NAMES = (
    # What the name of a box says of a short line in it, and the names, as whole words.
    ("share buttons", "share sharing sharedaddy sharebar share-bar share-tools share-links "
        "share-buttons share-button social socials social-media social-links social-share "
        "social-bar social-icons addtoany addthis"),
    ("related links", "related related-articles related-posts related-content related-stories "
        "related-links recirc recirculation recommended recommendations read-more readmore "
        "read-next read-also see-also more-stories more-on more-from more-like-this outbrain "
        "taboola pagination pager post-nav post-navigation breadcrumb breadcrumbs toc "
        "table-of-contents tags tag-list tag-cloud tag-links topics keywords mots-cles "
        "motscles etiquetas schlagworte schlagwoerter post-tags entry-tags "
        "categories category-list cat-links catlinks navbox nav navigation menu"),
    ("sign-up", "newsletter newsletter-signup newsletter-form subscribe subscription signup "
        "sign-up paywall regwall"),
    ("advertisement", "promo promos promoted promotion promobox advert advertisement advertising "
        "ad ads adv ad-slot ad-unit ad-container ad-wrapper sponsor sponsored banner"),
    ("cookie notice", "cookie cookies cookie-notice cookie-banner consent gdpr"),
    ("comments", "comment comments comment-list comments-area comment-form comment-count "
        "disqus disqus_thread respond"),
    ("byline", "byline by-line author-bio author-box author-card author-info about-author "
        "about-the-author bio post-meta entry-meta article-meta meta-data dateline"),
    ("caption", "caption captions wp-caption-text credit credits photo-credit image-credit "
        "image-caption photo-caption media-caption"),
    ("copyright", "copyright footer site-footer"),
    ("beside the article", "sidebar side-bar widget widgets toolbar popup modal overlay "
        "skip-link poll hatnote ambox"),
)  # fmt: skip
"""Names that designers give to furniture. One alone proves little, so a long text in such a box is
left to the extractor's judgement."""


_BOX_WORDS = (
    # Words that say it as part of a longer name, such as photo_caption or articleComments.
    ("comments", "comment comments comentarios kommentare commentaires commenti reacties disqus"),
    ("caption", "caption captions"),
    ("sign-up", "newsletter subscribe subscription signup paywall"),
    (
        "related links",
        "related recommended recommendations outbrain taboola topics tags "
        "relacionada relacionadas relacionado relacionados lireaussi",
    ),
    ("share buttons", "share sharing"),
    ("cookie notice", "cookie cookies gdpr"),
    ("advertisement", "advertisement advertising sponsored"),
)
_NOT_BOXES = frozenset(("has", "with", "no", "is", "show", "hide", "enabled", "disabled"))
"""Words of a name that tells what a box has or hasn't rather than what it is."""


@dataclass(frozen=True)
class Kind:
    """One reason, and how the lines begin that it is the reason for."""

    reason: str
    pattern: re.Pattern[str]
    words: frozenset[str]

    def fits(self, line: str) -> bool:
        """Whether `line` is of this kind."""
        if self.pattern.match(line):
            return True
        own = _WORD.findall(line.lower()) if self.words and len(line) < _FEW else ()
        return bool(own) and self.words.issuperset(own)


@cache
def _kinds() -> tuple[Kind, ...]:
    """What furniture.txt says, in its order."""
    lines: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lines[line.strip("[]")] = own = []
        elif line and not line.startswith("#"):
            own.append(line)
    return tuple(_kind(reason, own) for reason, own in lines.items())


def _kind(reason: str, lines: Sequence[str]) -> Kind:
    patterns = [line for line in lines if not line.startswith("words:")]
    words = " ".join(line.removeprefix("words:") for line in lines if line not in patterns)
    return Kind(reason, re.compile("|".join(patterns), re.IGNORECASE), frozenset(words.split()))


@cache
def _boxes() -> dict[str, str]:
    return {name: why for why, names in _BOX_NAMES for name in names.split()}


@cache
def _box_words() -> dict[str, str]:
    return {word: why for why, words in _BOX_WORDS for word in words.split()}


@cache
def box(names: str) -> str:
    """What an element of these classes and ids is when it is furniture; empty when it isn't.

    >>> box("c-article__share-bar large")
    'share buttons'
    >>> box("photoCaption")
    'caption'
    """
    known, known_words = _boxes(), _box_words()
    for name in re.split(r"\s+|__|--", names.lower()):
        why = known.get(name) or known.get(name.replace("_", "-"))
        if why:
            return why
    for name in names.split():
        words = [word.lower() for word in _NAME_WORD.findall(name)]
        why = next((known_words[word] for word in words if word in known_words), "")
        if why and _NOT_BOXES.isdisjoint(words):
            return why
    return ""


def box_of(element: HtmlElement) -> str:
    """What sort of furniture an element's class and id say that it is."""
    names = f"{element.get('class', '')} {element.get('id', '')}".strip()
    # A box of facts in cells is beside the article; one in sentences tells its background.
    if "infobox" in names.lower() and next(element.iter("table"), None) is not None:
        return "beside the article"
    return box(names)


_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w.-]+\.(?:com|org|net|co\.uk|de|fr)/\S*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_FEW = 120
"""Letters of a line of buttons."""
_DATELINE = re.compile(r"[A-Z][^.!?]{1,70}(?:\([^)]*\))?\s*[-–—]+")
_BEFORE = " ([{•·-–—>»*|▶►→"
_NO_LETTER = re.compile(r"[\W\d_]*$")
_LONE_LETTERS = re.compile(r"(?:[A-Za-z](?:[^\w'’.]+|$)){1,9}$")
"""What is left of a font of signs, or of buttons for the size of letters."""


def reason(text: str) -> str:
    """Why a line is furniture, in a listener's words; empty when it isn't.

    >>> reason("Share this article on Facebook")
    'share buttons'
    """
    return _reason(text) if len(text) <= LONGEST else ""


@lru_cache(maxsize=4096)
def _reason(text: str) -> str:
    """Remembered: a page's lines are asked about at each step."""
    if _DATELINE.fullmatch(text):
        return "dateline"
    text = text.lstrip(_BEFORE)
    if _NO_LETTER.match(text) or _LONE_LETTERS.match(text):
        return "no words"
    if _ADDRESS.fullmatch(text):
        return "address"
    for kind in _kinds():
        if kind.fits(text):
            return kind.reason
    return "date" if len(text) < 60 and parse_date(text) else ""
