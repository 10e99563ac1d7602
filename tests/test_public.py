"""Files come whole or not at all, and what is named is there."""

from pathlib import Path

import pytest

from podcast.errors import PublishError
from podcast.publication import public
from tests.conftest import unwritable


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "episodes" / "a.txt"
    assert public.write(path, b"one") is True
    before = path.stat().st_mtime_ns
    assert public.write(path, b"one") is False
    assert path.stat().st_mtime_ns == before
    assert public.write(path, b"two") is True
    assert path.read_bytes() == b"two"


def test_nothing_is_left_beside_a_file(tmp_path: Path) -> None:
    public.write(tmp_path / "a.txt", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_staged_files_move_to_their_places(tmp_path: Path) -> None:
    staged = tmp_path / "staged"
    (staged / "segments").mkdir(parents=True)
    (staged / "segments" / "001.mp3").write_bytes(b"new")
    (tmp_path / "there" / "segments").mkdir(parents=True)
    (tmp_path / "there" / "segments" / "001.mp3").write_bytes(b"old")
    public.move(staged, tmp_path / "there")
    assert (tmp_path / "there" / "segments" / "001.mp3").read_bytes() == b"new"
    assert not staged.exists()


def test_what_nothing_names_any_more_is_swept_away(tmp_path: Path) -> None:
    kept, old = tmp_path / "a" / "kept.mp3", tmp_path / "b" / "old.mp3"
    for path in (kept, old):
        public.write(path, b"sound")
    assert public.sweep(tmp_path, {kept}) == 1
    assert sorted(tmp_path.rglob("*")) == [kept.parent, kept]


def test_a_folder_that_cant_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    with unwritable(tmp_path), pytest.raises(PublishError, match="Permission denied"):
        public.check_writable(tmp_path / "public")


def test_a_file_in_a_folder_s_place_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("not a folder", encoding="utf-8")
    with pytest.raises(PublishError) as caught:
        public.check_writable(tmp_path / "public")
    assert str(tmp_path / "public") in caught.value.message
