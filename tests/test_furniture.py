from pathlib import Path

import pytest

from podcast.article import Article, Block, Code, Dropped, Heading, Item, ItemList, Paragraph
from podcast.script.furniture import sweep, tidy
from podcast.script.furniture.top import bylines, headline

TEXT = Paragraph("The river rose by a hand's breadth overnight, and the mill stood still.")
MORE = Paragraph("By noon the miller had counted his sacks, and found that none was wet.")


def items(*texts: str) -> ItemList:
    return ItemList(tuple(Item(text) for text in texts))


def swept(*blocks: Block, language: str = "en", title: str = "The mill", **facts) -> list[Dropped]:
    return list(sweep(Article(title, blocks, language=language, **facts))[1])


def kept(*blocks: Block, language: str = "en", **facts) -> list[Block]:
    return list(sweep(Article("The mill", blocks, language=language, **facts))[0])


def test_a_tail_of_other_articles_goes_with_titles_first_words_and_dates():
    tail = (
        Heading("Latest Author Articles"),
        Heading("The baker closes early"),
        Paragraph(
            "Nobody had seen it coming, least of all the baker's own apprentice and his dog."
        ),
        Paragraph("19 June, 2024"),
        Paragraph("Bread for all"),
        Paragraph(
            "It took the council a year to agree on the price of a loaf, and longer to pay it."
        ),
        Paragraph("12 June, 2024"),
        Paragraph("3"),
    )
    assert kept(TEXT, MORE, *tail) == [TEXT, MORE]
    assert {d.reason for d in swept(TEXT, MORE, *tail)} == {"related articles"}


def test_a_box_of_related_articles_takes_nothing_of_the_text_after_it():
    box = (Heading("You might also like"), items("The baker closes early", "Bread for all"))
    assert kept(TEXT, *box, MORE, Heading("What now?"), TEXT) == [
        TEXT,
        MORE,
        Heading("What now?"),
        TEXT,
    ]


def test_a_heading_in_capitals_is_no_byline_where_the_author_is_known():
    section = (Heading("A Fresh New Wheel for Old Mills"), TEXT, MORE)
    assert kept(*section, authors=("Ann Lee",)) == [*section]
    byline = Heading("Ann Lee in Old Mills")
    assert kept(byline, TEXT, MORE, authors=("Ann Lee",)) == [TEXT, MORE]


def test_a_section_that_only_sounds_like_related_articles_is_kept():
    section = (Heading("More in store for millers"), MORE, TEXT)
    assert kept(TEXT, *section) == [TEXT, *section]


@pytest.mark.parametrize(
    ("language", "line", "reason"),
    [
        ("en", "Share this article on Facebook", "sharing"),
        ("en", "Sign up for our free weekly newsletter", "newsletter sign-up"),
        ("en", "© 2024 The Mill Ltd. All rights reserved.", "copyright"),
        ("en", "READ MORE: The baker closes early", "link to another article"),
        ("en", "12 comments", "comments"),
        ("en", "Click here to see our map of mills", "an instruction for readers of the page"),
        ("en", "To stop these emails, unsubscribe here.", "unsubscribe line"),
        ("de", "Newsletter abbestellen", "unsubscribe line"),
        ("fr", "Cliquez ici pour voir la carte", "link to another article"),
        ("es", "Date de baja aquí", "unsubscribe line"),
        ("en", "Reporting by Ann Lee; Editing by Bob Ray", "the small print of an agency"),
        ("en", "Topics: Mills | Rivers | Bread", "topics"),
        ("en", "Photo: Ann Lee/Getty Images", "picture credit"),
        ("en", "We use cookies to give you the best experience.", "cookies"),
        ("de", "Artikel teilen: Facebook, X, E-Mail", "sharing"),
        ("de", "Lesen Sie auch: Der Bäcker schließt früher", "link to another article"),
        ("de", "Foto: Anna Lehmann/dpa", "picture credit"),
        ("de", "Impressum | Datenschutz | © 2024 Mühlenblatt GmbH", "copyright"),
        ("fr", "Lire aussi : Le boulanger ferme plus tôt", "link to another article"),
        ("fr", "Temps de lecture : 4 min", "reading time"),
        ("fr", "Tous droits réservés.", "copyright"),
        ("es", "Suscríbete a nuestro boletín", "newsletter sign-up"),
        ("es", "Lee también: El panadero cierra antes", "link to another article"),
    ],
)
def test_a_line_that_is_not_the_articles_goes_wherever_it_stands(language, line, reason):
    assert swept(TEXT, Paragraph(line), MORE, language=language) == [Dropped(line, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fell on Monday, and the mill's owner sold the lot.",
        "Related claims were thrown out by the court in March.",
        "Sign up for an account on the town's site, and bring your papers.",
        "By 2030 Ann Lee wants a new mill, and her brother wants none.",
        "The US Copyright Office Director Ann Lee said so.",
        "It would (a) cost more, (b) take longer and (c) Ann Lee says, fail.",
        "Comments from the council were not to be had.",
        "Analysis: the mill has been losing money since March.",
        "Ann Lee is the director of the mill, which has been in the family since 1912.",
        "Share-based payments rose to 3 million, and share prices fell.",
        "Share prices: down by a third since the flood.",
        "Video-sharing sites showed the mill within the hour.",
        "Photos from the scene show the mill in ruins.",
        "Data provided by the ministry show a rise.",
        "Patients can opt out of the scheme by writing to their doctor.",
        "Firms must let customers unsubscribe with a single letter.",
        "Powered by two wheels, the mill grinds ten sacks a day.",
        "Press the lever until it clicks.",
        "Tap the icon with the wheel on it.",
        "Open the door. Tap the icon.",
        "Write to ann@example.org",
    ],
)
def test_text_that_only_looks_like_furniture_is_kept(text):
    assert kept(TEXT, Paragraph(text), MORE) == [TEXT, Paragraph(text), MORE]


def test_a_heading_that_speaks_of_sharing_is_kept_above_its_text():
    heading = Heading("Share the load")
    assert kept(TEXT, heading, MORE) == [TEXT, heading, MORE]


def test_byline_date_and_reading_time_above_the_text_are_not_said():
    top = (Paragraph("By Dana Whit · 6 min read · Updated Nov 3, 2026"), Paragraph("Sat 14 Nov"))
    assert kept(*top, TEXT, MORE) == [TEXT, MORE]


def test_what_follows_the_text_about_its_author_is_not_said():
    bio = Paragraph("Dana Whit is a poet based in Leeds. She owns two cats.")
    assert kept(Paragraph("By Dana Whit"), TEXT, MORE, bio) == [TEXT, MORE]
    assert kept(TEXT, MORE, bio, authors=("Dana Whit",)) == [TEXT, MORE]
    assert kept(TEXT, MORE, bio) == [TEXT, MORE, bio]


@pytest.mark.parametrize(
    ("language", "dateline"),
    [
        ("en", "LONDON/NEW YORK, Nov 20 (Market Desk) -"),
        ("en", "PARIS —"),
        ("de", "Berlin (dpa/rtr) -"),
        ("fr", "Paris (AFP) –"),
        ("es", "Madrid, 20 nov (EFE).-"),
    ],
)
def test_the_first_paragraph_is_said_without_its_dateline(language, dateline):
    first = Paragraph(f"{dateline} {TEXT.text}")
    assert kept(first, MORE, language=language) == [TEXT, MORE]
    assert swept(first, MORE, language=language) == [Dropped(dateline, "dateline")]


def test_the_title_is_not_said_again():
    assert kept(Heading("THE MILL", 1), TEXT) == [TEXT]


def test_a_heading_goes_when_all_below_it_does():
    assert kept(TEXT, MORE, Heading("Get in the loop"), Paragraph("Subscribe now")) == [TEXT, MORE]


def test_an_article_that_is_nothing_but_such_lines_is_kept_silent_not_broken():
    assert kept(Paragraph("Share"), Paragraph("Share")) == []


def test_a_kicker_is_not_the_title():
    article = Article("OPINION", (Heading("The mill must go"), TEXT))
    assert headline(article).title == "The mill must go"
    assert headline(article).blocks == (TEXT,)


def test_the_names_in_a_byline_are_known():
    article = Article(
        "The mill", (Paragraph("Interview | By Ann Lee and Bob Ray | 9 min read"), TEXT)
    )
    assert bylines(article) == ("Ann Lee", "Bob Ray")


def test_a_heading_with_nothing_below_that_is_said_goes():
    assert kept(TEXT, Heading("The code"), Code("x = 1")) == [TEXT, Code("x = 1")]
    assert kept(TEXT, Heading("Part two"), Heading("Its start", 3), MORE)[1:3] == [
        Heading("Part two"),
        Heading("Its start", 3),
    ]


def test_references_go_but_not_a_section_of_that_name():
    works = items("Lee A. Mills. Rivers 12, 114 (2024).")
    assert kept(TEXT, MORE, Heading("References"), works) == [TEXT, MORE]
    assert kept(TEXT, Heading("References"), MORE) == [TEXT, Heading("References"), MORE]


def test_a_line_that_may_head_a_section_is_kept_when_it_does():
    heading = Heading("Analysis: what it means")
    assert kept(TEXT, heading, MORE) == [TEXT, heading, MORE]
    assert kept(TEXT, heading, Heading("What now?"), MORE) == [TEXT, Heading("What now?"), MORE]


def test_a_line_in_quotation_marks_that_the_text_says_as_well_is_said_once():
    text = Paragraph("Ann said: “It rained until the mill stood in the river,” and left.")
    large = Paragraph("“It rained until the mill stood in the river”")
    assert kept(text, large, MORE) == [text, MORE]
    assert kept(TEXT, large, MORE) == [TEXT, large, MORE]


def test_the_place_of_an_advertisement_takes_nothing_of_the_text():
    for language, line in (("de", "ANZEIGE"), ("en", "Advertisement"), ("fr", "Publicité")):
        assert kept(TEXT, Heading(line), MORE, language=language) == [TEXT, MORE]


def test_a_byline_that_names_nobody_names_nobody():
    assert bylines(Article("The mill", (Paragraph("By Staff Writer"), TEXT))) == ()


@pytest.mark.parametrize("title", ["Save", "Print", "Contact", "Help", "Privacy"])
def test_a_word_that_might_be_a_button_is_a_heading_when_text_is_below(title):
    assert kept(TEXT, Heading(title), MORE) == [TEXT, Heading(title), MORE]
    assert kept(TEXT, MORE, Paragraph(title)) == [TEXT, MORE]


def test_a_name_in_capitals_is_no_dateline():
    assert kept(Paragraph("HTTPX - A client"), TEXT) == [Paragraph("HTTPX - A client"), TEXT]


def test_a_summary_set_as_a_heading_is_a_paragraph():
    article = Article("The mill", (Heading("The river rose, and nobody knows why."), TEXT))
    assert tidy(article).blocks[0] == Paragraph("The river rose, and nobody knows why.")


def test_a_dateline_on_a_line_of_its_own_is_not_said():
    line = "GIJÓN, 5 Jul. (EUROPA PRESS) -"
    assert kept(Heading(line), TEXT, MORE, language="es") == [TEXT, MORE]


@pytest.mark.parametrize(
    "sign", ["Share ", "(c) ", "© ", "By Ann ", "#a ", "A. ", "you ", "a" * 50]
)
def test_an_endless_line_is_looked_at_in_no_time(sign):
    text = (sign * (100_000 // len(sign))).strip()
    assert kept(TEXT, Paragraph(text), Heading(text), MORE)


@pytest.mark.parametrize(
    "line",
    [
        "What do you bake? Tell us in the comments below!",
        "Today's newsletter was written by Ann Lee and edited by Bob Ray.",
        "You're reading the Mill Letter. Not a subscriber? Sign up free.",
        "About the author: Ann Lee is a poet in Leeds.",
        "[chart: loaves by year]",
        "The Mill Letter, 1 River Street, Leeds",
    ],
)
def test_what_a_newsletter_ends_with_is_not_said(line):
    assert kept(TEXT, MORE, Paragraph(line)) == [TEXT, MORE]


def test_the_small_print_of_a_press_release_goes_up_to_the_next_label():
    section = (Paragraph("Forward-looking statements"), TEXT)
    assert kept(MORE, *section, Paragraph("About the mill"), MORE) == [
        MORE,
        Paragraph("About the mill"),
        MORE,
    ]


TEASERS = (
    Paragraph("The baker closes early"),
    Paragraph("Nobody had seen it coming, least of all the baker's own apprentice."),
    Paragraph("19 June, 2024"),
    Paragraph("Bread for all"),
    Paragraph("It took the council a year to agree on the price of a loaf."),
    Paragraph("12 June, 2024"),
)


@pytest.mark.parametrize("label", ["Elsewhere in the valley", "Articles you may like", "Join us"])
def test_teasers_with_dates_at_the_end_go_whatever_their_label(label):
    assert kept(TEXT, MORE, Heading(label), *TEASERS) == [TEXT, MORE]
    assert kept(TEXT, MORE, *TEASERS) == [TEXT, MORE]


def test_events_to_come_are_no_teasers():
    events = (
        Heading("Lantern walk"),
        Paragraph("From the mill to the bridge and back, with soup."),
        Paragraph("14 June"),
        Heading("Bread fair"),
        Paragraph("All the bakers of the valley, and one miller."),
        Paragraph("21 June"),
    )
    assert kept(TEXT, MORE, *events)[: len(events) + 1] == [TEXT, MORE, *events[:-1]]


LINES = Path(__file__).parent / "cases" / "furniture"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_what_stands_above_or_below_an_article_is_not_said(language):
    for line in (LINES / f"{language}.above.txt").read_text("utf-8").splitlines():
        assert kept(Paragraph(line), TEXT, MORE, language=language) == [TEXT, MORE], line
        assert kept(Heading(line), TEXT, MORE, language=language) == [TEXT, MORE], line
    for line in (LINES / f"{language}.below.txt").read_text("utf-8").splitlines():
        assert kept(TEXT, Paragraph(line), language=language) == [TEXT], line


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_what_only_sounds_like_it_is_said(language):
    for line in (LINES / f"{language}.kept.txt").read_text("utf-8").splitlines():
        text = Paragraph(line)
        assert kept(TEXT, text, MORE, language=language) == [TEXT, text, MORE], line
        assert kept(TEXT, MORE, text, language=language) == [TEXT, MORE, text], line


def test_words_of_a_pages_foot_are_items_of_a_list_all_the_same():
    listed = items("Cookies", "Phone: Orlo 2, from 799 euros", "Shop", "Jobs")
    assert kept(TEXT, listed, MORE) == [TEXT, listed, MORE]
    assert kept(TEXT, MORE, Paragraph("Jobs"), Paragraph("Cookies")) == [TEXT, MORE]
