"""The whole line, from the articles to the feed, in order. Read this first."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from podcast import freshness, lexicon, library, publication
from podcast.article import Article
from podcast.episode import Episode, mix
from podcast.errors import PodcastError, PublishError
from podcast.events import Notice, Report, Step
from podcast.publication import catalogue, public, register
from podcast.publication.catalogue import Catalogue, Row
from podcast.publication.register import Given
from podcast.recording import Cache, Recording, keys, record
from podcast.script import Script, narrate
from podcast.show import Show
from podcast.voice import AUTO, cast


@dataclass(frozen=True)
class Plan:
    """What is to be done for one article."""

    slug: str
    sources: str = ""
    """A hash of all that its episode is made from."""
    earlier: Row | None = None
    """As it is published now."""
    script: Script | None = None
    """What will be said; None when there is nothing to do."""
    error: PodcastError | None = None


@dataclass(frozen=True)
class Result:
    """What a build did for one article."""

    slug: str
    title: str = ""
    sentences: int = 0
    spoken: int = 0
    """Sentences spoken now."""
    cached: int = 0
    """Sentences whose clips were there."""
    seconds: float = 0.0
    """How long the episode is."""
    made: bool = False
    """False when it was up to date."""
    error: PodcastError | None = None


def build(
    show: Show,
    *,
    now: datetime,
    report: Report,
    voice: str = "",
    only: Sequence[str] = (),
    again: bool = False,
) -> tuple[Result, ...]:
    """Make what isn't up to date, then feed and pages; return what was done for each article.

    `only` names the articles to make (slugs), `voice` the narrator in place of the show's, `again`
    makes even what is up to date. An article that can't be made keeps the episode that is
    published, and its Result holds the error. Raise PublishError when nothing can be written.
    """
    check_voices(show, voice)
    roles = _roles(show, voice)
    with _alone(show):
        public.check_writable(show.public)
        publication.see_to_cover(show)
        known = catalogue.read(show)
        if again:
            known.made.clear()  # pages and feed too
        plans = tuple(_plans(show, known, now, voice, only, again))
        for notice in _renamed(show, known, plans):
            report(notice)
        results = tuple(_carry_out(show, plan, roles, report) for plan in plans)
        # When nothing could be made, what is published stays as it is.
        if not results or not all(result.error for result in results):
            publication.publish(show, [result.slug for result in results], known)
        if show.cache_limit and any(result.made for result in results):
            Cache(show.cache).limit(show.cache_limit)
    return results


def prune(show: Show, *, megabytes: float | None = None) -> tuple[int, int]:
    """Remove what no article of the show needs: clips, and what was mastered of them.

    Return how many clips, and the bytes of all. With `megabytes`, remove only clips, the ones used
    longest ago, until the rest is no larger than that.
    """
    # Here: with it comes pydub, which a build with nothing to do needn't wait for.
    from podcast.sound.store import Store

    needed: set[str] = set()
    paths, known = library.paths(show.articles), catalogue.read(show)
    for path in paths:
        script = _script(show, library.load(path, show.language))
        words = lexicon.load(show.folder, show.lexicon, script.language)
        earlier = known.row(path.stem)
        keep = earlier.voice_name if earlier else ""
        voices = cast(_roles(show, ""), script.language, show.engines, keep)
        needed |= keys(script, voices, words)
    cache = Cache(show.cache)
    if megabytes is not None:
        return cache.limit(megabytes, needed)
    _, mastered = Store(show.cache / "mastered").prune({path.stem for path in paths})
    removed, size = cache.prune(needed)
    return removed, size + mastered


def check_voices(show: Show, voice: str = "", language: str = "") -> None:
    """Raise VoiceError or PluginError when a voice that the show names can't be found.

    Or doesn't speak `language`, the show's unless given.
    """
    cast(_roles(show, voice), language or show.language, show.engines)


def _roles(show: Show, voice: str) -> dict[str, str]:
    """Which voice says what, by name; `voice` in place of the show's narrator."""
    narrator = voice or show.cast.get("narrator") or show.voice
    return {**show.cast, "narrator": narrator}


def _plans(
    show: Show, known: Catalogue, now: datetime, voice: str, only: Sequence[str], again: bool
) -> Iterator[Plan]:
    """Read and narrate everything before the first word is spoken: mistakes show early."""
    common = freshness.ingredients(show)
    given = register.read(show.folder)
    for path in library.paths(show.articles):
        slug = path.stem
        earlier = known.row(slug)
        try:
            sources = common.digest(library.sources(path))
            wanted = not only or slug in only
            if earlier and not (wanted and (again or _is_stale(earlier, sources, voice))):
                yield Plan(slug, earlier=earlier)
            elif wanted and (article := _due(show, path, now, given.get(slug))):
                now_given = publication.given(show, article)
                register.confirm(show.folder / register.FILE, slug, given.get(slug), now_given)
                script = _script(show, article)
                # The file may have been given its date just now.
                yield Plan(slug, common.digest(library.sources(path)), earlier, script)
        except PodcastError as error:
            yield Plan(slug, earlier=earlier, error=error)


def _renamed(show: Show, known: Catalogue, plans: Sequence[Plan]) -> Iterator[Notice]:
    """Tell of new articles that look like one whose file is gone: apps will have it twice."""
    there = {path.stem for path in library.paths(show.articles)}
    gone = {row.title: row for slug, row in known.rows.items() if slug not in there}
    for plan in plans:
        if plan.script and not plan.earlier and (old := gone.get(plan.script.title)):
            yield Notice(
                f"{plan.slug}: new to listeners, although it looks like {old.slug}, whose file is "
                f"gone; renamed? 'guid: {old.episode().guid}' in it keeps it the same episode"
            )


def _script(show: Show, article: Article) -> Script:
    """What will be said of an article, or of all those that it's a briefing of."""
    templates = show.folder / "templates"
    if not article.briefing:
        return narrate(article, minutes=article.minutes, templates=templates)
    from podcast.script.briefing import brief

    parts = [
        library.load(library.find(show.articles, part), show.language) for part in article.briefing
    ]
    script = brief(parts, title=article.title, minutes=article.minutes, templates=templates)
    assert script.article is not None  # noqa: S101 - it is made of articles
    facts = replace(
        script.article,
        title=article.title,
        slug=article.slug,
        guid=article.guid,
        date=article.date,
        summary=article.summary or script.article.summary,
    )
    return replace(script, title=article.title, article=facts)


def _is_stale(earlier: Row, sources: str, voice: str) -> bool:
    return earlier.sources != sources or voice not in ("", AUTO, earlier.voice_name)


def _due(show: Show, path: Path, now: datetime, known_by: Given | None) -> Article | None:
    """The article to be published now; None for a draft or one with a date in the future.

    What listeners have been given by that date is out, whatever a clock set back says.
    """
    article = library.load(path, show.language)
    if article.draft:
        return None
    if article.date is None:
        return library.dated(path, article, now)
    is_out = known_by is not None and known_by.date == article.date
    return article if is_out or article.date <= now else None


def _carry_out(show: Show, plan: Plan, roles: Mapping[str, str], report: Report) -> Result:
    """Record, mix and place one episode; what it needs is there before anything is replaced."""
    if plan.error:
        return Result(plan.slug, error=plan.error)
    if plan.script is None and plan.earlier:
        return _up_to_date(plan.earlier)
    assert plan.script is not None  # noqa: S101 - without a script there is an earlier one
    title = plan.script.title
    try:
        keep = plan.earlier.voice_name if plan.earlier else ""
        with ThreadPoolExecutor(1) as aside:
            # Pictures are drawn while the voice loads, which keeps one core busy.
            facts = aside.submit(publication.facts, show, plan.script, plan.sources)
            recording = record(
                plan.script,
                cast(roles, plan.script.language, show.engines, keep),
                Cache(show.cache),
                lexicon=lexicon.load(show.folder, show.lexicon, plan.script.language),
                keep=keep,
                progress=lambda done, total, share: report(Step("speaking", title, done, total)),
                notice=lambda text: report(Notice(text)),
            )
        with _staging(show, plan.slug) as folder:
            episode = mix(recording, show, folder, facts.result())
            publication.place(show, episode, folder)
    except PodcastError as error:
        return Result(plan.slug, title=title, error=error)
    return _made(episode, recording)


def _up_to_date(row: Row) -> Result:
    return Result(row.slug, row.title, row.sentences, cached=row.sentences, seconds=row.seconds)


def _made(episode: Episode, recording: Recording) -> Result:
    return Result(
        slug=episode.slug,
        title=episode.title,
        sentences=sum(len(segment.sentences) for segment in episode.segments),
        spoken=recording.spoken,
        cached=recording.cached,
        seconds=episode.seconds,
        made=True,
    )


@contextmanager
def _staging(show: Show, slug: str) -> Iterator[Path]:
    """A folder for an episode in the making; gone afterwards, whatever happens."""
    folder = show.cache / "staging" / slug
    shutil.rmtree(folder, ignore_errors=True)  # what a killed build left
    try:
        folder.mkdir(parents=True)
        yield folder
    except OSError as error:
        raise PublishError(
            f"{error.filename or folder}: {error.strerror}",
            hint="make room there, or make it writable; what is published stays as it is",
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _alone(show: Show) -> Iterator[None]:
    """One build at a time for a show: two would write the same files."""
    public.check_writable(show.cache)
    try:
        with FileLock(show.cache / "build.lock", timeout=0):
            yield
    except Timeout as error:
        raise PublishError(
            f"{show.folder}: another build is at work here", hint="wait until it's done"
        ) from error
