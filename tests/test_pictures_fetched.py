"""A page's lead picture comes in with the article when it's wanted, and only then."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from podcast import library
from podcast.cli import main
from podcast.source import Options
from tests.hostile import Hostile, redirect, reply, running
from tests.test_library import LATER, NOW

TEXT = "The harbour is frozen, and nobody in the town remembers when it last was like this. " * 9


pytestmark = pytest.mark.usefixtures("direct")


@pytest.fixture
def server() -> Iterator[Hostile]:
    with running() as server:
        image = io.BytesIO()
        Image.new("RGB", (3000, 1500), "#336699").save(image, "PNG")
        head = "<meta property='og:image' content='/ice.png'>"
        page = f"<html><head>{head}</head><body><h1>Ice</h1><p>{TEXT}</p></body></html>"
        server.answers |= {
            "/ice": reply(page.encode(), "Content-Type: text/html"),
            "/ice.png": reply(image.getvalue(), "Content-Type: image/png"),
        }
        yield server


def add(server: Hostile, folder: Path, options: Options) -> library.Added:
    (added,) = library.add(f"http://127.0.0.1:{server.port}/ice", folder, NOW, options)
    return added


def paths(server: Hostile) -> list[str]:
    """What was asked for, in order."""
    return [request.split()[1] for request in server.asked]


def test_nothing_but_the_page_is_fetched_unasked(server: Hostile, tmp_path: Path) -> None:
    added = add(server, tmp_path, Options(allow_private=True))
    assert paths(server) == ["/ice"]
    assert library.load(added.path).image.endswith("/ice.png")


def test_the_picture_is_kept_beside_the_article(server: Hostile, tmp_path: Path) -> None:
    added = add(server, tmp_path, Options(allow_private=True, pictures=True))
    article = library.load(added.path)
    assert article.image == f"{added.slug}.jpg"
    kept = library.image(tmp_path, article.image)
    assert kept is not None
    with Image.open(kept) as picture:
        assert (picture.format, picture.size) == ("JPEG", (2000, 1000))


def test_a_picture_is_fetched_once(server: Hostile, tmp_path: Path) -> None:
    wanted = Options(allow_private=True, pictures=True)
    first = add(server, tmp_path, wanted)
    before = first.path.read_bytes()
    first.path.with_suffix(".jpg").write_bytes(b"somebody's own")
    (again,) = library.add(f"http://127.0.0.1:{server.port}/ice", tmp_path, LATER, wanted)
    (unasked,) = library.add(
        f"http://127.0.0.1:{server.port}/ice", tmp_path, LATER, Options(allow_private=True)
    )
    assert (again.status, unasked.status) == ("unchanged", "unchanged")
    assert first.path.read_bytes() == before
    assert first.path.with_suffix(".jpg").read_bytes() == b"somebody's own"
    assert paths(server).count("/ice.png") == 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (reply(b"no picture", "Content-Type: image/png"), "not one that can be read"),
        (reply(b"<p>A page", "Content-Type: text/html"), "is text/html"),
        (reply(b"<svg/>", "Content-Type: image/svg+xml"), "not one that can be read"),
        (reply(b"", status="404 Not Found"), "no such page"),
        (redirect("ftp://files.example/ice.png"), "not a web address"),
    ],
)
def test_an_article_loses_nothing_by_a_picture_that_cant_be_had(
    server: Hostile, tmp_path: Path, answer: object, told: str
) -> None:
    server.answers["/ice.png"] = answer  # type: ignore[assignment] # parametrize knows no types
    options = Options(allow_private=True, pictures=True)
    added = add(server, tmp_path, options)
    assert added.status == "new"
    assert library.load(added.path).image.endswith("/ice.png")
    assert told in next(iter(options.missing))
    assert list(tmp_path.glob("*.jpg")) == []


def test_a_picture_on_this_network_is_refused(server: Hostile, tmp_path: Path) -> None:
    page = tmp_path / "ice.html"
    page.write_bytes(
        f"<meta property=og:image content=http://127.0.0.1:{server.port}/ice.png>"
        f"<h1>Ice</h1><p>{TEXT}".encode()
    )
    options = Options(pictures=True)
    library.add(str(page), tmp_path / "articles", NOW, options)
    assert "not on the public internet" in next(iter(options.missing))
    assert server.asked == []


def test_the_show_can_ask_for_pictures(
    server: Hostile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show = ["--show", str(tmp_path)]
    assert main(["new", str(tmp_path), "--title", "A show"]) == 0
    address = f"http://127.0.0.1:{server.port}/ice"
    assert main([*show, "add", address, "--allow-private"]) == 0
    assert list((tmp_path / "articles").glob("*.jpg")) == []
    settings = tmp_path / "show.toml"
    settings.write_text("fetch_pictures = true\n" + settings.read_text("utf-8"), "utf-8")
    assert main([*show, "add", address, "--allow-private"]) == 0
    assert len(list((tmp_path / "articles").glob("*.jpg"))) == 1
    server.answers["/ice.png"] = reply(b"", status="404 Not Found")
    (tmp_path / "articles" / next((tmp_path / "articles").glob("*.jpg")).name).unlink()
    capsys.readouterr()
    assert main([*show, "add", address, "--allow-private"]) == 0
    assert "no picture: " in capsys.readouterr().err
