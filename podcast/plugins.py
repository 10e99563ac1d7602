"""Voices, readers and publishers, ours and others', by one door.

A plugin is an entry point of the group, or `module:attribute` for one that isn't packaged.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, distribution, entry_points
from typing import Any

from podcast.errors import PluginError


def names(group: str) -> tuple[str, ...]:
    """The names of the group's plugins, in order."""
    return tuple(sorted(_points(group)))


def known(group: str, name: str) -> bool:
    """Whether the group has a plugin of that name."""
    return name in _ours(group) or name in _points(group)


def find(group: str, name: str) -> Any:
    """The plugin `name` of `group`; raise PluginError when there is none, or it won't load."""
    point = _ours(group).get(name) or _points(group).get(name)
    if point is not None:
        return _load(point)
    if ":" in name:
        return _attribute(name)
    from difflib import get_close_matches  # for the hint only

    kind = group.rsplit(".", 1)[-1].removesuffix("s")
    close = get_close_matches(name, names(group), n=1)
    raise PluginError(
        f"unknown {kind} {name!r}",
        hint=f"did you mean {close[0]!r}?" if close else f"one of {', '.join(names(group))}",
    )


@cache
def _ours(group: str) -> dict[str, EntryPoint]:
    """Those that the install brings: mostly one of them is asked for, and looking through all
    that is installed takes 5 ms more."""
    return {
        point.name: point for point in distribution("briefcast").entry_points.select(group=group)
    }


@cache
def _points(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=group)}


def _load(point: EntryPoint) -> Any:
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(
            f"{point.group} {point.name!r}: {error}", hint=f"install what {point.value} needs"
        ) from error


def _attribute(name: str) -> Any:
    module, _, attribute = name.partition(":")
    # A plugin in the working folder is found, as `python -m` would find it.
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise PluginError(
            f"{name!r}: {error}", hint="give module:attribute, importable from this folder"
        ) from error
