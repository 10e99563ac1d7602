from podcast.episode import Chapter, TimedSegment
from podcast.episode.timing import chapters, name
from podcast.recording import Recording
from podcast.script import Script, Segment


def timed(chapter: str, start: float) -> TimedSegment:
    return TimedSegment("id", "paragraph", chapter, chapter, chapter, start, start + 1, "", ())


def found(*starts: tuple[str, float], seconds: float) -> tuple[Chapter, ...]:
    recording = Recording(Script("Rain", "en", ()), (), "tone")
    return chapters(recording, tuple(timed(*start) for start in starts), seconds)


def test_a_heading_with_another_right_below_it_is_no_chapter_of_its_own():
    assert found(("Rain", 0), ("Elsewhere", 10), ("Hail", 11.5), seconds=20) == (
        Chapter("Rain", 0, 10),
        Chapter("Hail", 10, 20),
    )


def test_a_short_end_belongs_to_the_chapter_before():
    assert found(("Rain", 0), ("Close", 18), seconds=20) == (Chapter("Rain", 0, 20),)


def test_a_very_short_episode_has_one_chapter():
    assert found(("Rain", 0), ("Hail", 1), seconds=2) == (Chapter("Rain", 0, 2),)


def test_a_segment_s_file_is_named_by_its_first_words():
    assert name(Segment("id", "heading", "", (), "Große Straße 3")) == "grosse-strasse"
    assert name(Segment("id", "list", "", (), "…")) == "list"
