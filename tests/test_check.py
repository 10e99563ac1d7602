"""What `check` finds, in a folder that is right until one thing in it is spoilt."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import imageio_ffmpeg
import pytest
from PIL import Image

from podcast import show as shows
from podcast.check import Finding, check
from podcast.check.audio import check_audio, check_segments
from podcast.feed import render_feed
from podcast.show import Show
from tests.episodes import HARBOUR
from tests.serving import publish
from tests.test_pipeline import build, write

COVER = "cover-0a1b2c3d.jpg"
FOLDER = "public/episodes/2024-05-29-harbour"

VTT = """WEBVTT

00:00:00.400 --> 00:00:03.000
<v Piper>Who pays for the harbour?

00:00:10.000 --> 00:00:15.000
<v Piper>The wall is 90 years old. It leaks.

00:00:16.000 --> 00:00:32.500
<v Piper>“We can’t wait for another storm. It won’t be cheap.”

00:00:51.000 --> 00:01:00.000
<v Piper>That was it.
"""


def timings() -> list[tuple[float, float]]:
    return [(0.4, 3.0), (10.0, 15.0), (16.0, 32.5), (51.0, 60.0)]


def srt() -> str:
    def clock(seconds: float) -> str:
        return f"00:{int(seconds) // 60:02}:{seconds % 60:06.3f}".replace(".", ",")

    cues = [
        f"{n}\n{clock(start)} --> {clock(end)}\nWho pays?\n"
        for n, (start, end) in enumerate(timings(), 1)
    ]
    return "\n".join(cues)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show's folder in which all is right but the sound, which other tests measure."""
    show = Show(
        folder=tmp_path,
        title="The Harbour",
        description="News of the harbour.",
        author="Ada Example",
        email="ada@example.com",
        url="https://pod.example.com/",
        guid="9f7d4c4c-1d0b-5a51-9d5e-6bd3c8a5b001",
        copyright="© 2024",
    )
    publish(show, [HARBOUR])
    episode = tmp_path / FOLDER
    page = '<!doctype html><html lang="en"><title>Harbour</title><a href="{}">feed</a></html>'
    (show.public / "index.html").write_text(page.format("feed.xml"), encoding="utf-8")
    (episode / "index.html").write_text(page.format("../../feed.xml"), encoding="utf-8")
    (episode / "transcript.html").write_text(page.format("index.html"), encoding="utf-8")
    audio = (episode / HARBOUR.enclosure.path).read_bytes()
    feed = render_feed(show, [HARBOUR], cover=COVER).replace(b"491200", str(len(audio)).encode())
    (show.public / "feed.xml").write_bytes(feed)
    Image.new("RGB", (3000, 3000), "#1f3a5f").save(show.public / COVER, dpi=(72, 72))
    (episode / "transcript.vtt").write_text(VTT, encoding="utf-8")
    (episode / "transcript.srt").write_text(srt(), encoding="utf-8")
    segments = [{"startTime": a, "endTime": b, "speaker": "x", "body": "y"} for a, b in timings()]
    write_json(episode / "transcript.json", {"version": "1.0.0", "segments": segments})
    chapters = [{"title": c.title, "startTime": c.start} for c in HARBOUR.chapters]
    write_json(episode / "chapters.json", {"version": "1.2.0", "chapters": chapters})
    spoken = [{"sentences": [{"start": a, "end": b}]} for a, b in timings()]
    write_json(episode / "episode.json", {"version": 1, "seconds": 61.4, "segments": spoken})
    return tmp_path


def write_json(path: Path, facts: object) -> None:
    path.write_text(json.dumps(facts), encoding="utf-8")


def findings(folder: Path) -> tuple[Finding, ...]:
    return check(folder, sound=False)


def test_nothing_is_found_where_all_is_right(folder: Path) -> None:
    assert findings(folder) == ()


def in_feed(pattern: str, instead: str, **how: int) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        feed = folder / "public/feed.xml"
        before = feed.read_text(encoding="utf-8")
        after = re.sub(pattern, instead, before, count=how.get("count", 0), flags=re.S)
        assert after != before
        feed.write_text(after, encoding="utf-8")

    return spoil


def in_file(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / FOLDER / name
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new), encoding="utf-8")

    return spoil


def without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "public" / name).unlink()


def cover(size: tuple[int, int], mode: str = "RGB", form: str = "JPEG") -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        Image.new(mode, size).save(folder / "public" / COVER, format=form)

    return spoil


EPISODE = "episodes/2024-05-29-harbour"

SPOILT = {
    "no feed": (without("feed.xml"), "can't be read"),
    "a feed that isn't XML": (in_feed("</rss>", ""), "not XML"),
    "another version": (in_feed('version="2.0"', 'version="0.91"'), 'not <rss version="2.0">'),
    "another encoding": (in_feed("encoding='UTF-8'", "encoding='ISO-8859-1'", count=1), "UTF-8"),
    "no self link": (in_feed("<atom:link[^>]*/>", ""), "no atom:link rel=self"),
    "no cover": (in_feed("<itunes:image[^>]*/>", ""), "no itunes:image"),
    "no description": (in_feed("<description>.*?</description>", "", count=1), "no description"),
    "another explicit": (
        in_feed("(<itunes:explicit>)false", r"\1no"),
        "itunes:explicit 'no'",
    ),
    "an old category": (
        in_feed('category text="News"', 'category text="Podcasting"'),
        "Podcasting",
    ),
    "no category": (in_feed("<itunes:category[^>]*/>", ""), "no itunes:category"),
    "no guid": (in_feed("<guid.*?</guid>", ""), "no guid"),
    "two of one guid": (in_feed("(<item>.*</item>)", r"\1\1"), "stands 2 times"),
    "no enclosure": (in_feed("<enclosure[^>]*/>", ""), "0 enclosures"),
    "two enclosures": (in_feed("(<enclosure[^>]*/>)", r"\1\1"), "2 enclosures"),
    "another length": (in_feed('length="[0-9]+"', 'length="5"'), "the feed says '5'"),
    "another type": (in_feed('type="audio/mpeg"', 'type="audio/mp4"'), "suffix doesn't fit"),
    "a path for an address": (in_feed('enclosure url="[^"]*/', 'enclosure url="/srv/'), "absolute"),
    "nothing of the voice": (in_feed("<podcast:txt.*?</podcast:txt>", ""), "voice is synthetic"),
    "no word of the voice": (in_feed("Read aloud by[^<]*", ""), "description doesn't say"),
    "a number in the title": (in_feed("<title>Who", "<title>Episode 3: Who"), "number"),
    "the show in the title": (in_feed("<title>Who", "<title>The Harbour: Who"), "show's name"),
    "a long value": (in_feed("<title>Who", "<title>" + "Who " * 90), "at most 255"),
    "an edge space": (in_feed("<title>Who", "<title> Who"), "with a space"),
    "a date of another kind": (in_feed("<pubDate>[^<]*", "<pubDate>2024-05-29"), "RFC 2822"),
    "half a second": (in_feed("<itunes:duration>61", "<itunes:duration>61.4"), "whole seconds"),
    "a script in the notes": (in_feed("<p><em>", "<p><script>1</script><em>"), "holds script"),
    "another build date": (
        in_feed("(<lastBuildDate>)[^<]*", r"\1Thu, 30 May 2024 06:00:00 +0000"),
        "lastBuildDate",
    ),
    "no MP3": (without(f"{EPISODE}/episode-1a2b3c4d.mp3"), "episode-1a2b3c4d.mp3 is not there"),
    "no chapters": (without(f"{EPISODE}/chapters.json"), "no chapters"),
    "no transcript": (without(f"{EPISODE}/transcript.vtt"), "transcript.vtt can't be read"),
    "no page": (without("index.html"), "is not there"),
    "a small cover": (cover((1000, 1000)), "1000 × 1000"),
    "a broad cover": (cover((3000, 2000)), "not square"),
    "a PNG named JPEG": (cover((3000, 3000), form="PNG"), "holds PNG"),
    "a grey cover": (cover((3000, 3000), mode="L"), "colours are L"),
    "overlapping cues": (in_file("transcript.vtt", "00:00:15.000", "00:00:17.000"), "overlap"),
    "missing cues": (in_file("transcript.vtt", "00:00:32.500", "00:00:18.500"), "at least 95 %"),
    "no WEBVTT": (in_file("transcript.vtt", "WEBVTT", "VTT"), "WEBVTT"),
    "another version of chapters": (in_file("chapters.json", "1.2.0", "1.0"), "version '1.0'"),
    "a late first chapter": (
        in_file("chapters.json", '"startTime": 0.0', '"startTime": 2'),
        "at 0",
    ),
    "chapters out of order": (in_file("chapters.json", "50.0", "5.0"), "ascending"),
    "no JSON": (in_file("transcript.json", "{", "["), "not JSON"),
    "a page of nobody's language": (in_file("index.html", ' lang="en"', ""), "its language"),
    "a link to nothing": (in_file("index.html", "../../feed.xml", "feed.xml"), "leads to feed.xml"),
    "another host's script": (
        in_file("index.html", "<title>", '<script src="https://cdn.example/x.js"></script><title>'),
        "another host",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_must_be_and_is_not_is_found(folder: Path, name: str) -> None:
    spoil, expected = SPOILT[name]
    spoil(folder)
    required = [f for f in findings(folder) if f.severity == "required"]
    assert any(expected in finding.what for finding in required), required


RECOMMENDED = {
    "no owner": (in_feed("<itunes:owner>.*?</itunes:owner>", ""), "itunes:email"),
    "no copyright": (in_feed("<copyright>.*?</copyright>", ""), "no copyright"),
    "a guid that is none": (in_feed("(<podcast:guid>)[^<]*", r"\1x"), "UUID"),
    "no duration": (in_feed("<itunes:duration>.*?</itunes:duration>", ""), "itunes:duration"),
    "a short soundbite": (in_feed('duration="[0-9.]+"', 'duration="3"'), "15 to 120"),
    "an old MP3": (
        lambda folder: (folder / FOLDER / "episode-00000000.mp3").write_bytes(b""),
        "no feed names it",
    ),
    "a series without numbers": (
        in_feed("<itunes:type>episodic", "<itunes:type>serial"),
        "no itunes:episode",
    ),
    "a long line": (in_file("transcript.srt", "Who pays?", "Who pays? " * 5), "at most 32"),
}


@pytest.mark.parametrize("name", RECOMMENDED)
def test_what_is_recommended_and_is_not_is_found_as_that(folder: Path, name: str) -> None:
    spoil, expected = RECOMMENDED[name]
    spoil(folder)
    (finding,) = findings(folder)
    assert finding.severity == "recommended"
    assert expected in finding.what


def test_a_show_without_an_address_is_right_on_its_own_network(folder: Path) -> None:
    in_feed("https://pod.example.com/", "http://localhost:8000/")(folder)
    (finding,) = findings(folder)
    assert finding.severity == "recommended"
    assert "url = " in finding.hint


def test_a_folder_without_anything_in_it_is_told_so(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path)
    assert finding.hint == "podcast build"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A show as a build leaves it: with a real MP3, by a voice that hums."""
    show = shows.create(tmp_path_factory.mktemp("built") / "show", "Tones")
    write(show, "one", sentence="It goes on for rather longer than others do. " * 2)
    build(show)
    return show.folder


def required(folder: Path) -> list[str]:
    return [finding.what for finding in check(folder) if finding.severity == "required"]


def test_what_a_build_makes_is_right(built: Path) -> None:
    assert required(built) == []


ENCODED = {
    "louder": (["-filter:a", "volume=12dB", "-b:a", "64k"], "LUFS; -16"),
    "stereo at another rate": (["-ac", "2", "-ar", "22050", "-b:a", "64k"], "2 channels at 22050"),
    "a varying bit rate": (["-q:a", "6"], "the bit rate varies"),
    "many bits": (["-b:a", "192k"], "192 kbit/s"),
    "a late start": (["-filter:a", "adelay=1500", "-b:a", "64k"], "begins with"),
    "a long end": (["-filter:a", "apad=pad_dur=4", "-b:a", "64k"], "ends with"),
    "no tags": (["-vn", "-map_metadata", "-1", "-b:a", "64k"], "no ID3 tag"),
    "another length": (["-t", "3", "-b:a", "64k"], "the sound plays 3.0 s"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_a_sound_that_is_not_right_is_found(built: Path, tmp_path: Path, name: str) -> None:
    arguments, expected = ENCODED[name]
    (source,) = (built / "public/episodes/one").glob("episode-*.mp3")
    path = tmp_path / "episode.mp3"
    encode(source, path, "-c:a", "libmp3lame", *arguments)
    found = [finding.what for finding in check_audio(path, "episode", "60")]
    assert any(expected in what for what in found), found


def encode(source: Path, path: Path, *arguments: str) -> None:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(source)]
    subprocess.run([*command, *arguments, str(path)], check=True)


def test_what_is_no_sound_is_found(tmp_path: Path) -> None:
    path = tmp_path / "episode.mp3"
    path.write_bytes(b"no sound")
    (finding,) = check_audio(path, "episode", "60")
    assert finding.severity == "required"


def test_a_segment_that_is_softer_than_others_is_found(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "one"
    shutil.copytree(built / "public/episodes/one", folder)
    assert list(check_segments(folder, "one")) == []
    path = max((folder / "segments").iterdir(), key=lambda path: path.stat().st_size)
    encode(path.rename(tmp_path / "before.mp3"), path, "-filter:a", "volume=-6dB")
    (finding,) = check_segments(folder, "one")
    assert "at most 1 LU" in finding.what
