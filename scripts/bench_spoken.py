"""How fast written English becomes spoken: words a second on one core, beside two peers.

    python scripts/bench_spoken.py                 ours alone
    pip install damga num2words                    the peers, for this bench only
    python scripts/bench_spoken.py FILE...         on texts of your own

It also tells what the script of the sample article takes, beyond the start of `podcast say`: the
price of reading, sentences and spoken form together. Start-up is measured in fresh processes.
num2words spells numbers only: it's here as the price of the number words alone, on the same
figures. A machine with other work shows it: compare within one run.
"""

from __future__ import annotations

import importlib.util
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

TEXT = """\
The EU will lend €1.2bn to a fund for small firms by 2030, up 12.5% on last year.
Dr. Osei, 47, told the BBC that about 3,000 people had left their homes by 5:30 p.m. on Friday.
On 14 March 2024 the U.S. and the UK agreed to send 30 F-16s, each worth some $60m.
It is only 30km from the border, and temperatures fell to -5°C overnight.
He was born in 1956, the second of five children, and grew up near St. Albans.
The vote was 52-48, and the 118th Congress will return in January.
“We did what we could,” she said. “It was never going to be enough.”
Nobody had expected the river to rise so fast, and nobody had told the people who lived there.
See www.example.org/report or write to info@example.org for the 2nd edition (pp. 10–15).
The committee met again in the afternoon and put off its decision until the following week.
"""
ROUNDS = 30
SAMPLE = min((Path(__file__).parents[1] / "feed" / "articles").glob("*.md"))


def words_a_second(say: Callable[[str], object], lines: list[str]) -> float:
    rounds = [[turn(line, by) for line in lines] for by in range(ROUNDS)]
    for line in lines:
        say(line)
    words = sum(len(line.split()) for line in lines)
    started = time.process_time()
    for texts in rounds:
        for line in texts:
            say(line)
    return ROUNDS * words / (time.process_time() - started)


def turn(line: str, by: int) -> str:
    """Other figures each time, so that nothing is gained by remembering them: 1956 → 2167."""
    return line.translate({ord(str(n)): str(1 + (n + by - 1) % 9) for n in range(1, 10)})


def start_up(code: str) -> float:
    """Seconds until the first text is said, beyond what Python itself takes."""
    bare = min(_seconds("-c", "pass") for _ in range(3))
    return min(_seconds("-c", code) for _ in range(3)) - bare


def _seconds(*options: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *options], check=True, capture_output=True)
    return time.perf_counter() - started


def script_of(article: str) -> float:
    """Seconds that `podcast script` takes beyond `podcast say`: medians, taking turns."""
    scripts, starts = [], []
    for _ in range(11):
        scripts.append(_seconds("-m", "podcast", "script", article, "--json"))
        starts.append(_seconds("-m", "podcast", "say", "30km"))
    return statistics.median(scripts) - statistics.median(starts)


def ours() -> tuple[Callable[[str], object], str]:
    from podcast.spoken import say

    return say, "from podcast.spoken import say; say('30km by 5 May 2024')"


def damga() -> tuple[Callable[[str], object], str]:
    from damga import Normalizer

    return (
        Normalizer("tn", "en").normalize,
        "from damga import Normalizer; Normalizer('tn', 'en').normalize('30km by 5 May 2024')",
    )


def num2words() -> tuple[Callable[[str], object], str]:
    from num2words import num2words as spell

    figures = re.compile(r"[0-9]+(?:,[0-9]{3})*")
    return (
        lambda line: figures.sub(lambda m: spell(int(m[0].replace(",", ""))), line),
        "from num2words import num2words; num2words(30)",
    )


def main() -> None:
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]] or [TEXT]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    print(f"{'':12}{'words/s':>10}{'start-up':>12}")
    for name, make in (("briefcast", ours), ("damga", damga), ("num2words", num2words)):
        if name != "briefcast" and importlib.util.find_spec(name) is None:
            print(f"{name:12}{'not installed':>22}")
            continue
        say, code = make()
        print(f"{name:12}{words_a_second(say, lines):>10,.0f}{start_up(code):>10.2f} s")
    article = next(iter(sys.argv[1:]), str(SAMPLE))
    print(f"podcast script {Path(article).name}: {script_of(article):.3f} s beyond podcast say")


if __name__ == "__main__":
    main()
