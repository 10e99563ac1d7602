"""What can go wrong that the user can mend.

PodcastError
├── ShowError      show.toml or the show's folder
├── ArticleError   a source that can't be read as an article
├── VoiceError     an engine that can't be had, or won't speak
├── AudioError     sound that can't be decoded, mixed or encoded
├── PublishError   the public folder, or the host it goes to
└── PluginError    a voice, reader or publisher from elsewhere

Foreign errors become one of these where they are met; a bug stays a bug.
"""


class PodcastError(Exception):
    """Something the user can mend: `message` says what and where, `hint` what to try."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ShowError(PodcastError):
    """The show's settings or folder are not as they must be."""


class ArticleError(PodcastError):
    """A source can't be read as an article."""


class VoiceError(PodcastError):
    """An engine can't be had, or won't speak."""


class AudioError(PodcastError):
    """Sound can't be decoded, mixed or encoded."""


class PublishError(PodcastError):
    """The public folder can't be written, or its host not be reached."""


class PluginError(PodcastError):
    """A voice, reader or publisher from elsewhere can't be loaded."""
