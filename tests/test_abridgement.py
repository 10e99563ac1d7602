from hypothesis import given
from hypothesis import strategies as st

from podcast.article import Article, Heading, Item, ItemList, Note, Paragraph
from podcast.script.abridgement import REASON, abridge
from podcast.script.sentences import split

ARTICLE = Article(
    "Flood closes the mill",
    (
        Paragraph("The flood closed the mill on Monday. It rained. The river broke its banks."),
        Heading("What now?"),
        Paragraph("But nobody knows yet. The mill needs a new wheel after the flood, said Ann."),
        ItemList((Item("The flood took the bridge to the mill"), Item("Tea is at four"))),
        Heading("Weather"),
        Paragraph("Some sun, perhaps. And more of it."),
    ),
)


def words(article: Article) -> int:
    texts = [b.text for b in article.blocks if isinstance(b, Paragraph | Heading)]
    texts += [i.text for b in article.blocks if isinstance(b, ItemList) for i in b.items]
    return sum(len(text.split()) for text in texts)


def test_a_short_enough_article_is_left_as_it_is():
    assert abridge(ARTICLE, 500) is ARTICLE


def test_the_most_telling_sentences_stay_in_their_order():
    assert abridge(ARTICLE, 30).blocks == (
        Paragraph("The flood closed the mill on Monday."),
        Heading("What now?"),
        Paragraph("The mill needs a new wheel after the flood, said Ann."),
        ItemList((Item("The flood took the bridge to the mill"),)),
    )


def test_what_is_left_out_is_told():
    assert {d.text for d in abridge(ARTICLE, 32).dropped} >= {"It rained.", "Tea is at four"}
    assert {d.reason for d in abridge(ARTICLE, 32).dropped} == {REASON}


def test_the_first_sentence_stays_whatever_the_limit():
    assert abridge(ARTICLE, 1).blocks == (Paragraph("The flood closed the mill on Monday."),)


def test_a_heading_does_not_stay_for_a_note_that_is_not_said():
    noted = Article(ARTICLE.title, (*ARTICLE.blocks, Note("1", "Ibid.")))
    assert Heading("Weather") not in abridge(noted, 30).blocks


@given(
    st.lists(st.lists(st.sampled_from(["Rain fell.", "Hail came! Sun?"])), min_size=1),
    st.integers(0, 40),
)
def test_no_sentence_is_rewritten(paragraphs, limit):
    blocks = tuple(Paragraph(" ".join(texts)) for texts in paragraphs)
    told = {s for b in blocks for s in split(b.text, "en")}
    short = abridge(Article("Rain", blocks), limit)
    assert {s for b in short.blocks for s in split(b.text, "en")} <= told


@given(st.integers(10, 60))
def test_the_limit_is_kept(limit):
    assert words(abridge(ARTICLE, limit)) <= limit + 4
