"""Settings are read once, checked by name and type, and every mistake is named."""

from pathlib import Path

import pytest

from podcast.errors import ShowError
from podcast.show import PODCAST_NAMESPACE, Show, create, load


def show_with(folder: Path, settings: str) -> Show:
    (folder / "show.toml").write_text(settings, encoding="utf-8")
    return load(folder)


def test_a_title_is_enough(tmp_path: Path) -> None:
    assert show_with(tmp_path, 'title = "Morning"') == Show(folder=tmp_path, title="Morning")


def test_settings_replace_the_defaults(tmp_path: Path) -> None:
    show = show_with(
        tmp_path,
        'title = "T"\nloudness = -18\ncategory = "News"\n[pauses]\nchapter = 2\n',
    )
    assert (show.loudness, show.category, show.pauses) == (-18.0, ("News",), {"chapter": 2.0})


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        ('titel = "T"', "unknown setting 'titel'", "did you mean 'title'?"),
        ('title = "T"\nfolder = "x"', "unknown setting 'folder'", ""),
        ('description = "D"', "'title' is missing", 'title = "…"'),
        ("title = 5", "title = 5 is not a text", "in quotes"),
        ('title = "T"\nexplicit = "no"', "explicit = 'no' is not true or false", "true"),
        ('title = "T"\nloudness = true', "loudness = True is not a number", "1.0"),
        ('title = "T"\nbitrate = 64.5', "bitrate = 64.5 is not a whole number", "64"),
        ('title = "T"\ncategory = [1]', "category = [1] is not", ""),
        ('title = "T"\npauses = 2', "pauses = 2 is not a table", "[table]"),
        ('title = "T"\n[pauses]\nchapter = "long"', "is not a table", ""),
        ('title = "T', "", "must be TOML"),
        ('title = " "', "title = ' ' won't do", "the show's name"),
        ('title = "T"\nlanguage = "english, mostly"', "language = ", "en-GB"),
        ('title = "T"\nguid = "abc"', "guid = 'abc' won't do", "podcast new"),
        ('title = "T"\ntype = "weird"', "type = 'weird' won't do", "episodic, serial"),
        ('title = "T"\nfeed_size = 0', "feed_size = 0 won't do", "1 or more"),
        ('title = "T"\ncache_limit = -1', "cache_limit = -1 won't do", "0 keeps all"),
        ('title = "T"\ncast = {quotes = 3}', "cast = {'quotes': 3} won't do", "a voice for each"),
        ('title = "T"\nmoved = "soon"', "moved = 'soon' won't do", "https://"),
        ('title = "T"\nhub = "ftp://x/"', "hub = 'ftp://x/' won't do", "https://"),
        ('title = "T"\nfunding = "PayPal"', "funding = 'PayPal' won't do", "https://"),
        ('title = "T"\nemail = "me"', "email = 'me' won't do", "me@example.com"),
        ('title = "T"\ncolour = "red"', "colour = 'red' won't do", '"#14425c"'),
        ('title = "T"\n[sites]\n"x.org" = 3', "sites = {'x.org': 3} won't do", ".quiz"),
        ('title = "T"\n[sites."x.org"]\ndrp = ".a"', "won't do", ".quiz"),
        ('title = "T"\n[sites."x.org"]\ndrop = [1]', "won't do", ".quiz"),
        ('title = "T"\nloudness = 5', "loudness = 5.0 won't do", "-16"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, settings: str, message: str, hint: str) -> None:
    with pytest.raises(ShowError) as caught:
        show_with(tmp_path, settings)
    assert str(tmp_path / "show.toml") in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_folder_without_a_show_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(ShowError) as caught:
        load(tmp_path / "none")
    assert "podcast new" in caught.value.hint


def test_settings_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "show.toml").write_bytes(b"title = '\xff\xfe'")
    with pytest.raises(ShowError):
        load(tmp_path)


@pytest.mark.parametrize("title", ['He said "no"', "back\\slash", "line\nbreak", "Ünïcode 🎙"])
def test_a_new_show_has_its_title_whatever_it_holds(tmp_path: Path, title: str) -> None:
    assert create(tmp_path / "show", title).title == title.replace("\n", " ")


def test_a_new_show_has_an_identity_of_the_namespace_s_kind(tmp_path: Path) -> None:
    from uuid import UUID

    first, second = create(tmp_path / "a"), create(tmp_path / "b")
    assert UUID(first.guid).version == 5 == PODCAST_NAMESPACE.version
    assert first.guid != second.guid


def test_a_show_is_never_started_over_another(tmp_path: Path) -> None:
    create(tmp_path, "First")
    with pytest.raises(ShowError, match="there is a show here already"):
        create(tmp_path, "Second")
    assert load(tmp_path).title == "First"
