"""How long a page takes, and whether memory stays flat over a thousand.

python scripts/bench_reading.py [--pages 1000] [FILE ...]
"""

from __future__ import annotations

import argparse
import logging
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from podcast.article import read
from podcast.errors import ArticleError

CASES = Path(__file__).parent.parent / "tests" / "cases" / "reading"
MOST_MS, MOST_MIB = 60, 300


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--pages", type=int, default=1000)
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    files = args.files or sorted(CASES.glob("*.html"))
    read(files[0])  # what is loaded once
    took = []
    for number in range(args.pages):
        begun = time.process_time()
        with suppress(ArticleError):
            read(files[number % len(files)])
        took.append(1000 * (time.process_time() - begun))
        if number + 1 in (100, args.pages):
            print(f"{number + 1:6} pages: {_mebibytes():.0f} MiB at most")
    mean = sum(took) / len(took)
    print(
        f"{mean:.1f} ms of processor time a page, median {median(took):.1f}, most {max(took):.0f}"
    )
    return 0 if mean < MOST_MS and _mebibytes() < MOST_MIB else 1


def _mebibytes() -> float:
    # Kilobytes on Linux, bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    sys.exit(main())
