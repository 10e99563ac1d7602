"""Articles come in once, keep their names, and nobody's edits are lost."""

from datetime import datetime, timezone
from pathlib import Path

import pytest

from podcast import library
from podcast.errors import ArticleError

NOW = datetime(2024, 5, 30, 6, 0, tzinfo=timezone.utc)
LATER = datetime(2024, 6, 2, 6, 0, tzinfo=timezone.utc)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("Who’s in Köln?\n\nNobody is, on a Sunday.\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "articles"


def test_an_article_gets_a_file_named_by_date_and_title(note: Path, folder: Path) -> None:
    (added,) = library.add(str(note), folder, NOW)
    assert (added.status, added.path.name) == ("new", "2024-05-30-whos-in-koln.md")
    article = library.load(added.path)
    assert (article.slug, article.title, article.date) == (added.slug, "Who’s in Köln?", NOW)


def test_bringing_it_in_again_changes_nothing(note: Path, folder: Path) -> None:
    (first,) = library.add(str(note), folder, NOW)
    before = first.path.read_bytes()
    (second,) = library.add(str(note), folder, LATER)
    assert (second.status, second.path, second.path.read_bytes()) == (
        "unchanged",
        first.path,
        before,
    )


def test_a_changed_source_changes_its_file_and_keeps_slug_and_date(
    note: Path, folder: Path
) -> None:
    (first,) = library.add(str(note), folder, NOW)
    note.write_text("Who is in Cologne?\n\nEverybody is.\n", encoding="utf-8")
    (second,) = library.add(str(note), folder, LATER)
    article = library.load(second.path)
    assert (second.status, second.path) == ("updated", first.path)
    assert (article.title, article.date) == ("Who is in Cologne?", NOW)


def test_a_file_that_somebody_edited_is_kept(note: Path, folder: Path) -> None:
    (first,) = library.add(str(note), folder, NOW)
    edited = first.path.read_text(encoding="utf-8").replace("Nobody", "Hardly anybody")
    first.path.write_text(edited, encoding="utf-8")
    note.write_text("Who is in Cologne?\n\nEverybody is.\n", encoding="utf-8")
    (second,) = library.add(str(note), folder, LATER)
    assert (second.status, second.path.read_text(encoding="utf-8")) == ("kept", edited)


def test_by_whatever_way_somebody_came_it_is_one_article(folder: Path, tmp_path: Path) -> None:
    names = []
    for way in ("?utm_source=mail&page=2", "?page=2&utm_medium=rss", "?page=2"):
        page = tmp_path / "page.html"
        page.write_text(
            f"<meta property='og:url' content='https://c.example/ice{way}'><h1>Ice</h1>"
            + "<p>The harbour is frozen, and nobody remembers when it last was like this.</p>" * 9,
            encoding="utf-8",
        )
        names += [added.path.name for added in library.add(str(page), folder, NOW)]
    assert set(names) == {"2024-05-30-ice.md"}
    assert library.load(folder / names[0]).link == "https://c.example/ice?page=2"


def test_two_articles_of_one_title_get_two_files(note: Path, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Who’s in Köln?\n\nA second one.\n", encoding="utf-8")
    names = [library.add(str(path), folder, NOW)[0].path.name for path in (note, other)]
    assert names == ["2024-05-30-whos-in-koln.md", "2024-05-30-whos-in-koln-2.md"]


def test_a_file_of_the_folder_is_left_as_it_is(folder: Path) -> None:
    folder.mkdir()
    path = folder / "mine.md"
    path.write_text("# Mine\n\nMy own words.\n", encoding="utf-8")
    assert library.add(str(path), folder, NOW) == (library.Added(path, "unchanged"),)
    assert path.read_text(encoding="utf-8") == "# Mine\n\nMy own words.\n"


def test_a_missing_date_is_written_once(folder: Path) -> None:
    folder.mkdir()
    path = folder / "mine.md"
    path.write_text("# Mine\n\nMy own words.\n", encoding="utf-8")
    dated = library.dated(path, library.load(path), NOW)
    assert dated.date == library.load(path).date == NOW
    assert path.read_text(encoding="utf-8").endswith("# Mine\n\nMy own words.\n")


def test_nothing_is_added_of_a_source_that_cant_be_read(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(ArticleError):
        library.add(str(tmp_path / "none.txt"), folder, NOW)
    assert not folder.exists()


def test_a_briefing_is_a_file_that_names_its_articles(note: Path, folder: Path) -> None:
    (part,) = library.add(str(note), folder, NOW, draft=True)
    made = library.compile_briefing(folder, [part.slug], NOW, title="Morning", minutes=5)
    article = library.load(made.path)
    assert (made.status, made.path.name) == ("new", "2024-05-30-morning.md")
    assert (article.briefing, article.minutes, article.date) == ((part.slug,), 5, NOW)
    assert library.load(part.path).draft
    again = library.compile_briefing(
        folder, [part.slug], LATER.replace(day=30, month=5), title="Morning", minutes=5
    )
    assert again.status == "unchanged"


def test_a_briefing_never_takes_the_place_of_an_article(note: Path, folder: Path) -> None:
    (part,) = library.add(str(note), folder, NOW)
    with pytest.raises(ArticleError, match="is an article"):
        library.compile_briefing(folder, [part.slug], NOW, title="Who’s in Köln?")


def test_a_briefing_is_made_from_its_articles_too(note: Path, folder: Path) -> None:
    (part,) = library.add(str(note), folder, NOW)
    made = library.compile_briefing(folder, [part.slug], NOW, title="Morning")
    before = library.sources(made.path)
    part.path.write_text(part.path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    assert library.sources(made.path) != before
    part.path.unlink()
    with pytest.raises(ArticleError, match="no article"):
        library.sources(made.path)


def test_a_title_alone_is_read_again_as_it_was_brought_in(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "only.md").write_text("---\ntitle: Rain\n---\n", encoding="utf-8")
    (added,) = library.add(str(tmp_path / "only.md"), folder, NOW)
    assert library.load(added.path).title == "Rain"


@pytest.mark.parametrize(
    "text",
    [
        "Words.\n\n![A map](maps/a.png)\n",
        'Words.\n\n![A map](../a.png "As it was")\n',
        "Words.\n\n![A map](<a map.PNG>)\n",
        "Words.\n\n![A map](a%20map.png)\n",
        "<p>Words.</p><img alt='' src=a.png>",
        '<p>Words.</p><img src="a map.jpeg">',
        "---\ntitle: A\nimage: a map.webp\n---\n\nWords.\n",
    ],
)
def test_an_episode_is_made_from_the_images_its_article_names(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "maps").mkdir()
    article = folder / "one.md"
    article.write_text(text, encoding="utf-8")
    without = library.sources(article)
    names = (
        "maps/a.png",
        "../a.png",
        "a map.PNG",
        "a map.png",
        "a.png",
        "a map.jpeg",
        "a map.webp",
    )
    for name in names:
        (folder / name).write_bytes(b"one")
    before = library.sources(article)
    assert before != without
    for name in names:
        (folder / name).write_bytes(b"two")
    assert library.sources(article) != before


@pytest.mark.parametrize(
    "name", ["", "../../b.png", "https://example.com/a.png", "//a/a.png", "a\0.png", "a" * 300]
)
def test_an_image_elsewhere_is_none(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "show" / "articles"
    folder.mkdir(parents=True)
    (tmp_path / "b.png").write_bytes(b"outside")
    assert library.image(folder, name) is None
