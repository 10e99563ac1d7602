"""Music and messages of one's own: in their places, as loud as they should be."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import numpy
import pytest

from podcast import sound
from podcast.episode import Episode, jingles, mix, sting
from podcast.errors import ShowError
from podcast.show import Show
from tests import studio
from tests.tone import hum, wav


@pytest.mark.parametrize("make", [sting.rising, sting.falling, sting.chime])
def test_a_sting_is_short_and_starts_and_ends_in_silence(make: object) -> None:
    assert callable(make)
    with wave.open(io.BytesIO(make())) as file:
        samples = numpy.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)
        assert 1 < len(samples) / file.getframerate() < 4
    assert numpy.abs(samples).max() == pytest.approx(0.5 * 32_767, rel=0.01)
    assert abs(samples[0]) < 20 and numpy.abs(samples[-50:]).max() < 20
    assert make() == make()


def episode(folder: Path, **settings: object) -> Episode:
    show = studio.show(folder, **settings)
    return mix(studio.recording(folder / "clips"), show, folder / "out", studio.FACTS)


def message(folder: Path, name: str, word: str) -> str:
    (folder / name).write_bytes(wav(hum(word) * 12))
    return name


def test_everything_is_heard_in_its_place(tmp_path: Path) -> None:
    plain = episode(tmp_path, intro="", outro="")
    full = episode(
        tmp_path,
        chapter_sound="sting",
        ad_before=message(tmp_path, "before.wav", "before"),
        ad_middle=message(tmp_path, "middle.wav", "middle"),
        ad_after=message(tmp_path, "after.wav", "after"),
    )
    # before: a message of 3.6 s and the sting; between chapters: two chimes and a message.
    later = [
        round(two.start - one.start, 1)
        for one, two in zip(plain.segments, full.segments, strict=True)
    ]
    assert later == sorted(later) and 5.5 < later[0] < 9
    assert later[1] == later[0]
    assert len(set(later)) == 3
    assert full.seconds - plain.seconds > later[-1] + 5
    assert len(full.chapters) == 3
    assert full.chapters[0].start == 0
    assert full.chapters[1].start == full.segments[2].start


def test_music_does_not_change_the_loudness_of_the_whole(tmp_path: Path) -> None:
    made = episode(tmp_path, chapter_sound="sting", ad_before=message(tmp_path, "a.wav", "loud"))
    loudness = sound.measure(tmp_path / "out" / made.enclosure.path)
    assert loudness.integrated == pytest.approx(-16.0, abs=0.3)
    assert loudness.true_peak <= -1.0


@pytest.mark.parametrize(
    ("value", "named"),
    [("missing.mp3", "missing"), ("show.toml", "not a sound file"), ("../x.mp3", "outside")],
)
def test_a_file_that_cannot_be_is_named(tmp_path: Path, value: str, named: str) -> None:
    folder = tmp_path / "show"
    folder.mkdir()
    (tmp_path / "x.mp3").write_bytes(b"")
    with pytest.raises(ShowError, match=named):
        jingles.load(Show(folder, "A show", intro=value))


def test_a_file_that_is_no_sound_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.mp3").write_bytes(b"no sound" * 99)
    with pytest.raises(ShowError, match=r"broken\.mp3"):
        jingles.load(Show(tmp_path, "A show", outro="broken.mp3"))
