"""The pages in a real browser: heard, read along, by keyboard, narrow, dark, without script.

Needs Chromium; for two of them axe-core and vnu-jar from npm, installed as .ci/run does, and Java.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from podcast.feed import render_feed
from podcast.server.site import app
from podcast.show import Show
from tests import site
from tests.serving import served

pytestmark = pytest.mark.browser

MODULES = Path(__file__).parents[1] / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), "")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)

# Long enough to scroll, with words that come twice and letters that count twice.
TOLD = site.episode(
    (
        *site.STORY[:-1],
        *(
            (
                "paragraph",
                "Who pays?",
                (f"The {place} stone 🪨 is as grey as the sea, the sea.",) * 3,
            )
            for place in ("first", "second", "third", "fourth", "fifth", "sixth", "last")
        ),
        site.STORY[-1],
    )
)
PAGE = f"episodes/{TOLD.slug}/index.html"
PAGES = ("index.html", PAGE, PAGE.replace("index", "embed"))


def without(what: str) -> None:
    """Leave the test out, or fail it where everything has to be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing here")
    pytest.skip(f"{what} is missing here")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show")
    show = Show(
        folder=folder,
        title="The Harbour Post",
        description="What the tide brought in.",
        url="https://podcast.example.com/harbour/",
        language="en-GB",
        colour="#14425c",
    )
    (folder / "public").mkdir()
    (folder / "public" / "feed.xml").write_bytes(render_feed(show, [TOLD]))
    return site.write(show, [TOLD], folder / "public")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        without("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        without("Playwright")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Any, public: Path) -> Iterator[Any]:
    """Open a page of the site from the disk; complain of anything that the browser complains of.

    With `host`, from there instead; it may ask an `other` one too.
    """
    contexts = []
    complaints: list[str] = []
    homes = [public.as_uri() + "/", "data:", "blob:"]

    def open_page(path: str = PAGE, host: str = "", other: str = "", **options: Any) -> Any:
        homes.extend(filter(None, (host, other)))
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if is_bad(said) else None)
        page.on("request", lambda asked: requested(asked.url))
        page.goto((host or public.as_uri() + "/") + path)
        if options.get("java_script_enabled", True) and path != "index.html":
            until(page, "document.querySelector('audio').readyState > 0")
        return page

    def is_bad(said: Any) -> bool:
        return said.type in ("error", "warning")

    def requested(url: str) -> None:
        if not url.startswith(tuple(homes)):
            complaints.append(f"asked for {url}")

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def until(page: Any, truth: str) -> None:
    """Wait, ten seconds at most; Playwright's own way needs eval, which the pages forbid."""
    for _ in range(200):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came: {truth}")


def now(page: Any) -> float:
    """Where the player is, once it has got there."""
    until(page, "!document.querySelector('[data-player] audio').seeking")
    return float(page.evaluate("document.querySelector('[data-player] audio').currentTime"))


def seek(page: Any, seconds: float) -> None:
    page.evaluate(
        """seconds => new Promise(done => {
            const audio = document.querySelector("audio");
            audio.addEventListener("seeked", () => requestAnimationFrame(done), { once: true });
            audio.currentTime = seconds;
        })""",
        seconds,
    )


LIT = """() => [...document.querySelectorAll(".s")].flatMap((s, i) =>
    [...s.querySelectorAll(".w")].flatMap((w, j) =>
        w.classList.contains("now") ? [[i, j, w.textContent]] : []))"""


def test_the_lit_word_is_the_one_being_said(open_page: Any) -> None:
    sentences = [s for segment in TOLD.segments for s in segment.sentences]
    words = [
        (i, j, word)
        for i, sentence in enumerate(sentences)
        for j, word in enumerate(sentence.words)
    ]
    page = open_page()
    for i, j, word in random.Random(20).sample(words, 20):  # noqa: S311 -- a choice, no secret
        seek(page, (word.start + word.end) / 2)
        assert page.evaluate(LIT) == [[i, j, word.text]]


FRAMES = """() => new Promise(done => {
    const audio = document.querySelector("audio"), seen = [];
    const look = () => {
        seen.push([audio.currentTime, document.querySelector(".w.now")?.textContent]);
        if (seen.length < 60) requestAnimationFrame(look); else done(seen);
    };
    requestAnimationFrame(look);
    audio.play();
})"""


def test_the_lit_word_keeps_up_while_it_plays(open_page: Any) -> None:
    page = open_page()
    seek(page, 3)
    seen = [(moment, lit) for moment, lit in page.evaluate(FRAMES) if lit]
    assert len(seen) > 30
    assert seen[-1][0] > seen[0][0], "it doesn't play"
    words = [w for segment in TOLD.segments for s in segment.sentences for w in s.words]
    for moment, lit in seen:
        # A frame takes a 60th of a second, and times are kept to a hundredth.
        said = [w.text for w in words if w.start - 0.03 <= moment <= w.end + 0.06]
        assert lit in said, moment


def test_a_chapter_starts_where_it_says(open_page: Any) -> None:
    page = open_page()
    page.click(".chapters a:has-text('Who pays?')")
    chapter = TOLD.chapters[2]
    assert now(page) == pytest.approx(chapter.start, abs=0.5)
    assert page.inner_text("[aria-current]").startswith("Who pays?")


def test_the_bar_leads_to_its_chapters_too(open_page: Any) -> None:
    page = open_page()
    page.locator("[data-bar] g").nth(1).click()
    assert now(page) == pytest.approx(TOLD.chapters[1].start, abs=0.5)


def test_a_sentence_is_heard_when_it_is_clicked(open_page: Any) -> None:
    page = open_page()
    page.click(".s:has-text('We all do')")
    (sentence,) = next(s.sentences for s in TOLD.segments if s.kind == "quote")
    assert now(page) == pytest.approx(sentence.start, abs=0.5)


@pytest.mark.parametrize("asked", ["?t=7.5", "?t=0:07.5", "?t=7.5s", "#t=7.5", "?t=0m7.5s"])
def test_a_link_leads_to_its_moment(open_page: Any, asked: str) -> None:
    assert now(open_page(PAGE + asked)) == pytest.approx(7.5, abs=0.1)


def test_speed_and_place_survive_a_reload(open_page: Any) -> None:
    page = open_page()
    page.select_option("[data-speed]", "1.5")
    seek(page, 9)
    page.reload()
    until(page, "document.querySelector('audio').readyState > 0")
    assert now(page) == pytest.approx(9, abs=0.2)
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.5
    assert page.input_value("[data-speed]") == "1.5"


def test_buttons_go_back_and_forward(open_page: Any) -> None:
    page = open_page()
    seek(page, 20)
    page.click("[data-skip='-15']")
    assert now(page) == pytest.approx(5, abs=0.1)
    page.click("[data-skip='30']")
    assert now(page) == pytest.approx(35, abs=0.1)


def test_the_link_to_this_moment_can_be_copied(open_page: Any) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    seek(page, 12)
    page.click("[data-share]")
    until(page, "document.querySelector('[data-share]').textContent.includes('Copied')")
    assert page.evaluate("navigator.clipboard.readText()").endswith("index.html?t=12")
    assert page.inner_text("[data-status]") == "Copied"


def test_the_transcript_can_be_searched(open_page: Any) -> None:
    page = open_page()
    page.fill("[data-query]", "FIFTH stone")
    assert page.inner_text("[data-found]") == "Found: 3"
    page.press("[data-query]", "Enter")
    assert page.inner_text("[data-found]") == "1 / 3"
    until(
        page,
        """() => { const box = document.querySelector('.found').getBoundingClientRect();
                   return box.top > 0 && box.bottom < innerHeight; }""",
    )


def test_the_text_follows_the_voice(open_page: Any) -> None:
    page = open_page(reduced_motion="reduce")
    page.click(".chapters a:has-text('About')")
    until(
        page,
        """() => { const box = document.querySelector('.s.here')?.getBoundingClientRect();
                   return box && box.top > 0 && box.bottom < innerHeight; }""",
    )


def test_one_sound_at_a_time(open_page: Any) -> None:
    page = open_page()
    page.evaluate("document.querySelector('audio').play()")
    page.click("summary")
    page.evaluate("document.querySelectorAll('.segments audio')[1].play()")
    until(page, "document.querySelector('[data-player] audio').paused")


def test_from_a_server_it_seeks_and_names_the_feed_that_is_there(
    open_page: Any, public: Path
) -> None:
    with served(app(public)) as port:
        host = f"http://127.0.0.1:{port}/"
        page = open_page(PAGE.removesuffix("index.html") + "?t=30", host=host)
        assert now(page) == pytest.approx(30, abs=0.1)
        page.click(".s:has-text('We all do')")
        assert page.evaluate(LIT) or now(page)
        assert page.input_value("#feed") == f"{host}feed.xml"
        assert page.get_attribute("[data-pattern^=podcast]", "href") == (
            f"podcasts://127.0.0.1:{port}/feed.xml"
        )
        assert not page.query_selector("[data-qr]"), "it shows another address"
        page.close()


def test_the_player_can_stand_in_another_page(open_page: Any, public: Path) -> None:
    with served(app(public)) as here, served(app(public)) as elsewhere:
        inner = f"http://127.0.0.1:{here}/"
        page = open_page(
            "index.html", host=f"http://localhost:{elsewhere}/", other=inner, bypass_csp=True
        )
        page.evaluate(
            """src => { const frame = document.createElement("iframe");
                        frame.src = src; document.body.append(frame); }""",
            inner + PAGE.replace("index", "embed"),
        )
        frame = page.frame_locator("iframe")
        frame.locator("[data-skip='30']").wait_for()
        page.close()


def test_every_control_is_reached_and_worked_by_keyboard(open_page: Any) -> None:
    page = open_page()
    reached = []
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => { const e = document.activeElement;
                    const dock = document.querySelector('.dock').getBoundingClientRect();
                    const box = e.getBoundingClientRect();
                    const hidden = !e.closest('.dock') && box.bottom <= dock.bottom && box.top >= 0
                        && dock.top <= 0;
                    return [e.className + ' ' + e.tagName + ' ' + Object.keys(e.dataset),
                            getComputedStyle(e).outlineStyle, hidden]; }"""
            )
        )
        if 'data-copy="feed"' in page.evaluate("document.activeElement.outerHTML"):
            break
    names = [name for name, _, _ in reached]
    for wanted in ("skip A", "AUDIO", "skip", "speed", "share", " t", "query", "SUMMARY", "copy"):
        assert any(wanted in name for name in names), (wanted, names)
    assert all(outline != "none" for name, outline, _ in reached if "AUDIO" not in name), reached
    assert not any(hidden for _, _, hidden in reached), "what has the focus is behind the player"
    page.focus(".chapters li:nth-child(2) a")
    page.keyboard.press("Enter")
    assert now(page) == pytest.approx(TOLD.chapters[1].start, abs=0.5)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_on_a_narrow_screen(open_page: Any, path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 640})
    if page.query_selector("summary"):
        page.click("summary")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [320, 390])
def test_a_time_stands_nearer_to_its_heading_than_to_what_comes_before(
    open_page: Any, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    above, below = page.evaluate("""() => {
        const every = [...document.querySelectorAll(".paragraph")];
        const number = every.findIndex((each) => each.matches(".heading"));
        const box = (element) => element.getBoundingClientRect();
        const time = box(every[number].querySelector(".time"));
        return [time.top - box(every[number - 1]).bottom,
                box(every[number].querySelector("h3, h4")).top - time.bottom];
    }""")
    assert above > 2 * below >= 0


def test_all_works_without_script(open_page: Any) -> None:
    page = open_page(java_script_enabled=False)
    assert page.is_visible("[data-player] audio")
    assert not page.is_visible("[data-controls]")
    assert not page.is_visible("[data-find]")
    link = page.get_attribute(".chapters li:nth-child(2) a", "href")
    assert link == f"episode-1a2b3c4d.mp3#t={TOLD.chapters[1].start:g}"


def test_on_paper_it_is_the_article(open_page: Any) -> None:
    page = open_page()
    page.emulate_media(media="print")
    assert page.is_visible(".transcript")
    for gone in (".dock", ".chapters", ".subscribe", ".downloads", ".find"):
        assert not page.is_visible(gone)


LOOKS = (
    *(
        (path, scheme, width)
        for path in PAGES
        for scheme, width in (("light", 1280), ("dark", 320))
    ),
    (PAGE, "light", 320),
    (PAGE, "dark", 1280),
)


@pytest.mark.parametrize(("path", "scheme", "width"), LOOKS)
def test_axe_finds_nothing(open_page: Any, path: str, scheme: str, width: int) -> None:
    axe = MODULES / "axe-core" / "axe.min.js"
    if not axe.is_file():
        without("axe-core")
    page = open_page(
        path + "?t=9",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    if page.query_selector("summary"):
        page.click("summary")
    page.evaluate(axe.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run({ runOnly: tags, preload: false })", tags)
    assert [(finding["id"], finding["nodes"][0]["html"]) for finding in found["violations"]] == []


def test_the_markup_is_valid(public: Path) -> None:
    checker = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not checker.is_file() or not shutil.which("java"):
        without("the Nu HTML checker")
    files = [str(public / path) for path in PAGES] + [str(f) for f in public.glob("assets/*.css")]
    command = ["java", "-jar", str(checker), "--errors-only", "--also-check-css", "--stdout"]
    said = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    assert said.stdout == ""
    assert said.returncode == 0


def test_a_page_is_light(public: Path) -> None:
    page = (public / PAGE).read_text(encoding="utf-8")
    text = re.search(r'<section class="transcript".*(?=<div class="after")', page, re.DOTALL)
    times = re.search(r"data-times>(.*?)</script>", page)
    assert text
    assert times
    assets = sum(f.stat().st_size for f in public.glob("assets/*"))
    assert len(page.encode()) - len(text[0].encode()) - len(times[1]) + assets < 100_000
