"""Decoding and measuring, with the real ffmpeg."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import numpy
import pytest

from podcast import sound
from podcast.errors import AudioError
from podcast.sound import ffmpeg
from tests.tone import hum, wav


def mp3(path: Path, data: bytes) -> Path:
    ffmpeg.run(["-f", "wav", "-i", "pipe:0", "-b:a", "64k", str(path)], what="tone", data=data)
    return path


@pytest.mark.parametrize(("rate", "format"), [(22_050, "mp3"), (24_000, "mp3"), (48_000, "ogg")])
def test_sound_of_any_kind_becomes_a_mono_16_bit_wav_at_its_own_rate(
    tmp_path: Path, rate: int, format: str
) -> None:
    path = tmp_path / f"stereo.{format}"
    source = ["-f", "wav", "-i", "pipe:0", "-ac", "2"]
    ffmpeg.run([*source, str(path)], what="tone", data=wav(hum("tone" * 5), rate))
    with wave.open(io.BytesIO(sound.to_wav(path.read_bytes(), format))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, rate)
        assert file.getnframes() / rate == pytest.approx(22_050 / rate, abs=0.06)


@pytest.mark.parametrize("data", [b"", b"not sound" * 100, b"#EXTM3U\nfile:///etc/passwd\n"])
def test_what_is_not_sound_is_an_error_of_ours(data: bytes) -> None:
    with pytest.raises(AudioError) as raised:
        sound.to_wav(data, "mp3")
    assert raised.value.hint


def test_loudness_and_peak_are_those_of_the_standards_sine(tmp_path: Path) -> None:
    # EBU Tech 3341: a 1 kHz sine at −23 dBFS in both channels is −23 LUFS; in one, 3 LU less.
    time = numpy.arange(20 * 48_000) / 48_000
    sine = numpy.sin(2 * numpy.pi * 1000 * time) * 10 ** (-23 / 20) * 32_767
    path = tmp_path / "sine.wav"
    path.write_bytes(wav(sine.astype("<i2").tobytes(), 48_000))
    loudness = sound.measure(path)
    assert loudness.integrated == pytest.approx(-26.0, abs=0.1)
    assert loudness.true_peak == pytest.approx(-23.0, abs=0.2)
    assert loudness.range == pytest.approx(0.0, abs=0.1)


def test_silences_are_found_where_they_are(tmp_path: Path) -> None:
    gap = bytes(2 * 22_050)
    path = tmp_path / "gap.wav"
    path.write_bytes(wav(hum("tone" * 5) + gap + hum("tone" * 5) + gap))
    found = sound.silences(path)
    assert [(round(s.start, 2), round(s.end, 2)) for s in found] == [(1, 2), (3, 4)]


def test_an_mp3_is_as_long_as_what_was_encoded(tmp_path: Path) -> None:
    path = mp3(tmp_path / "tone.mp3", wav(hum("tone" * 5)))
    assert sound.seconds(path) == pytest.approx(1.0, abs=0.002)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match=r"missing\.mp3"):
        sound.measure(tmp_path / "missing.mp3")
