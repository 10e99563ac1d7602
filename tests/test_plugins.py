"""Ours and others' plugins come by one door."""

from pathlib import Path

import pytest

from podcast import plugins
from podcast.errors import PluginError


def test_the_built_in_ones_are_entry_points_like_any_other() -> None:
    assert {"gtts", "piper"} <= set(plugins.names("podcast.voices"))
    assert callable(plugins.find("podcast.readers", "markdown"))


def test_one_that_is_not_packaged_is_named_by_module_and_attribute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my_robot.py").write_text("def voice():\n    return 'beep'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert plugins.find("podcast.voices", "my_robot:voice")() == "beep"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pipr", "did you mean 'piper'?"),
        ("zzz", "one of "),
        ("no_such_module:voice", "module:attribute"),
        ("json:no_such_attribute", "module:attribute"),
        (":", "module:attribute"),
    ],
)
def test_one_that_is_not_there_is_an_error_with_advice(name: str, hint: str) -> None:
    with pytest.raises(PluginError) as caught:
        plugins.find("podcast.voices", name)
    assert hint in caught.value.hint
