"""Frames and the header before them, as real encoders write and real decoders read them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from podcast.errors import AudioError
from podcast.sound import ffmpeg, mp3
from podcast.sound.master import silence
from tests.tone import hum, wav


@pytest.fixture(scope="module")
def sound() -> bytes:
    coded = ["-ar", "44100", "-c:a", "libmp3lame", "-b:a", "64k"]
    bare = ["-write_xing", "0", "-id3v2_version", "0", "-f", "mp3", "pipe:1"]
    source = ["-f", "wav", "-i", "pipe:0"]
    return ffmpeg.run([*source, *coded, *bare], what="tone", data=wav(hum("tone" * 9)))[0]


def test_frames_are_told_apart(sound: bytes) -> None:
    found = list(mp3.frames(sound))
    assert b"".join(found) == sound
    assert {len(frame) for frame in found} == {208, 209}
    assert mp3.piece(sound).number == len(found)


def test_an_encoding_begins_with_a_frame_that_needs_none_before_it(sound: bytes) -> None:
    # The nine bits after the header say how many bytes of earlier frames are needed.
    for data in (sound, silence(64, 1.0)):
        assert int.from_bytes(data[4:6], "big") >> 7 == 0


@pytest.mark.parametrize("bitrate", [32, 64, 96, 128, 320])
def test_the_header_is_as_lame_writes_it(tmp_path: Path, bitrate: int) -> None:
    path = tmp_path / "lame.mp3"
    source = ["-f", "lavfi", "-i", "sine=r=44100:d=2", "-c:a", "libmp3lame"]
    ffmpeg.run([*source, "-b:a", f"{bitrate}k", "-id3v2_version", "0", str(path)], what="sine")
    data = path.read_bytes()
    head, *rest = mp3.frames(data)
    assert b"Info" in head
    file = io.BytesIO()
    mp3.write(file, [mp3.piece(b"".join(rest[:9])), mp3.piece(b"".join(rest[9:]))], bitrate)
    ours = file.getvalue()
    assert ours[-sum(map(len, rest)) :] == b"".join(rest)
    at, theirs_at = ours.index(b"Info"), data.index(b"Info")
    mine, theirs = ours[at:], data[theirs_at:]
    assert mine[4:12] == theirs[4:12]  # flags, frames
    assert int.from_bytes(mine[12:16], "big") == len(ours)
    assert mine[129] & 0x0F == 1  # constant bit rate, as LAME says it; ffmpeg leaves it open
    assert int.from_bytes(mine[141:144], "big") >> 12 == 576  # the encoder's delay
    crc = int.from_bytes(mine[152:154], "big")
    assert crc == int.from_bytes(theirs[152:154], "big")  # of the sound, computed by ffmpeg
    assert int.from_bytes(mine[154:156], "big") == mp3.checksum(ours[: at + 154])


def test_the_sum_of_a_whole_comes_of_its_parts(sound: bytes) -> None:
    middle = len(list(mp3.frames(sound))) // 2
    parts = [mp3.first(sound, middle).data]
    parts.append(sound[len(parts[0]) :])
    whole, pieces = io.BytesIO(), io.BytesIO()
    mp3.write(whole, [mp3.piece(sound)], 64)
    mp3.write(pieces, map(mp3.piece, parts), 64)
    assert whole.getvalue() == pieces.getvalue()


def test_a_file_is_read_some_frames_at_a_time(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "frames"
    path.write_bytes(sound * 40)
    number = mp3.piece(sound).number
    read = list(mp3.pieces(path, 39 * number))
    assert len(read) > 1
    assert b"".join(piece.data for piece in read) == sound * 39


@pytest.mark.parametrize("data", [b"\xff\xfb", b"nothing like a frame", b"\xff\xfb\xf0\xc0" * 9])
def test_what_is_no_frame_is_an_error(data: bytes) -> None:
    with pytest.raises(AudioError):
        mp3.piece(data)


def test_a_frame_that_is_cut_off_is_an_error(sound: bytes) -> None:
    with pytest.raises(AudioError, match="cut off"):
        mp3.piece(sound[:-5])
    with pytest.raises(AudioError, match="early"):
        mp3.first(sound, 9999)
