"""The files of an episode, read by ffmpeg and by mutagen: tags, chapters, other formats, a bed."""

from __future__ import annotations

import hashlib
import json
import subprocess
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3, BitrateMode
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from podcast import artwork, sound
from podcast.episode import Episode, mix
from podcast.episode.chapters import render_chapters
from podcast.errors import ShowError
from podcast.sound import ffmpeg
from tests import studio
from tests.tone import wav

PICTURE = b"\xff\xd8\xff, and the rest of a JPEG"

COVER = artwork.scaled(artwork.draw_picture("A", "Show", "#1f3a5f"), 200)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def episode(folder: Path) -> Episode:
    """One with a bed of music, and in every format."""
    time = numpy.arange(44_100 * 3) / 44_100
    chord = sum(numpy.sin(2 * numpy.pi * pitch * time) for pitch in (220, 277, 330))
    (folder / "bed.wav").write_bytes(wav((chord * 5000).astype("<i2").tobytes(), 44_100))
    show = studio.show(folder, bed="bed.wav", formats=("aac", "opus"))
    recorded = studio.recording(folder / "clips")
    return mix(recorded, show, folder / "out", replace(studio.FACTS, picture=COVER))


def test_every_format_is_as_loud_and_as_long_as_the_mp3(folder: Path, episode: Episode) -> None:
    for enclosure in (episode.enclosure, *episode.alternates):
        path = folder / "out" / enclosure.path
        loudness = sound.measure(path)
        assert loudness.integrated == pytest.approx(-16.0, abs=0.3)
        assert loudness.true_peak <= -1.0
        assert sound.seconds(path) == pytest.approx(episode.seconds, abs=0.05)
        assert enclosure.bytes == path.stat().st_size
        kind, _, digest = enclosure.integrity.partition("-")
        assert b64decode(digest) == hashlib.new(kind, path.read_bytes()).digest()


def test_the_bed_is_far_below_the_words_and_gone_at_the_end(folder: Path, episode: Episode) -> None:
    path = folder / "out" / episode.enclosure.path
    last = sound.silences(path)[-1]
    assert 0.5 <= last.end - last.start <= 2.0
    # In the pause before the outro there is only the bed.
    start, end = episode.segments[-2].end + 0.5, episode.segments[-1].start - 0.2
    cut = folder / "pause.wav"
    arguments = ["-y", "-ss", f"{start}", "-to", f"{end}", "-i", str(path), str(cut)]
    ffmpeg.run(arguments, what="pause")
    assert -50 < sound.measure(cut).integrated < -16 - 15


def test_the_mp3_has_a_right_header(folder: Path, episode: Episode) -> None:
    info = MP3(folder / "out" / episode.enclosure.path).info
    assert (info.channels, info.sample_rate, info.bitrate) == (1, 44_100, 64_000)
    assert info.bitrate_mode == BitrateMode.CBR
    assert info.length == pytest.approx(episode.seconds, abs=0.001)
    assert info.encoder_info.startswith("LAME")


def test_the_mp3_has_tags_cover_and_chapters_in_order(folder: Path, episode: Episode) -> None:
    found = ID3(folder / "out" / episode.enclosure.path)
    assert found.version == (2, 3, 0)
    assert found["TIT2"].text == [episode.title]
    assert found["TALB"].text == ["A show"]
    assert found["TPE1"].text == ["Somebody"]
    assert str(found["TDRC"]) == "2024-05-29"
    assert found["TLAN"].text == ["eng"]
    assert found.getall("APIC")[0].data == COVER
    toc = found.getall("CTOC")
    assert len(toc) == 1 and toc[0].flags == 3
    chapters = [found[f"CHAP:{name}"] for name in toc[0].child_element_ids]
    assert [c.sub_frames["TIT2"].text[0] for c in chapters] == [c.title for c in episode.chapters]
    assert [(c.start_time, c.end_time) for c in chapters] == [
        (round(c.start * 1000), round(c.end * 1000)) for c in episode.chapters
    ]
    assert {c.start_offset for c in chapters} == {0xFFFFFFFF}


def test_ffmpeg_reads_the_same_chapters_from_every_format(folder: Path, episode: Episode) -> None:
    for enclosure in (episode.enclosure, *episode.alternates):
        path = folder / "out" / enclosure.path
        arguments = [ffmpeg.program(), "-v", "error", "-i", path, "-f", "ffmetadata", "-"]
        done = subprocess.run(arguments, capture_output=True, check=True)
        text = done.stdout.decode()
        titles = [
            line[6:]
            for line in text.split("[CHAPTER]")[1:]
            for line in line.split("\n")
            if line.startswith("title=")
        ]
        assert titles == [chapter.title for chapter in episode.chapters]


def test_other_formats_have_the_facts(folder: Path, episode: Episode) -> None:
    aac, opus = (folder / "out" / alternate.path for alternate in episode.alternates)
    assert (aac.suffix, opus.suffix) == (".m4a", ".opus")
    found = MP4(aac)
    assert found["\xa9nam"] == [episode.title] and bytes(found["covr"][0]) == COVER
    comments = OggOpus(opus)
    assert comments["title"] == [episode.title]
    assert comments["chapter001name"] == [episode.chapters[1].title]
    minutes, seconds = comments["chapter001"][0].split(":")[1:]
    assert int(minutes) * 60 + float(seconds) == pytest.approx(episode.chapters[1].start, abs=0.001)


def test_the_episode_has_a_picture_of_its_own(folder: Path, episode: Episode) -> None:
    assert (folder / "out" / episode.image).read_bytes() == COVER


def test_segments_have_titles_and_numbers(folder: Path, episode: Episode) -> None:
    for number, segment in enumerate(episode.segments, start=1):
        found = ID3(folder / "out" / segment.audio)
        assert (found["TIT2"].text[0], found["TRCK"].text[0]) == (segment.title, str(number))
        assert found["TALB"].text == [episode.title]


def test_segments_are_as_loud_as_each_other(folder: Path, episode: Episode) -> None:
    long = [s for s in episode.segments if s.end - s.start >= 3]
    loud = [sound.measure(folder / "out" / s.audio).integrated for s in long]
    assert len(loud) > 1 and max(loud) - min(loud) <= 1


def test_nothing_but_media_is_left_in_the_folder(folder: Path, episode: Episode) -> None:
    names = {path.name for path in (folder / "out").iterdir()}
    assert names == {
        "segments",
        episode.image,
        episode.enclosure.path,
        *(alternate.path for alternate in episode.alternates),
    }


def test_chapters_json_says_the_same(episode: Episode) -> None:
    linked = replace(episode.chapters[0], link="https://example.com/", image="one.jpg")
    changed = replace(episode, chapters=(linked, *episode.chapters[1:]))
    found = json.loads(render_chapters(changed, "https://example.com/e/"))
    assert found["version"] == "1.2.0"
    assert found["chapters"][0]["startTime"] == 0
    assert found["chapters"][0]["url"] == "https://example.com/"
    assert found["chapters"][0]["img"] == "https://example.com/e/one.jpg"
    assert [c["title"] for c in found["chapters"]] == [c.title for c in episode.chapters]


def test_a_chapter_has_the_first_picture_of_its_segments(tmp_path: Path) -> None:
    recorded = studio.recording(tmp_path / "clips")
    named = {3: "a.png", 4: "b.png", 5: "https://example.com/c.png"}
    segments = tuple(
        replace(segment, picture=named.get(number, ""))
        for number, segment in enumerate(recorded.script.segments)
    )
    pictures = {"a.png": PICTURE, "b.png": b"another"}
    made = mix(
        replace(recorded, script=replace(recorded.script, segments=segments)),
        studio.show(tmp_path),
        tmp_path / "out",
        replace(studio.FACTS, pictures=pictures),
    )
    debate = made.chapters[1]
    assert [chapter.image for chapter in made.chapters] == ["", debate.image, ""]
    assert (tmp_path / "out" / debate.image).read_bytes() == PICTURE
    tagged = ID3(tmp_path / "out" / made.enclosure.path)
    found = [[p.data for p in c.sub_frames.getall("APIC")] for c in tagged.getall("CHAP")]
    assert found == [[], [PICTURE], []]


@pytest.mark.parametrize(
    ("settings", "named"), [({"formats": ("mp4",)}, "mp4"), ({"bed": "nothing.mp3"}, "nothing")]
)
def test_a_format_or_bed_that_cannot_be_is_named(
    tmp_path: Path, settings: dict[str, object], named: str
) -> None:
    recorded = studio.recording(tmp_path / "clips")
    with pytest.raises(ShowError, match=named):
        mix(recorded, studio.show(tmp_path, **settings), tmp_path / "out", studio.FACTS)
