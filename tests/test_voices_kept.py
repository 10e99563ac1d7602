"""What is made of a voice's files is kept whole, or made again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from podcast.files import there
from podcast.voices import kept, model, vits
from tests.conftest import unwritable
from tests.test_voices_vits import small

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the cache isn't told by the environment"
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return kept.folder()


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    path = tmp_path / "ann [old].onnx"  # brackets mean something to who looks for files
    path.write_bytes(small().SerializeToString())
    return path


def test_the_engine_keeps_no_diary_for_its_maker(tmp_path: Path) -> None:
    """onnxruntime would, in the user's cache, to send it where it can."""
    command = "from podcast import voice; voice.choose('piper').voices[0].say('Good morning.')"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    known = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    subprocess.run([sys.executable, "-c", command], env=known | home, check=True)
    made = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert made
    assert {path.parts[:2] for path in made} == {("cache", "briefcast")}


def files(cache: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cache.iterdir()}


def test_parts_are_made_once(cache: Path, voice: Path) -> None:
    assert isinstance(vits.start(voice), vits.Parted)
    made = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert len(made) == 2
    vits.start(voice)
    assert {path.name: path.stat().st_mtime_ns for path in cache.iterdir()} == made


@pytest.mark.parametrize("part", ["frames", "sound"])
@pytest.mark.parametrize("spoil", ["half", "nothing", "noughts", "another byte"])
def test_a_part_that_is_not_whole_is_made_again(
    cache: Path, voice: Path, part: str, spoil: str
) -> None:
    vits.start(voice)
    before = files(cache)
    (path,) = cache.glob(f"*.{part}-*")
    data = path.read_bytes()
    spoilt = {
        "half": data[: len(data) // 2],
        "nothing": b"",
        "noughts": bytes(len(data)),
        "another byte": data[:-200] + bytes([data[-200] ^ 1]) + data[-199:],
    }
    path.write_bytes(spoilt[spoil])
    assert isinstance(vits.start(voice), vits.Parted)
    assert files(cache) == before


def test_what_another_version_made_goes(cache: Path, voice: Path) -> None:
    name = f"{voice.stem}-{model.fingerprint(voice)}"
    cache.mkdir(parents=True)
    for old in (f"{name}.frames-1-1.0.onnx", f"{name}.sound-1-1.0.00000000.onnx", "bob-1.onnx"):
        (cache / old).write_bytes(b"old")
    vits.start(voice)
    left = files(cache)
    assert len(left) == 3
    assert b"old" not in [data for kept_as, data in left.items() if kept_as != "bob-1.onnx"]


def test_without_a_place_to_keep_them_the_parts_are_used_all_the_same(
    cache: Path, voice: Path
) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"a file where the folder would be")
    assert isinstance(vits.start(voice), vits.Parted)


def test_durations_are_added_again_to_a_model_that_is_not_whole(cache: Path, voice: Path) -> None:
    path = model.with_durations(voice)
    assert isinstance(path, str)
    before = files(cache)
    Path(path).write_bytes(Path(path).read_bytes()[:100])
    assert model.with_durations(voice) == path
    assert files(cache) == before


def test_a_home_that_is_another_s_holds_no_voice(tmp_path: Path) -> None:
    """As for a service that runs as somebody else, with HOME left as it was."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "voice.onnx").touch()
    assert there(home / "voice.onnx")
    with unwritable(home, mode=0o600):
        assert not there(home / "voice.onnx")
