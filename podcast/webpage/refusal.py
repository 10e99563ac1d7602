"""What a page says instead of its article: log in, subscribe, switch on scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from podcast.article import Block, texts
from podcast.errors import ArticleError
from podcast.source import Source
from podcast.webpage.choice import size
from podcast.webpage.runs import Run

_SUBSCRIBERS = re.compile(
    r"(?:subscribe|sign[- ]?in|log[- ]?in|register|become a (?:member|subscriber)|"
    r"start your (?:free )?trial)"
    r"[^.]{0,60}(?:to (?:continue|read|keep reading|unlock|access)|full (?:article|story))|"
    r"(?:this|the) (?:article|story|content|post) is (?:only )?(?:for|available to|reserved for) "
    r"(?:our )?(?:paying |paid )?(?:subscribers|members)|already a subscriber|"
    r"(?:jetzt|weiter)?lesen mit|nur für abonnenten|réservé aux abonnés|solo para suscriptores",
    re.IGNORECASE,
)
_SCRIPTS_ONLY = re.compile(
    r"(?:enable|turn on|activate|requires?|without|need)[^.]{0,40}javascript|"
    r"javascript[^.]{0,40}(?:disabled|required|enable|aktivieren|activer)",
    re.IGNORECASE,
)
FEW = 60
"""Words on a page where something else than an article may be."""
TEASER = 150
"""Words of a page that calls itself closed, and asks to subscribe: the beginning of an article."""


def check_whole(
    source: Source,
    tree: HtmlElement,
    every: Sequence[Run],
    blocks: Sequence[Block],
    *,
    free: bool,
) -> None:
    """Raise ArticleError for a page that only tells why the article isn't on it."""
    count = sum(len(text.split()) for text in texts(blocks))
    letters = sum(size(text) for text in texts(blocks))
    # Japanese and Chinese have no spaces to count words by.
    whole = " ".join(run.text for run in every)
    cut = not free and bool(_SUBSCRIBERS.search(whole))
    most = TEASER if cut else FEW
    if count >= most or letters >= 8 * most:
        return
    has = f"{source.label}: the page has only {count} word{'s' if count != 1 else ''}"
    save = "open it in a browser, save the page, and give the file"
    asks = _SUBSCRIBERS.search(whole) is not None
    # Many a site asks readers of a short notice to log in, at the top of each page.
    if tree.find(".//input[@type='password']") is not None and (asks or count < FEW // 3):
        raise ArticleError(f"{has}, and asks for a login", hint=save)
    if not free or asks:
        raise ArticleError(f"{has}; the rest is for subscribers", hint=save)
    quiet = " ".join(element.text_content() for element in tree.iter("noscript"))
    if _SCRIPTS_ONLY.search(f"{quiet} {whole}") or (
        not count and tree.find(".//script") is not None
    ):
        raise ArticleError(
            f"{has}; the rest is made by scripts",
            hint="print it to PDF in a browser, and give that",
        )
    if not count:
        raise ArticleError(f"{source.label}: no article on the page", hint="is it the right one?")
