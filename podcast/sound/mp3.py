"""MP3 as frames: cut, joined without a seam, and headed as players want it.

An encoder starts with an empty bit reservoir, so its first frame needs none before it, and no
frame needs one after it. Frames of several encodings that begin and end in silence can therefore
stand in a row: what a decoder makes of them is, sample for sample, what it makes of each alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from podcast.errors import AudioError

RATE = 44_100
FRAME = 1152
"""Samples of one frame (ISO 11172-3, layer III)."""

DELAY = 576
"""Samples by which LAME's encoder is late."""
LATE = DELAY + 529
"""Samples by which a decoder's output is late: the encoder's delay and its own."""
PADDING = FRAME - DELAY
"""What is left over at the end when the first frame goes for the delay."""

BITRATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""In kbit/s, by their index in a frame's header, from 1."""

HEADER = bytes([0xFF, 0xFB, 0x00, 0xC0])
"""MPEG 1, layer III, no CRC, 44.1 kHz, mono; the third byte takes bit rate and padding."""

SIDE = 4 + 17
"""Bytes of a mono frame's header and side information."""


PIECE = 1 << 18
"""Bytes of a file that are in memory at a time."""


@dataclass(frozen=True)
class Piece:
    """Frames in a row, and what a header must know of them."""

    data: bytes
    number: int
    """Of frames."""
    crc: int
    """CRC-16/ARC of the data."""


def piece(data: bytes) -> Piece:
    """The frames that `data` consists of; raise AudioError when it holds anything else."""
    return Piece(data, sum(1 for _ in frames(data)), checksum(data))


def frames(data: bytes) -> Iterator[bytes]:
    """The frames that `data` consists of; raise AudioError when it holds anything else."""
    at = 0
    while at < len(data):
        length = _length(data[at : at + 4])
        if at + length > len(data):
            raise AudioError("mp3: a frame is cut off", hint="free some disk space, then again")
        yield data[at : at + length]
        at += length


def _length(header: bytes) -> int:
    index = header[2] >> 4 if len(header) == 4 else 0
    if header[:2] != HEADER[:2] or not 1 <= index <= len(BITRATES) or header[2] & 0x0C:
        raise AudioError("mp3: not a frame of 44.1 kHz layer III", hint="delete the show's .cache")
    return 144_000 * BITRATES[index - 1] // RATE + (header[2] >> 1 & 1)


def first(data: bytes, number: int) -> Piece:
    """The first `number` frames; raise AudioError when there are fewer."""
    taken = [frame for frame, _ in zip(frames(data), range(number), strict=False)]
    if len(taken) < number:
        raise AudioError("mp3: the encoder stopped early", hint="free some disk space, then again")
    whole = b"".join(taken)
    return Piece(whole, number, checksum(whole))


def pieces(path: Path, number: int) -> Iterator[Piece]:
    """The first `number` frames of a file, some at a time."""
    rest = b""
    with path.open("rb") as file:
        while number > 0 and (block := file.read(PIECE)):
            some = list(_whole(rest + block))
            rest = (rest + block)[sum(map(len, some)) :]
            yield piece(b"".join(some[:number]))
            number -= len(some)


def _whole(data: bytes) -> Iterator[bytes]:
    """The frames that `data` begins with and holds whole."""
    at = 0
    while len(data) >= at + 4 and at + (length := _length(data[at : at + 4])) <= len(data):
        yield data[at : at + length]
        at += length


def write(out: BinaryIO, parts: Iterable[Piece], bitrate: int) -> None:
    """Write an Info frame and the frames of `parts`, which are joined as they come.

    The Info frame says how many samples a decoder must drop at the start and at the end, so
    that the first sample encoded is the first one heard. `bitrate` in kbit/s.
    """
    start = out.tell()
    out.write(_info(bitrate, 0, 0, 0))
    number, length, crc = 0, 0, 0
    for part in parts:
        out.write(part.data)
        number += part.number
        length += len(part.data)
        crc = _shifted(crc, len(part.data)) ^ part.crc
    end = out.tell()
    out.seek(start)
    out.write(_info(bitrate, number, length, crc))
    out.seek(end)


def seconds(number: int) -> float:
    """How long `number` frames are heard, in a file of their own."""
    return max(0, number - 1) * FRAME / RATE


def _info(bitrate: int, number: int, length: int, crc: int) -> bytes:
    """The Info frame that LAME puts first in a CBR file: silent, with the stream's facts.

    Laid out as gabriel.mp3-tech.org/mp3infotag.html has it.
    """
    index = BITRATES.index(max(bitrate, 64)) + 1
    header = HEADER[:2] + bytes([index << 4]) + HEADER[3:]
    size = _length(header)
    total = size + length
    tag = bytearray(b"Info" + (0x0F).to_bytes(4, "big"))
    tag += number.to_bytes(4, "big") + total.to_bytes(4, "big")
    tag += bytes(256 * i // 100 for i in range(100))  # at a constant bit rate time is place
    tag += (0).to_bytes(4, "big")
    tag += b"LAME3.100" + bytes([0x01, 0])  # revision 0, method 1: constant bit rate
    tag += bytes(4 + 2 + 2 + 1)  # no peak, no replay gain, no flags
    tag += bytes([min(bitrate, 255)]) + (DELAY << 12 | PADDING).to_bytes(3, "big")
    tag += bytes([0x03, 0]) + bytes(2) + total.to_bytes(4, "big") + crc.to_bytes(2, "big")
    frame = header + bytes(SIDE - 4) + tag
    frame += checksum(frame).to_bytes(2, "big")
    return frame.ljust(size, b"\0")


def _table() -> tuple[int, ...]:
    """CRC-16/ARC of each byte, the sum that LAME's tag uses."""
    rows = []
    for row in range(256):
        for _ in range(8):
            row = row >> 1 ^ (0xA001 if row & 1 else 0)
        rows.append(row)
    return tuple(rows)


CRC = _table()


def checksum(data: bytes) -> int:
    """CRC-16/ARC, the sum that LAME's tag uses."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ CRC[(crc ^ byte) & 0xFF]
    return crc


def _shifted(crc: int, length: int) -> int:
    """The sum of what `crc` is the sum of and `length` zero bytes.

    With it the sum of a whole comes of the sums of its parts, which are kept: going through an
    episode byte by byte takes Python a third of a second.
    """
    for power in range(length.bit_length()):
        if length >> power & 1:
            crc = _applied(_shift(power), crc)
    return crc


@cache
def _shift(power: int) -> tuple[int, ...]:
    """What 2 to the `power` zero bytes make of each bit of a sum, which is linear."""
    if power == 0:
        return tuple(bit >> 8 ^ CRC[bit & 0xFF] for bit in (1 << n for n in range(16)))
    half = _shift(power - 1)
    return tuple(_applied(half, bit) for bit in half)


def _applied(rows: tuple[int, ...], crc: int) -> int:
    result = 0
    for number, row in enumerate(rows):
        if crc >> number & 1:
            result ^= row
    return result
