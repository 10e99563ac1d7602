"""A newsletter as mail (.eml) → an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby

from podcast.article import Article, Block, Dropped, Heading, Item, ItemList, Paragraph
from podcast.errors import ArticleError
from podcast.readers.text import structure
from podcast.readers.text.pieces import bulleted
from podcast.source import Source
from podcast.source.encoding import decode, mend
from podcast.titles import same_title
from podcast.webpage.blocks import blocks_of
from podcast.webpage.body import whole
from podcast.webpage.facts import language_of_page
from podcast.webpage.tree import parse

_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*:|\s*\[[^\]]{1,40}\])+\s*", re.IGNORECASE)
_COVERING = 400
"""Letters of a note with which a letter is sent on."""
_DEEPEST = 5
_TOP = 3
"""Blocks among which a letter says its subject again."""
_FOOTER = re.compile(
    r"unsubscribe|manage (?:your )?(?:preferences|subscription)|update your preferences|"
    r"you(?:'|’)?(?:re| are)? (?:received|receiving|getting) this|this e-?mail was sent|"
    r"our (?:mailing|postal) address|all rights reserved|alle rechte vorbehalten|"
    r"view (?:this )?(?:e-?mail )?in (?:your )?browser|forward (?:this )?to a friend|"
    r"abmelden|abbestellen|se désabonner|désinscri|"
    r"darse de baja|cancelar (?:la )?suscripción|disiscriv|uitschrijven",
    re.IGNORECASE,
)
"""Where a newsletter's small print begins, which the law wants at its end."""
_SENT_ON = re.compile(
    r"\W*(?:begin )?(?:forwarded message|original message|weitergeleitete nachricht|"
    r"ursprüngliche nachricht|message transféré|message d.origine|mensaje reenviado|"
    r"mensaje original|messaggio inoltrato)\b",
    re.IGNORECASE,
)
"""Under this, somebody else's letter begins."""
_HEADER = re.compile(
    r"[\s>*]*(?:from|date|sent|subject|to|cc|reply-to|von|gesendet|datum|an|betreff|de|envoyé|"
    r"objet|à|enviado|fecha|para|asunto|da|data|a|oggetto|inviato)\s?:[\s*]",
    re.IGNORECASE,
)
_FROM = re.compile(r"[\s>*]*(?:from|von|de|da)\s?:[\s*]+(\S[^\n]*)", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^(?:on|am|le|el|il)\b[^\n]{0,200}(?:\n[^\n>]{0,100})?"
    r"(?:wrote|schrieb[^\n]{0,100}|a écrit|escribió|ha scritto)\s?:[ \t]*\n",
    re.IGNORECASE | re.MULTILINE,
)
"""Above an earlier letter, under the answer to it."""


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
    # Whose letter it is, where somebody only sent it on.
    name, site = _sender(next(iter(article.authors), sender))
    title = mend(_PREFIX.sub("", " ".join(subject.split()))) or article.title
    return replace(
        article,
        title=title,
        blocks=_without_title(article.blocks, title),
        authors=(name,) if name else (),
        site=site,
        date=_date(message),
    )


def _sender(header: str) -> tuple[str, str]:
    """Who sent it, as people say it, and for which newsletter.

    "Lund, Ida" is Ida Lund, and so is Ida Lund via a list, or from The Harbour Letter.
    """
    name, address = parseaddr(header)
    name, _, site = re.sub(r"\s+via\s.*", "", name).partition(" from ")
    surname, comma, given = name.partition(", ")
    return (f"{given} {surname}" if comma and "," not in given else name or address), site


def _without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks, but for a heading at their top that says the title again."""
    first = next((block for block in blocks[:_TOP] if isinstance(block, Heading)), None)
    if first is None or not same_title(first.text, title):
        return blocks
    return tuple(block for block in blocks if block is not first)


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
    start, sender = _sent_on([run.text for run in said])
    said = said[start:]
    end = _small_print([run.text for run in said])
    dropped = (*choice.left_out(), *(Dropped(run.text, "small print") for run in said[end:]))
    title = next((run.text for run in said if run.element.tag in ("h1", "h2")), "")
    return Article(
        title,
        tuple(_with_lists(blocks_of(said[:end], container))),
        authors=sender,
        language=language_of_page(tree),
        dropped=dropped,
    )


def _with_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, paragraphs with a mark before them as lists: Outlook writes them like that."""

    def mark(block: Block) -> str:
        found = bulleted(block.text) if isinstance(block, Paragraph) else None
        return "" if found is None else found.mark if not found.ordered else "1."

    for kind, run in groupby(blocks, key=mark):
        same = list(run)
        items = [bulleted(block.text) for block in same if kind and isinstance(block, Paragraph)]
        if len(items) > 1:
            yield ItemList(tuple(Item(item.text) for item in items if item), kind == "1.")
        else:
            yield from same


def _sent_on(texts: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Where the letter begins that somebody sent on, and whose it is; 0 when nobody did."""
    for place, text in enumerate(texts):
        if sum(map(len, texts[:place])) > _COVERING:
            break
        if not _SENT_ON.match(text):
            continue
        start = place + 1
        while start < len(texts) and _HEADER.match(texts[start]):
            start += 1
        header = "\n".join(texts[place:start])
        sender = _FROM.search(header)
        return start, (sender[1].strip(),) if sender else ()
    return 0, ()


def _small_print(texts: list[str]) -> int:
    """Where the last lines begin that a newsletter must have; never in its first half."""
    for place in range(len(texts) // 2, len(texts)):
        if len(texts[place]) < 400 and _FOOTER.search(texts[place]):
            return place
    return len(texts)


def _from_text(text: str) -> Article:
    text = mend(text).expandtabs(4)
    body = re.split(r"^-- ?\n", text, maxsplit=1, flags=re.MULTILINE)[0]
    body, earlier = _without_earlier(body)
    lines = body.split("\n")
    start, sender = _sent_on([line for line in lines if line.strip()])
    groups = re.split(r"\n\s*\n", "\n".join(_after(lines, start)))
    end = _small_print(groups)
    _, blocks = structure("\n\n".join(["mail", *groups[:end]]))
    small = (Dropped(" ".join(group.split()), "small print") for group in groups[end:])
    return Article("", blocks, authors=sender, language="", dropped=(*earlier, *small))


def _without_earlier(body: str) -> tuple[str, tuple[Dropped, ...]]:
    """A letter without the one that it answers, when that stands quoted under it."""
    found = _ANSWERED.search(body)
    if found is None or not body[: found.start()].strip():
        return body, ()
    if any(line.strip() and line[0] != ">" for line in body[found.end() :].splitlines()):
        return body, ()
    text = " ".join(body[found.start() :].split())
    return body[: found.start()], (Dropped(text, "an earlier letter"),)


def _after(lines: Sequence[str], count: int) -> Sequence[str]:
    """The lines after the first `count` that aren't empty."""
    full = [place for place, line in enumerate(lines) if line.strip()]
    return lines[full[count - 1] + 1 :] if count else lines
