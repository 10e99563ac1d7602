"""Voices: one file an engine; each is an entry point of `podcast.voices`."""
