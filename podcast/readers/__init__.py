"""Readers: a source's bytes → an article. One file a format."""
