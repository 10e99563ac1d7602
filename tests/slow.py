"""A voice that says its first sentence at once, and is then in no hurry."""

from __future__ import annotations

import time

from podcast.voice import Audio
from tests.tone import ToneVoice


class SlowVoice(ToneVoice):
    def say(self, text: str) -> Audio:
        if self.said:
            time.sleep(60)
        return super().say(text)
