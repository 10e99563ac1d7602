"""The command line: one function for each verb; alone prints and exits."""

from __future__ import annotations


def run() -> None:
    """Run the command."""
