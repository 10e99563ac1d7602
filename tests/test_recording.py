"""Every sentence once, whatever happens, and in one voice."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from podcast.errors import VoiceError
from podcast.recording import keys, record
from podcast.recording.cache import Cache
from podcast.recording.speaking import Line, Room
from podcast.script import Script, Segment, Sentence
from podcast.voice import Audio, Cast, Choice, Facts, Voice, choose
from tests.tone import ToneVoice


def script(*texts: str, role: str = "narrator") -> Script:
    """A segment for each text."""
    return Script("A script", "en", tuple(segment(text, role) for text in texts))


def segment(text: str, role: str = "narrator") -> Segment:
    return Segment(f"paragraph-{text}", "paragraph", "A", (Sentence(text, text),), text, role=role)


def only(*voices: Voice) -> Cast:
    return Cast(Choice(voices))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


@dataclass
class Fragile(ToneVoice):
    """A voice over a network that breaks after some sentences."""

    detail: str = "fragile"
    works: int = 0
    """How many sentences it says before the network is gone."""
    reachable: bool = True
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def facts(self) -> Facts:
        return Facts("fragile", "Fragile", network=True, notice="the text goes away", workers=1)

    def check(self) -> None:
        if not self.reachable:
            raise VoiceError("no network", hint="wait")

    def say(self, text: str) -> Audio:
        with self.lock:
            if self.works == 0:
                raise VoiceError("the network is gone", hint="wait")
            self.works -= 1
        return super().say(text)


def test_each_sentence_is_spoken_once_and_cached_after(cache: Cache) -> None:
    voice = ToneVoice()
    first = record(script("One.", "Two, three.", "One."), only(voice), cache)
    assert sorted(voice.said) == ["One.", "Two, three."]
    assert (first.spoken, first.cached) == (2, 1)
    second = record(script("One.", "Two, three.", "One."), only(voice), cache)
    assert len(voice.said) == 2
    assert (second.spoken, second.cached) == (0, 3)
    assert second.clips == first.clips


def test_clips_stand_in_the_scripts_order_with_their_words(cache: Cache) -> None:
    recording = record(script("a", "bb b", "ccc"), only(ToneVoice()), cache)
    assert [[word.text for word in clip.words] for (clip,) in recording.clips] == [
        ["a"],
        ["bb", "b"],
        ["ccc"],
    ]
    assert [round(clip.seconds, 2) for (clip,) in recording.clips] == [0.1, 0.25, 0.2]


def test_one_word_changed_speaks_one_sentence(cache: Cache) -> None:
    voice = ToneVoice()
    record(script("One.", "Two."), only(voice), cache)
    assert record(script("One.", "Too."), only(voice), cache).spoken == 1
    assert voice.said[-1] == "Too."


def test_another_setting_of_the_voice_speaks_anew(cache: Cache) -> None:
    record(script("One."), only(ToneVoice("low")), cache)
    assert record(script("One."), only(ToneVoice("high")), cache).spoken == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: b"garbage" * 1000,
        lambda data: data[:600] + bytes([data[600] ^ 1]) + data[601:],
        lambda data: data + b"more",
    ],
    ids=["empty", "half", "a byte short", "garbage", "a bit turned", "longer"],
)
def test_a_damaged_clip_is_made_again(cache: Cache, damage: Callable[[bytes], bytes]) -> None:
    voice = ToneVoice()
    recording = record(script("One."), only(voice), cache)
    path = recording.clips[0][0].path
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert record(script("One."), only(voice), cache).spoken == 1
    assert path.read_bytes() == whole


def test_nothing_half_made_is_left_in_the_cache(cache: Cache) -> None:
    with pytest.raises(VoiceError):
        record(script("One.", "Two.", "Three."), only(Fragile(works=1)), cache)
    files = [path for path in cache.folder.rglob("*") if path.is_file()]
    assert [path.suffix for path in files] == [".wav"]


def test_after_a_break_only_the_rest_is_spoken(cache: Cache) -> None:
    texts = ("One.", "Two.", "Three.", "Four.")
    broken = Fragile(works=2)
    with pytest.raises(VoiceError, match="the network is gone"):
        record(script(*texts), only(broken), cache)
    mended = Fragile(works=9)
    assert record(script(*texts), only(mended), cache).spoken == 2
    assert sorted(broken.said + mended.said) == sorted(texts)


def test_when_the_network_goes_the_whole_episode_is_in_the_local_voice(cache: Cache) -> None:
    told: list[str] = []
    local = ToneVoice("local")
    cast = only(Fragile(works=2), local)
    recording = record(script("One.", "Two.", "Three."), cast, cache, notice=told.append)
    assert {clip.voice for (clip,) in recording.clips} == {local.id}
    assert (recording.spoken, recording.cached) == (3, 0)
    assert told == [
        "Fragile: the text goes away",
        "the network is gone; tone says the whole episode",
    ]


def test_without_a_network_the_local_voice_speaks_from_the_start(cache: Cache) -> None:
    away = Fragile(reachable=False)
    recording = record(script("One."), only(away, ToneVoice()), cache)
    assert recording.voice == "tone"
    assert away.said == []


def test_a_rebuild_keeps_the_voice_that_spoke(cache: Cache) -> None:
    local = ToneVoice("local")
    record(script("One.", "Two.", "Three."), only(local), cache)
    network = Fragile(works=9)
    recording = record(script("One.", "Two.", "More."), only(network, local), cache)
    assert recording.spoken == 1
    assert network.said == []


def test_the_voice_is_kept_by_name_when_the_cache_is_gone(cache: Cache) -> None:
    network = Fragile(works=9)
    recording = record(script("One."), only(network, ToneVoice()), cache, keep="tone")
    assert (recording.voice_name, network.said) == ("tone", [])


def test_no_voice_is_asked_when_all_is_there(cache: Cache) -> None:
    record(script("One."), only(Fragile(works=1)), cache)
    told: list[str] = []
    gone = Fragile(works=0, reachable=False)
    assert record(script("One."), only(gone), cache, notice=told.append).spoken == 0
    assert told == []


def test_roles_speak_in_their_own_voices(cache: Cache) -> None:
    cast = Cast(Choice((ToneVoice("a"),)), {"quotes": Choice((ToneVoice("b"),))})
    mixed = Script("", "en", (segment("One."), segment("One.", "quotes"), segment("Two.", "Q")))
    recording = record(mixed, cast, cache)
    assert [clip.voice for (clip,) in recording.clips] == ["tone:a", "tone:b", "tone:a"]
    assert recording.spoken == 3


def test_progress_begins_at_nothing_and_ends_with_all(cache: Cache) -> None:
    told: list[tuple[int, int, float]] = []
    record(
        script("One.", "Two is longer."),
        only(ToneVoice()),
        cache,
        progress=lambda done, total, share: told.append((done, total, round(share, 2))),
    )
    assert told[0] == (0, 2, 0.0)
    assert told[-1] == (2, 2, 1.0)


def test_an_executor_may_be_handed_in(cache: Cache) -> None:
    voice = ToneVoice()
    with ThreadPoolExecutor(3) as pool:
        recording = record(script("One.", "Two."), only(voice), cache, executor=pool)
        assert recording.spoken == 2
        assert pool.submit(int).result() == 0  # it's still open: it isn't ours


def test_the_executor_may_be_other_processes(cache: Cache) -> None:
    with ProcessPoolExecutor(1) as pool:
        recording = record(script("One.", "Two."), only(ToneVoice()), cache, executor=pool)
    assert recording.spoken == 2


def test_ctrl_c_keeps_what_is_done(cache: Cache) -> None:
    def press(done: int, total: int, share: float) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record(script("One.", "Two.", "Three."), only(Fragile(works=9)), cache, progress=press)
    mended = Fragile(works=9)
    record(script("One.", "Two.", "Three."), only(mended), cache)
    assert 1 <= len(mended.said) <= 2


def test_prune_removes_what_no_script_needs(cache: Cache) -> None:
    cast = only(ToneVoice("a"), ToneVoice("b"))
    record(script("One.", "Two."), cast, cache)
    removed, size = cache.prune(keys(script("One."), cast))
    assert removed == 1
    assert size > 1000
    assert record(script("One."), cast, cache).spoken == 0


def test_the_limit_removes_what_was_used_longest_ago(cache: Cache) -> None:
    cast = only(ToneVoice())
    texts: Sequence[str] = ("One.", "Two.", "Six.")
    for text in texts:
        record(script(text), cast, cache)
    for age, text in enumerate(reversed(texts)):
        path = record(script(text), cast, cache).clips[0][0].path
        set_age(path, age)
    size = path.stat().st_size
    assert cache.limit(2.5 * size / 1e6)[0] == 1
    assert [record(script(text), cast, cache).spoken for text in texts] == [1, 0, 0]


def set_age(path: Path, days: int) -> None:
    import os

    os.utime(path, (1_700_000_000 - 86_400 * days,) * 2)


def test_the_same_script_gives_the_same_bytes_whoever_is_quicker(tmp_path: Path) -> None:
    (piper,) = choose("piper").voices
    texts = ("Good morning to you all.", "It rains.", "The ferry leaves at nine, or later.")
    made = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        recording = record(script(*texts), only(piper), Cache(folder))
        made.append([clip.path.read_bytes() for (clip,) in recording.clips])
    assert made[0] == made[1]


def test_long_sentences_leave_room_for_short_ones_only() -> None:
    voice = ToneVoice()
    lines = [Line(str(n), "x" * n, voice, (), "en") for n in (250, 200, 90, 40, 20)]
    room = Room(3, 300)
    assert room.next(lines, []) == lines[0]
    assert room.next(lines[1:], lines[:1]) == lines[3]
    assert room.next(lines[4:], [lines[0], lines[3], lines[3]]) is None
    assert room.next(lines[1:3], [lines[0]]) == lines[2]  # nobody is idle
    assert room.next([], []) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_the_command_within_a_second_and_keeps_what_is_done(tmp_path: Path) -> None:
    show = tmp_path / "show"
    podcast = [sys.executable, "-m", "podcast"]
    here = Path(__file__).parents[1]
    subprocess.run([*podcast, "new", str(show)], check=True, cwd=here, capture_output=True)
    article = tmp_path / "article.txt"
    article.write_text("A title\n\nOne sentence here. Another sentence there.\n", encoding="utf-8")
    command = [*podcast, "episode", str(article), "--show", str(show)]
    with subprocess.Popen(
        [*command, "--voice", "tests.slow:SlowVoice"], cwd=here, stderr=subprocess.PIPE
    ) as process:
        wait_for(lambda: any(show.glob(".cache/clips/*/*.wav")))
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert time.monotonic() - begin <= 1
    assert len(list(show.glob(".cache/clips/*/*.wav"))) == 1


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
