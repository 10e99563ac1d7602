"""Feeds each reader spoilt files: it must read them or refuse them, within five seconds.

python scripts/fuzz_readers.py [--count 10000] [--seed 0] [READER ...]
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from podcast import plugins
from podcast.article import READERS, _checked
from podcast.errors import ArticleError
from podcast.source import Source
from tests.mutation import SEEDS, mutations

LONGEST = 5.0
"""Seconds of processor time."""


def fuzz(reader: str, count: int, seed: int) -> tuple[Counter[str], float]:
    """How `count` spoilt files ended, and the seconds that the slowest took."""
    read = plugins.find(READERS, reader)
    ends: Counter[str] = Counter()
    slowest = 0.0
    for number, data in enumerate(mutations(reader, count, seed)):
        begun = time.process_time()
        faulthandler.dump_traceback_later(20 * LONGEST, exit=True)
        source = Source(f"fuzz.{reader}", data)
        try:
            found = read(source)
            for article in found if isinstance(found, (list, tuple)) else [found]:
                _checked(article, source)
            ends["read"] += 1
        except ArticleError:
            ends["refused"] += 1
        except Exception:
            ends["FAILED"] += 1
            Path(f"fuzz-{reader}-{seed}-{number}").write_bytes(data)
            traceback.print_exc()
        took = time.process_time() - begun
        slowest = max(slowest, took)
        if took > LONGEST:
            ends["TOO SLOW"] += 1
            Path(f"slow-{reader}-{seed}-{number}").write_bytes(data)
    faulthandler.cancel_dump_traceback_later()
    return ends, slowest


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", default=sorted(SEEDS), metavar="READER")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    bad = 0
    for reader in args.readers:
        begun = time.process_time()
        ends, slowest = fuzz(reader, args.count, args.seed)
        each = (time.process_time() - begun) / args.count
        shown = f"{1000 * each:.1f} ms each, the slowest {slowest:.2f} s"
        print(f"{reader:9} {dict(ends)}, {shown}", flush=True)
        bad += ends["FAILED"] + ends["TOO SLOW"]
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
