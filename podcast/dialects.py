"""Markdown as people write it, in its several dialects → a tree."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.tree import SyntaxTreeNode

_SHORTCODE = re.compile(r"(?<!\\)(?:\{\{[<%][^\n]*?[>%]\}\}|\{%[^\n]*?%\})")
ATTRIBUTES = re.compile(r"\s*(?<!\\)\{[#.][^{}]*\}$")
"""A heading's id and classes, as pandoc and kramdown write them."""
CALLOUT = re.compile(r"\[!\w+\][+-]?\s*")


def parse(body: str) -> SyntaxTreeNode:
    """The tree of a text without front matter; RecursionError when it's nested too deep."""
    return SyntaxTreeNode(_parser().parse(body))


@cache
def _parser() -> MarkdownIt:
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # No link's address is used: one that isn't safe to open is no reason to read out its brackets.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    # Notes stay where they are written, and one that nothing refers to isn't lost.
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.use(container_plugin, name="any", validate=lambda *_: True)
    parser.core.ruler.before("inline", "shortcodes", _without_shortcodes)
    return parser.use(deflist_plugin)


def _without_shortcodes(state: StateCore) -> None:
    """Take out what a site's program was to fill in: {{< figure … >}}, {% include … %}."""
    for token in state.tokens:
        if token.type == "inline" and "{" in token.content:
            token.content = _SHORTCODE.sub("", token.content)


def source_of(node: SyntaxTreeNode) -> str:
    """A block's text as it was written, with the backslashes that tell it from markup."""
    inline = node.children[0] if node.children else None
    return inline.content.strip() if inline is not None and inline.type == "inline" else ""


def seen(children: Sequence[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode]:
    """All but what stands between <script> and </script>, or <style> and its end."""
    tags = {n: c.content.lower() for n, c in enumerate(children) if c.type == "html_inline"}
    ends = [n for n, tag in tags.items() if tag.startswith(("</script", "</style"))]
    until = 0
    for place, child in enumerate(children):
        if place >= until and tags.get(place, "").startswith(("<script", "<style")):
            end = bisect(ends, place)
            until = ends[end] if end < len(ends) else until
        if place >= until:
            yield child
