"""Spoilt files are read or refused, and soon; scripts/fuzz_readers.py tries ten thousand."""

from __future__ import annotations

import time

import pytest

from podcast import plugins
from podcast.article import READERS
from podcast.errors import ArticleError
from podcast.source import Source
from tests.mutation import SEEDS, mutations


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_no_spoilt_file_is_more_than_refused(name: str) -> None:
    reader = plugins.find(READERS, name)
    for data in mutations(name, 60, seed=1):
        begun = time.process_time()
        try:
            reader(Source(f"spoilt.{name}", data))
        except ArticleError as refusal:
            assert refusal.hint
        assert time.process_time() - begun < 5
