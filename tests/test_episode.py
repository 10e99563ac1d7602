"""The mix: real clips, real ffmpeg, real MP3."""

from __future__ import annotations

import io
import subprocess
import wave
from dataclasses import replace
from pathlib import Path

import numpy
import pytest

from podcast import sound
from podcast.episode import Episode, load, mix, to_json
from podcast.errors import AudioError, ShowError
from podcast.recording import Clip, Recording
from podcast.sound import ffmpeg
from podcast.sound.store import Store
from tests import studio
from tests.tone import wav

RATE = 22_050


def samples(data: bytes) -> numpy.ndarray:
    with wave.open(io.BytesIO(data)) as file:
        return numpy.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)


def decoded(path: Path, rate: int = RATE) -> numpy.ndarray:
    done = subprocess.run(
        [ffmpeg.program(), "-v", "error", "-i", path, "-ar", str(rate), "-f", "s16le", "-"],
        capture_output=True,
        check=True,
    )
    return numpy.frombuffer(done.stdout, "<i2").astype(float)


@pytest.fixture(scope="module")
def studio_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("studio")


@pytest.fixture(scope="module")
def recorded(studio_folder: Path) -> Recording:
    return studio.recording(studio_folder / "clips")


@pytest.fixture(scope="module")
def episode(studio_folder: Path, recorded: Recording) -> Episode:
    show = studio.show(studio_folder / "show")
    return mix(recorded, show, studio_folder / "out", studio.FACTS)


@pytest.fixture(scope="module")
def mp3(studio_folder: Path, episode: Episode) -> Path:
    return studio_folder / "out" / episode.enclosure.path


def test_the_episode_is_as_loud_as_asked_and_never_clips(episode: Episode, mp3: Path) -> None:
    loudness = sound.measure(mp3)
    assert loudness.integrated == pytest.approx(-16.0, abs=0.3)
    assert loudness.true_peak <= -1.0
    assert episode.loudness == pytest.approx(loudness.integrated, abs=0.15)


def test_it_begins_soon_ends_in_silence_and_has_no_long_gap(episode: Episode, mp3: Path) -> None:
    gaps = sound.silences(mp3)
    assert gaps[0].start == 0 and gaps[0].end < 0.5
    assert 0.5 <= gaps[-1].end - gaps[-1].start <= 2.0
    assert max(gap.end - gap.start for gap in gaps) <= 2.5


def test_it_lasts_as_long_as_clips_and_pauses_add_up_to(episode: Episode, mp3: Path) -> None:
    assert sound.seconds(mp3) == pytest.approx(episode.seconds, abs=0.002)


def test_each_sentence_is_heard_when_the_transcript_says(
    episode: Episode, recorded: Recording, mp3: Path
) -> None:
    heard = decoded(mp3)
    for segment, clips in zip(episode.segments, recorded.clips, strict=True):
        for sentence, clip in zip(segment.sentences, clips, strict=True):
            cut = heard[round(sentence.start * RATE) : round(sentence.end * RATE)]
            said = samples(clip.path.read_bytes())
            size = 1 << (len(cut) + len(said)).bit_length()
            product = numpy.fft.rfft(said, size) * numpy.conj(numpy.fft.rfft(cut, size))
            likeness = numpy.fft.irfft(product, size) / numpy.sqrt((said**2).sum() * (cut**2).sum())
            lag = int(likeness.argmax())
            assert likeness[lag] >= 0.9
            assert min(lag, size - lag) / RATE < 0.05


def test_each_segment_has_its_own_mp3_with_the_same_sound(
    studio_folder: Path, episode: Episode, mp3: Path
) -> None:
    whole = decoded(mp3, 44_100)
    for segment in episode.segments:
        alone = decoded(studio_folder / "out" / segment.audio, 44_100)
        first = round(segment.start * 44_100 / 1152) * 1152  # segments begin with an MP3 frame
        length = len(alone)
        assert numpy.abs(alone[:length] - whole[first : first + length]).max() <= 2


def test_a_chapter_begins_on_its_first_word(episode: Episode) -> None:
    starts = {segment.chapter: segment.start for segment in reversed(episode.segments)}
    titles = [chapter.title for chapter in episode.chapters]
    assert titles == ["Long range", "What’s the debate?", "About this episode"]
    assert [c.start for c in episode.chapters] == [0.0, *(starts[title] for title in titles[1:])]
    assert [c.end for c in episode.chapters[:-1]] == [c.start for c in episode.chapters[1:]]
    assert episode.chapters[-1].end == episode.seconds


def test_words_are_timed_within_their_sentence(episode: Episode) -> None:
    for segment in episode.segments:
        for sentence in segment.sentences:
            assert [word.text for word in sentence.words] == sentence.text.split()
            times = [time for word in sentence.words for time in (word.start, word.end)]
            assert times == sorted(times)
            assert sentence.start <= times[0] and times[-1] <= sentence.end


def test_episode_json_gives_the_same_episode(tmp_path: Path, episode: Episode) -> None:
    path = tmp_path / "episode.json"
    path.write_text(to_json(episode), encoding="utf-8")
    assert load(path) == episode


@pytest.mark.parametrize("text", ["", "[]", '{"version": 999}', '{"version": 1}'])
def test_another_episode_json_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "episode.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AudioError, match=r"episode\.json"):
        load(path)


def test_the_same_recording_gives_the_same_bytes(
    tmp_path: Path, recorded: Recording, episode: Episode, mp3: Path
) -> None:
    again = mix(recorded, studio.show(tmp_path / "show"), tmp_path / "out", studio.FACTS)
    assert again == episode
    assert (tmp_path / "out" / again.enclosure.path).read_bytes() == mp3.read_bytes()


def test_only_a_changed_segment_is_mastered_again(tmp_path: Path) -> None:
    show = studio.show(tmp_path / "show")
    mix(studio.recording(tmp_path / "a"), show, tmp_path / "one", studio.FACTS)
    kept = {path.name for path in (show.cache / "mastered").iterdir()}
    rows = [*studio.ROWS]
    rows[1] = (
        "paragraph",
        "Long range",
        ["Ministers met on Friday.", "They agreed on very little."],
    )
    changed = studio.recording(tmp_path / "b", rows)
    quick = mix(changed, show, tmp_path / "two", studio.FACTS)
    new = {path.name for path in (show.cache / "mastered").iterdir()} - kept
    # Its frames and what was measured of them, and once more if the whole needed a correction.
    assert len(new) in (2, 4)
    clean = mix(changed, studio.show(tmp_path / "other"), tmp_path / "three", studio.FACTS)
    assert quick == clean


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"bitrate": 65}, "65"),
        ({"speed": 9.0}, "9.0"),
        ({"pauses": {"chaptre": 1.0}}, "chaptre"),
        ({"pauses": {"chapter": 60.0}}, "60.0"),
    ],
)
def test_a_setting_that_cannot_be_is_named(
    tmp_path: Path, recorded: Recording, settings: dict[str, object], named: str
) -> None:
    show = studio.show(tmp_path / "show", **settings)
    with pytest.raises(ShowError, match=named) as raised:
        mix(recorded, show, tmp_path / "out", studio.FACTS)
    assert raised.value.hint


@pytest.mark.parametrize("data", [b"", b"RIFF", b"not sound at all" * 9])
def test_a_clip_that_is_no_sound_is_named(tmp_path: Path, recorded: Recording, data: bytes) -> None:
    path = tmp_path / "broken.wav"
    path.write_bytes(data)
    broken = Recording(recorded.script, ((Clip(path, 1.0),), *recorded.clips[1:]), "tone")
    with pytest.raises(AudioError, match=r"broken\.wav"):
        mix(broken, studio.show(tmp_path / "show"), tmp_path / "out", studio.FACTS)


def test_what_no_episode_is_made_of_is_pruned(tmp_path: Path, recorded: Recording) -> None:
    show = studio.show(tmp_path / "show")
    store = Store(show.cache / "mastered")
    first = mix(recorded, show, tmp_path / "one", studio.FACTS)
    short = studio.recording(tmp_path / "clips", studio.ROWS[:2])
    mix(short, show, tmp_path / "two", replace(studio.FACTS, slug="other"))
    kept = {path.name for path in store.folder.iterdir()}
    assert store.prune({"a-slug", "other"}) == (0, 0)
    assert {path.name for path in store.folder.iterdir()} == kept
    removed, size = store.prune({"other"})
    assert removed > 0 and size > 0
    assert {path.name for path in store.folder.glob("*.used")} == {"other.used"}
    assert mix(recorded, show, tmp_path / "three", studio.FACTS) == first


def test_a_damaged_master_is_made_again(tmp_path: Path, recorded: Recording) -> None:
    show = studio.show(tmp_path / "show")
    first = mix(recorded, show, tmp_path / "one", studio.FACTS)
    for number, path in enumerate(sorted((show.cache / "mastered").iterdir())):
        if path.suffix != ".used":
            path.write_bytes(path.read_bytes()[: 10 * (number % 3)])
    assert mix(recorded, show, tmp_path / "two", studio.FACTS) == first


def test_noughts_where_a_power_cut_left_them_are_never_heard(
    tmp_path: Path, recorded: Recording
) -> None:
    show = replace(studio.show(tmp_path / "show"), formats=("opus",))
    first = mix(recorded, show, tmp_path / "first", studio.FACTS)
    for suffix in (".frames", ".pcm"):
        spoilt = sorted((show.cache / "mastered").glob(f"*{suffix}"))
        assert spoilt
        for path in spoilt:
            data = path.read_bytes()
            path.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
        assert mix(recorded, show, tmp_path / suffix, studio.FACTS) == first


def test_speech_is_faster_and_its_pitch_stays(tmp_path: Path) -> None:
    rows = studio.ROWS[1:2]
    made = {}
    for speed in (1.0, 1.25):
        folder = tmp_path / str(speed)
        show = studio.show(folder, speed=speed, intro="", outro="")
        episode = mix(studio.recording(folder / "clips", rows), show, folder / "out", studio.FACTS)
        first = episode.segments[0].sentences[0]
        heard = decoded(folder / "out" / episode.enclosure.path)
        word = heard[round(first.start * RATE) :][: round(RATE * 0.3)]
        pitch = numpy.abs(numpy.fft.rfft(word * numpy.hanning(len(word)), 1 << 16)).argmax()
        made[speed] = (episode, first, pitch * RATE / (1 << 16))
    (slow, one, low), (fast, two, high) = made.values()
    assert (one.end - one.start) / (two.end - two.start) == pytest.approx(1.25, rel=0.01)
    assert high == pytest.approx(low, rel=0.02)
    pauses = [
        e.segments[0].sentences[1].start - e.segments[0].sentences[0].end for e in (slow, fast)
    ]
    assert pauses[0] == pytest.approx(pauses[1], abs=0.002)


def test_a_clip_that_is_all_but_silent_stays_so(tmp_path: Path) -> None:
    made = studio.recording(tmp_path / "clips")
    noise = numpy.random.default_rng(1).integers(-2, 3, RATE).astype("<i2").tobytes()
    made.clips[2][0].path.write_bytes(wav(noise))
    episode = mix(made, studio.show(tmp_path / "show"), tmp_path / "out", studio.FACTS)
    heard = decoded(tmp_path / "out" / episode.segments[2].audio)
    assert numpy.abs(heard).max() < 1000
