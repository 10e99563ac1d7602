"""Is a voice as a voice must be? For authors: python -m podcast.voices.contract my_voice:Robot"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from podcast import voice
from podcast.errors import PodcastError, VoiceError
from podcast.recording.cache import samples
from podcast.recording.speaking import Spoken, speak
from podcast.voice import Voice

SHORT = "Good morning."
LONG = (
    "This is a sentence of some length, with a clause in the middle of it, "
    "and it goes on for as long as the longest sentences of an article do, or nearly so."
)
HOSTILE = '<b>Five & six</b> "$(echo) `ls`; {seven}" -v --help [[x]] ]] &amp; é 日 \N{MUSICAL NOTE}'
NOTHING = " … "


@dataclass(frozen=True)
class Finding:
    """One rule, and how the voice breaks it."""

    rule: str
    problem: str = ""
    """Empty when all is well."""
    advice: bool = False
    """It works, but something is lost."""


def examine(subject: Voice) -> Iterator[Finding]:
    """Each rule of the contract in turn; the voice speaks some ten sentences."""
    for rule, test, advice in RULES:
        try:
            problem = test(subject)
        except PodcastError as error:
            problem = error.message
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        yield Finding(rule, problem, advice and bool(problem))


def _has_an_id(subject: Voice) -> str:
    if not isinstance(subject.id, str) or not subject.id.strip() or "\n" in subject.id:
        return f"{subject.id!r}: it must be one line that isn't empty"
    return "" if subject.id == subject.id else "it changes from call to call"


def _is_ready(subject: Voice) -> str:
    voice.check(subject)
    return ""


def _has_facts(subject: Voice) -> str:
    if not isinstance(subject, voice.Described):
        return "without `facts` a listener reads its id, and nobody is told where the text goes"
    facts = subject.facts
    if facts.network and not facts.notice:
        return "facts.notice must say where the text goes"
    return "" if facts.name and facts.title else "name and title must not be empty"


def _speaks(subject: Voice) -> str:
    seconds = _seconds(speak(subject, SHORT))
    return "" if 0.3 < seconds < 10 else f"{SHORT!r} takes {seconds:.1f} s"


def _takes_its_time(subject: Voice) -> str:
    short, long = _seconds(speak(subject, SHORT)), _seconds(speak(subject, LONG))
    return "" if long > 3 * short else f"{long:.1f} s for ten times the text of {short:.1f} s"


def _is_heard(subject: Voice) -> str:
    peak = max(map(abs, _samples(speak(subject, SHORT))))
    return "" if peak > 1000 else f"its loudest sample is {peak} of 32767"


def _does_not_clip(subject: Voice) -> str:
    loud = sum(abs(sample) >= 32767 for sample in _samples(speak(subject, LONG)))
    return f"{loud} samples are clipped" if loud > 10 else ""


def _says_any_text(subject: Voice) -> str:
    speak(subject, HOSTILE)
    return ""


def _says_when_it_can_not(subject: Voice) -> str:
    try:
        spoken = speak(subject, NOTHING)
    except VoiceError as error:
        return "" if error.hint else "VoiceError has no hint"
    return "" if _seconds(spoken) < 3 else "it says something where there's nothing to say"


def _stands_threads(subject: Voice) -> str:
    texts = [f"{SHORT} {number}" for number in ("One.", "Two.", "Three.", "Four.")]
    with ThreadPoolExecutor(4) as pool:
        spoken = list(pool.map(lambda text: speak(subject, text), texts))
    alone = [_seconds(speak(subject, text)) for text in texts]
    far = [abs(_seconds(s) - a) > 0.3 * a for s, a in zip(spoken, alone, strict=True)]
    return "several at a time sound otherwise than one after another" if any(far) else ""


def _times_its_words(subject: Voice) -> str:
    audio = subject.say(LONG)
    if not audio.words:
        return "it has none: they are found in the sound, within a tenth of a second or so"
    if [word.text for word in audio.words] != LONG.split():
        return "the words are not the text's, parted at spaces"
    times = [time for word in audio.words for time in (word.start, word.end)]
    if times != sorted(times) or times[0] < 0:
        return "they don't follow one another"
    return "" if times[-1] <= _seconds(speak(subject, LONG)) + 0.01 else "they outlast the sound"


def _repeats_itself(subject: Voice) -> str:
    same = speak(subject, SHORT).wav == speak(subject, SHORT).wav
    return "" if same else "the same text gives other bytes: a rebuild from nothing changes the MP3"


def _travels(subject: Voice) -> str:
    try:
        pickle.dumps(subject)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        return f"it can't be sent to other processes or machines: {error}"
    return ""


RULES: Sequence[tuple[str, Callable[[Voice], str], bool]] = (
    ("it has an id", _has_an_id, False),
    ("it has facts", _has_facts, True),
    ("it can be had", _is_ready, False),
    ("it speaks", _speaks, False),
    ("a longer text takes longer", _takes_its_time, False),
    ("it is heard", _is_heard, False),
    ("it doesn't clip", _does_not_clip, False),
    ("it takes any text", _says_any_text, False),
    (
        "it raises VoiceError, with a hint, when there's nothing to say",
        _says_when_it_can_not,
        False,
    ),
    ("several threads may ask at once", _stands_threads, False),
    ("it tells its words' times", _times_its_words, True),
    ("the same text gives the same bytes", _repeats_itself, True),
    ("it can be sent to other machines", _travels, True),
)
"""What is required or, where the last is True, advised."""


def _seconds(spoken: Spoken) -> float:
    found = samples(spoken.wav)
    return found[1] / 2 / found[2] if found else 0.0


def _samples(spoken: Spoken) -> Sequence[int]:
    from array import array

    found = samples(spoken.wav)
    if found is None:
        return [0]
    start, size, _ = found
    return array("h", spoken.wav[start : start + size])


def main(arguments: Sequence[str]) -> int:
    """Examine the voice named in `arguments`; 1 when it breaks a rule."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m podcast.voices.contract NAME or module:attribute\n")
        return 2
    broken = 0
    try:
        (subject,) = voice.choose(arguments[0]).voices
    except PodcastError as error:
        sys.stderr.write(f"error: {error.message}\n  try: {error.hint}\n")
        return 1
    for finding in examine(subject):
        mark = "advice" if finding.advice else "BROKEN" if finding.problem else "ok"
        sys.stdout.write(
            f"{mark:7} {finding.rule}{': ' * bool(finding.problem)}{finding.problem}\n"
        )
        broken += bool(finding.problem and not finding.advice)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
