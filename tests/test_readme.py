"""What the README says is so."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from podcast import plugins
from podcast.cli import VERBS, main
from podcast.show import Show

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [f.name for f in fields(Show) if f.name != "folder"])
def test_every_setting_is_named(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", plugins.names("podcast.voices"))
def test_every_voice_is_named(name: str) -> None:
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_named(name: str) -> None:
    assert f"podcast {name}" in README


@pytest.mark.parametrize(
    "line", re.findall(r"^podcast (say .*?)(?:  +#.*)?$", README, re.MULTILINE)
)
def test_the_commands_that_say_something_do(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    import shlex

    assert main(shlex.split(line)) == 0
    assert not re.search(r"[0-9€]", capsys.readouterr().out)
