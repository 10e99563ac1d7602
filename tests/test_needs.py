"""What an expression needs is in every text that it matches."""

import re
from itertools import islice
from pathlib import Path

import pytest

from podcast.needs import FIGURES, Expression, Text, needs, openings
from podcast.script.furniture.phrases import Row, phrases
from podcast.spoken import anywhere, common, de, en, es, fr, languages

TABLES = {"en": en, "de": de, "es": es, "fr": fr}
CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("share", [("share",)]),
        ("Share|tweet", [("share", "tweet")]),
        ("shares?", [("share",)]),
        ("(please )?(share|tweet it) here", [("share", "tweet it"), (" here",)]),
        ("(please )?share( it)*", [("share",)]),
        ("(very ){0,3}good", [("good",)]),
        ("(very ){1,3}good", [("very ",), ("good",)]),
        ("(?:a (?:b|c)) d", [("a ",), ("b", "c"), (" d",)]),
        ("(?P<word1>share)(?!not)(?<!nor)", [("share",)]),
        ("(?=.*now)share", [("now",), ("share",)]),
        ("[Jj]an(?:uary)?|FEB", [("jan", "feb")]),
        ("[0-9]{1,2}th", [FIGURES, ("th",)]),
        ("[0-9]?th", [("th",)]),
        ("[0-9-]th", [("th",)]),
        (r"\dth|1st", [FIGURES]),
        (r"share|\d", []),
        ("share|.*", []),
        ("share|", []),
        (r"[0-9#]\ufe0f?\u20e3", []),
        (r"a\U0001f600b", [("a",), ("b",)]),
        (r"(?P<q>['\"])x(?P=q)", [("x",)]),
        ("(?i)share", []),
        ("(?i:share)", [("share",)]),
        ("(a)(?(1)b|c)", []),
        (r"[]a\]b]c[^]d]", [("c",)]),
    ],
)
def test_what_is_needed_is_read_off_the_expression(expression, needed):
    re.compile(expression)
    assert list(needs(expression)) == needed


@pytest.mark.parametrize(
    ("expression", "begins"),
    [
        ("share this( now)?", ("share this",)),
        ("(the )?(latest|more) news", ("the ", "latest", "more")),
        ("(a )?(b )?c", ("a ", "b ", "c")),
        ("(a|b)?", ()),
        ("(a )?[0-9]", ()),
        (r"\(?see|read\b", ()),
        (r"\[see|©.*|#", ("[", "©", "#")),
        ("(?!no)(?:now|later)", ("now", "later")),
        ("(?<=no)(?=n)now", ("n",)),
        ("[Ss]hare|tweet", ("share", "tweet")),
        (r"^\bshare", ("share",)),
        ("s?hare", ()),
        ("(share|.{2})", ()),
        ("share|", ()),
        ("a(b|c)d", ("a",)),
        ("((a|b)c|d)e", ("a", "b", "d")),
        ("(?i)share", ()),
    ],
)
def test_what_begins_a_match_is_read_off_the_expression(expression, begins):
    re.compile(expression)
    assert openings(expression) == begins


def lines_of(pattern: str) -> str:
    """Return all that is written in the cases, a line each."""
    texts = [path.read_text("utf-8") for path in sorted(CASES.glob(pattern))]
    return "\n".join(line.split(" → ")[0] for text in texts for line in text.splitlines())


def missed(source: str, flags: int, written: str) -> list[str]:
    """Return what matches in a line that is said to hold too little for it."""
    expression = Expression(source, flags)
    found = islice(re.finditer(source, written, flags), 300)
    lines = {written[written.rfind("\n", 0, m.end()) + 1 :].partition("\n")[0] for m in found}
    return [
        line
        for line in lines
        if re.search(source, line, flags) and expression.on(Text(line)) is None
    ]


@pytest.mark.parametrize("language", languages())
def test_no_rule_misses_what_it_would_find(language):
    everywhere = (common.MARKUP, common.SIGNS, common.PAUSES, common.SPACES, anywhere.RULES)
    rules = [rule for rules in (TABLES[language].RULES, *everywhere) for rule in rules]
    written = lines_of(f"spoken/{language}*.txt")
    assert len(written) > 1000
    assert [m for rule in rules for m in missed(rule.pattern, rule.flags, written)] == []


def own_rows(language: str) -> list[Row]:
    """Return the phrases of a language, without those that it shares with all."""
    shared = set(phrases("en").rows) if language != "en" else set()
    return [row for row in phrases(language).rows if row not in shared]


@pytest.mark.parametrize("language", languages())
def test_no_phrase_of_furniture_misses_what_it_would_find(language):
    patterns = [row.expression._compiled for row in own_rows(language)]
    written = lines_of("furniture/*")
    assert len(written) > 1000
    assert [m for p in patterns for m in missed(p.pattern, p.flags, written)] == []


@pytest.mark.parametrize("language", languages())
def test_no_phrase_is_missed_where_a_text_begins_with_it(language):
    missed = []
    lines = lines_of("furniture/*").splitlines()
    for row in own_rows(language):
        pattern = row.expression._compiled
        for line in lines:
            if pattern.match(line) and row.expression.at_start(Text(line)) is None:
                missed.append((line, row.line))
    assert missed == []


def test_an_expression_is_compiled_only_where_a_text_holds_what_it_needs():
    expression = Expression("(share|tweet) in [0-9]+")
    assert expression.on(Text("Share it")) is None
    assert expression.on(Text("tweet in 5")) is expression.on(Text("Share in 10"))
