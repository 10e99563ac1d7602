"""A script to look at before it is spoken: for a terminal, a browser, or a program."""

from __future__ import annotations

from typing import Any

from podcast.script import Script


def script_json(script: Script) -> dict[str, Any]:
    """Return the script as `podcast script --json` prints it."""
    return {
        "title": script.title,
        "language": script.language,
        "segments": [
            {
                "id": segment.id,
                "kind": segment.kind,
                "chapter": segment.chapter,
                "text": segment.text,
                "spoken": segment.spoken,
                "sentences": [{"text": s.text, "spoken": s.spoken} for s in segment.sentences],
            }
            for segment in script.segments
        ],
        "dropped": [{"text": d.text, "reason": d.reason} for d in script.dropped],
    }
