"""Newsletters as mail: the letter, without what mail programs and the law put around it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from podcast.article import Heading, Item, ItemList, Paragraph
from podcast.errors import ArticleError
from podcast.readers.email import read
from podcast.source import Source

LETTER = """\
<html><head><style>.x{}</style></head><body>
<div style="display:none;max-height:0">A preview that nobody is to see</div>
<table width="600"><tr><td><table><tr><td>
<a href="https://x.example/view">View in browser</a></td></tr></table>
<table><tr><td><h1>The Monday letter</h1></td></tr>
<tr><td><p>Good morning. The harbour is frozen, and the ferry has become a restaurant
until further notice.</p></td></tr>
<tr><td><h2>What’s on the menu?</h2></td></tr>
<tr><td><p>Fish, said the captain, who is also the cook, and looked at the ice as if it
were to blame.</p>
<ul><li>Soup for two crowns</li><li>Bread for one</li></ul></td></tr>
<tr><td><img src="https://x.example/pixel.gif" width="1" height="1"></td></tr></table>
<table><tr><td>You’re receiving this email because you signed up on our site.</td></tr>
<tr><td><a href="https://x.example/u">Unsubscribe</a> | High Street 1, Orsk</td></tr></table>
</td></tr></table></body></html>"""

TEXT = """\
Good morning. The harbour is frozen, and the ferry has become a restaurant
until further notice.

What's on the menu?

Fish, said the captain, who is also the cook, and looked at the ice as if it
were to blame.

-- 
The Monday Letter
"""  # noqa: W291 - the space after the dashes is the standard's


def mail(**parts: str) -> Source:
    message = EmailMessage()
    message["Subject"] = "[Letters] Fwd: The ferry’s new trade"
    message["From"] = "Åsa Berg <asa@example.org>"
    message["Date"] = "Mon, 12 Jan 2026 07:00:00 +0100"
    if "text" in parts:
        message.set_content(parts["text"], cte="quoted-printable")
    if "html" in parts:
        add = message.add_alternative if "text" in parts else message.set_content
        add(parts["html"], subtype="html", cte="base64")
    return Source("letter.eml", message.as_bytes())


def test_a_letter_laid_out_in_tables_is_read_as_text() -> None:
    article = read(mail(text="Only for old programs.", html=LETTER))
    assert article.title == "The ferry’s new trade"
    assert article.authors == ("Åsa Berg",)
    assert article.date is not None
    assert article.date.isoformat() == "2026-01-12T07:00:00+01:00"
    assert article.blocks == (
        Heading("The Monday letter", 2),
        Paragraph(
            "Good morning. The harbour is frozen, and the ferry has become a restaurant until "
            "further notice."
        ),
        Heading("What’s on the menu?", 2),
        Paragraph(
            "Fish, said the captain, who is also the cook, and looked at the ice as if it were "
            "to blame."
        ),
        ItemList((Item("Soup for two crowns"), Item("Bread for one"))),
    )
    assert "small print" in {dropped.reason for dropped in article.dropped}


def test_a_letter_in_plain_text_loses_its_signature() -> None:
    article = read(mail(text=TEXT))
    assert article.blocks[1] == Heading("What's on the menu?")
    last = article.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.endswith("looked at the ice as if it were to blame.")


def test_a_mail_whose_text_is_none_is_named() -> None:
    with pytest.raises(ArticleError, match=r"^letter\.eml: is not a text"):
        read(Source("letter.eml", b"Subject: x\n\n" + bytes(range(256)) * 4))


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: Empty\n\n",
        b"Subject: A picture\nContent-Type: image/png\n\nabc",
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b--\n",
    ],
)
def test_a_mail_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match="a mail without text"):
        read(Source("a.eml", data))


def test_a_date_that_is_none_is_unknown() -> None:
    source = mail(text=TEXT)
    for date in (b"soon", b"Mon, 12 Jan 2026 07:00:00 +99999999999999999999", b"99 Foo 1"):
        data = source.data.replace(b"Mon, 12 Jan 2026 07:00:00 +0100", date)
        assert read(Source("a.eml", data)).date is None


def test_forwarding_is_small_print() -> None:
    foot = "<tr><td>Read online | Forward to a friend</td></tr></table>\n<table><tr><td>You’re"
    article = read(mail(html=LETTER.replace("</table>\n<table><tr><td>You’re", foot)))
    assert "Read online | Forward to a friend" in [dropped.text for dropped in article.dropped]


def test_parts_in_parts_without_end_are_refused() -> None:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)
    )
    with pytest.raises(ArticleError, match="broken mail"):
        read(Source("deep.eml", f"Subject: x\nMIME-Version: 1.0\n{parts}\nhello".encode()))


def test_a_letter_sent_on_as_an_attachment_is_the_article() -> None:
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Ice", '"Aas, Per" <per@example.org>'
    letter.set_content(LETTER, subtype="html")
    sent = EmailMessage()
    sent["Subject"], sent["From"] = "Fwd: Ice", "ida@example.org"
    sent.set_content("See below!")
    sent.add_attachment(letter)
    article = read(Source("sent.eml", sent.as_bytes()))
    assert (article.title, article.authors) == ("Ice", ("Per Aas",))
    assert Heading("What’s on the menu?", 2) in article.blocks


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("Ida Lund via Letters <a@x.example>", "Ida Lund"),
        ('"Lund, Ida" <a@x.example>', "Ida Lund"),
        ("The Monday Letter <a@x.example>", "The Monday Letter"),
        ("a@x.example", "a@x.example"),
    ],
)
def test_a_sender_is_named_as_people_say_it(sender: str, author: str) -> None:
    data = f"From: {sender}\nSubject: Ice\n\nThe harbour is frozen.\n"
    assert read(Source("a.eml", data.encode())).authors == (author,)


SENT_ON_TEXT = (
    "Worth reading!\n\n-------- Forwarded Message --------\nSubject: \tThe ice\n"
    "Date: \tMon, 12 Jan 2026 07:00:00 +0100\nFrom: \tIda Lund <ida@x.example>\n"
    "To: \tme@y.example\n\n\n" + TEXT
)
SENT_ON_PAGE = (
    '<div>Worth reading!<br><br><div class="gmail_quote"><div>---------- Forwarded message '
    "---------<br>Von: <b>Ida Lund</b> &lt;<a>ida@x.example</a>&gt;<br>Date: Mon, 12 Jan 2026<br>"
    "Subject: The ice<br></div><br><br><p>Good morning. The harbour is frozen, and the ferry has "
    "become a restaurant until further notice.</p><p>Fish, said the captain.</p></div></div>"
)


@pytest.mark.parametrize("parts", [{"text": SENT_ON_TEXT}, {"html": SENT_ON_PAGE}])
def test_a_letter_sent_on_begins_under_its_header_and_is_its_writers(parts: dict[str, str]) -> None:
    article = read(mail(**parts))
    assert article.authors == ("Ida Lund",)
    assert article.blocks[0] == Paragraph(
        "Good morning. The harbour is frozen, and the ferry has become a restaurant until "
        "further notice."
    )


def test_a_letter_that_is_answered_is_not_read_again() -> None:
    answer = "We saw it too.\n\nOn Mon, 12 Jan 2026 at 07:00, Ida Lund <i@x.example>\nwrote:\n\n"
    article = read(mail(text=answer + "> The harbour is frozen.\n>\n> So it is.\n"))
    assert article.blocks == (Paragraph("We saw it too."),)
    assert [dropped.reason for dropped in article.dropped] == ["an earlier letter"]
    article = read(mail(text=answer + "> The harbour is frozen.\n\nNot any more.\n"))
    assert article.blocks[-1] == Paragraph("Not any more.")


def test_a_heading_that_says_the_subject_again_goes() -> None:
    article = read(mail(html=LETTER.replace("The Monday letter", "The Ferry’s New Trade")))
    assert article.blocks[0] == Paragraph(
        "Good morning. The harbour is frozen, and the ferry has become a restaurant until "
        "further notice."
    )


def test_outlooks_lists_are_lists() -> None:
    dot = "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span>"
    items = "".join(f"<p class=MsoListParagraph>{dot}{word}</p>" for word in ("soup;", "bread."))
    article = read(mail(html=f"<p>There is something to eat, says the captain:</p>{items}"))
    assert article.blocks[1:] == (ItemList((Item("soup;"), Item("bread."))),)


def test_a_newsletters_name_is_no_authors() -> None:
    data = mail(text=TEXT).data.replace("Åsa Berg".encode(), b"")
    data = b"From: Ida Lund from The Harbour Letter <i@x.example>\n" + data
    article = read(Source("letter.eml", data))
    assert (article.authors, article.site) == (("Ida Lund",), "The Harbour Letter")
