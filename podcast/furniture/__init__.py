"""Furniture: what stands around an article and isn't part of it, found with the reason."""

from __future__ import annotations

from podcast.article import Article, Block, Dropped


def sweep(article: Article) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks to be said, and what was swept out, with the reason for each."""
    return article.blocks, ()
