"""How well and how fast paragraphs are cut into sentences, beside two libraries in the same run.

    python scripts/bench_sentences.py [--golden FILE]

The cases are ours (tests/cases/sentences); FILE may be benchmarks/english_golden_rules.py out of
the source package of pysbd (`pip download --no-deps --no-binary :all: pysbd`), whose rules are for
measuring only. pysbd takes part where it is installed.
"""

from __future__ import annotations

import argparse
import ast
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import sentencex

from podcast.script.sentences import split

CASES = Path(__file__).parent.parent / "tests" / "cases" / "sentences"
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
    golden_path = parser.parse_args().golden
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


if __name__ == "__main__":
    main()
