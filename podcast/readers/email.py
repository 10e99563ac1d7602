"""A newsletter as mail (.eml) → an article."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timezone
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from podcast.article import Article, Dropped
from podcast.errors import ArticleError
from podcast.readers.text import structure
from podcast.source import Source
from podcast.source.encoding import decode, mend
from podcast.webpage.blocks import blocks_of
from podcast.webpage.body import whole
from podcast.webpage.facts import language_of_page
from podcast.webpage.tree import parse

_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*:|\s*\[[^\]]{1,40}\])+\s*", re.IGNORECASE)
_COVERING = 400
"""Letters of a note with which a letter is sent on."""
_DEEPEST = 5
_FOOTER = re.compile(
    r"unsubscribe|manage (?:your )?(?:preferences|subscription)|update your preferences|"
    r"you(?:'|’)?(?:re| are)? (?:received|receiving|getting) this|this e-?mail was sent|"
    r"view (?:this )?(?:e-?mail )?in (?:your )?browser|forward (?:this )?to a friend|"
    r"abmelden|abbestellen|se désabonner|désinscri|"
    r"darse de baja|cancelar (?:la )?suscripción|disiscriv|uitschrijven",
    re.IGNORECASE,
)
"""Where a newsletter's small print begins, which the law wants at its end."""


def read(source: Source) -> Article:
    """The newsletter in a mail: its HTML part, or else its text."""
    try:
        label = source.label
        whole = message_from_bytes(source.data, EmailMessage, policy=policy.default)
        message = _innermost(whole, label)
        page, text = _part(message, "html", label), _part(message, "plain", label)
        subject, sender = str(message.get("Subject", "")), str(message.get("From", ""))
    except (
        MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError, RecursionError
    ) as error:  # fmt: skip
        # The library's parser fails in each of these ways on broken headers, or on parts in parts.
        raise ArticleError(f"{source.label}: broken mail: {error}", hint="save it again") from error
    if page:
        article = _from_page(replace(source, data=page.encode(), charset="utf-8"))
    elif text:
        article = _from_text(text)
    else:
        raise ArticleError(f"{source.label}: a mail without text", hint="save its attachment")
    sender = _sender(sender)
    return replace(
        article,
        title=mend(_PREFIX.sub("", " ".join(subject.split()))) or article.title,
        authors=(sender,) if sender else (),
        date=_date(message),
    )


def _sender(header: str) -> str:
    """Who sent it, as people say it: "Lund, Ida" is Ida Lund, and so is Ida Lund via a list."""
    name, address = parseaddr(header)
    name = re.sub(r"\s+via\s.*", "", name)
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma and "," not in given else name or address


def _innermost(message: EmailMessage, label: str, depth: int = 0) -> EmailMessage:
    """The letter itself where somebody sent it on as an attachment, with a line of their own."""
    for part in message.iter_attachments() if message.is_multipart() else ():
        within = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        own = _part(message, "plain", label) or _part(message, "html", label)
        if isinstance(within, EmailMessage) and depth < _DEEPEST and len(own) < _COVERING:
            return _innermost(within, label, depth + 1)
    return message


def _part(message: EmailMessage, kind: str, label: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    return decode(data, label, part.get_content_charset() or "")


def _date(message: EmailMessage) -> datetime | None:
    try:
        date = parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=timezone.utc)


def _from_page(source: Source) -> Article:
    tree = parse(source)
    choice, container = whole(tree)
    said = [choice.runs[n] for n in choice.places]
    end = _small_print([run.text for run in said])
    dropped = (*choice.left_out(), *(Dropped(run.text, "small print") for run in said[end:]))
    title = next((run.text for run in said if run.element.tag in ("h1", "h2")), "")
    blocks = blocks_of(said[:end], container)
    return Article(title, blocks, language=language_of_page(tree), dropped=dropped)


def _small_print(texts: list[str]) -> int:
    """Where the last lines begin that a newsletter must have; never in its first half."""
    for place in range(len(texts) // 2, len(texts)):
        if len(texts[place]) < 400 and _FOOTER.search(texts[place]):
            return place
    return len(texts)


def _from_text(text: str) -> Article:
    text = mend(text).replace("\r\n", "\n").expandtabs(4)
    body = re.split(r"^-- ?\n", text, maxsplit=1, flags=re.MULTILINE)[0]
    groups = re.split(r"\n\s*\n", body)
    end = _small_print(groups)
    _, blocks = structure("\n\n".join(["mail", *groups[:end]]))
    dropped = tuple(Dropped(" ".join(group.split()), "small print") for group in groups[end:])
    return Article("", blocks, language="", dropped=dropped)
