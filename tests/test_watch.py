"""Watching the articles."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from podcast.server.watch import look, watch


def test_what_comes_changes_and_goes_is_noticed_and_what_the_build_writes_is_not(
    tmp_path: Path,
) -> None:
    article = tmp_path / "articles" / "one.md"
    article.parent.mkdir()
    builds = []
    stop = threading.Event()

    def build() -> None:
        (tmp_path / "articles" / "dated.md").write_text(str(len(builds)))
        builds.append(len(builds))

    def until(count: int) -> None:
        limit = time.monotonic() + 10
        while len(builds) < count and time.monotonic() < limit:
            time.sleep(0.02)
        time.sleep(0.2)
        assert len(builds) == count

    watcher = threading.Thread(target=watch, args=([tmp_path / "articles"], build, stop, 0.05))
    watcher.start()
    try:
        time.sleep(0.2)
        article.write_text("one")
        until(1)
        article.write_text("another")
        until(2)
        article.unlink()
        until(3)
    finally:
        stop.set()
        watcher.join()


def test_a_file_and_a_folder_that_are_not_there_are_no_matter(tmp_path: Path) -> None:
    assert look([tmp_path / "nothing"]) == {}
