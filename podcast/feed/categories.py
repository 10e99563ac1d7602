"""The categories that Apple's directory knows; the others take the same list."""

from __future__ import annotations

from difflib import get_close_matches

from podcast.errors import ShowError

CATEGORIES: dict[str, tuple[str, ...]] = {
    "Arts": (
        "Books",
        "Design",
        "Fashion & Beauty",
        "Food",
        "Performing Arts",
        "Visual Arts",
    ),
    "Business": (
        "Careers",
        "Entrepreneurship",
        "Investing",
        "Management",
        "Marketing",
        "Non-Profit",
    ),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": (
        "Alternative Health",
        "Fitness",
        "Medicine",
        "Mental Health",
        "Nutrition",
        "Sexuality",
    ),
    "History": (),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        "Animation & Manga",
        "Automotive",
        "Aviation",
        "Crafts",
        "Games",
        "Hobbies",
        "Home & Garden",
        "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News",
        "Daily News",
        "Entertainment News",
        "News Commentary",
        "Politics",
        "Sports News",
        "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism",
        "Christianity",
        "Hinduism",
        "Islam",
        "Judaism",
        "Religion",
        "Spirituality",
    ),
    "Science": (
        "Astronomy",
        "Chemistry",
        "Earth Sciences",
        "Life Sciences",
        "Mathematics",
        "Natural Sciences",
        "Nature",
        "Physics",
        "Social Sciences",
    ),
    "Society & Culture": (
        "Documentary",
        "Personal Journals",
        "Philosophy",
        "Places & Travel",
        "Relationships",
    ),
    "Sports": (
        "Baseball",
        "Basketball",
        "Cricket",
        "Fantasy Sports",
        "Football",
        "Golf",
        "Hockey",
        "Rugby",
        "Running",
        "Soccer",
        "Swimming",
        "Tennis",
        "Volleyball",
        "Wilderness",
        "Wrestling",
    ),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    "Technology": (),
    "True Crime": (),
}
"""Category → its subcategories, as spelled since 2019: they are case-sensitive."""


def category(name: str) -> tuple[str, str]:
    """Split "News > Politics" into ("News", "Politics"), or "News" into ("News", "").

    Raise ShowError for what isn't in the list, with the nearest that is.
    """
    above, _, below = (part.strip() for part in name.partition(">"))
    if above in CATEGORIES and (not below or below in CATEGORIES[above]):
        return above, below
    raise ShowError(f"show.toml: unknown category {name!r}", hint=_nearest(name))


def _nearest(name: str) -> str:
    names = {f"{above} > {below}" for above, all_ in CATEGORIES.items() for below in all_}
    known = {known.casefold(): known for known in names | set(CATEGORIES)}
    # A subcategory on its own is the likeliest slip: "Politics" for "News > Politics".
    known |= {full.partition(" > ")[2].casefold(): full for full in names}
    close = get_close_matches(name.casefold(), known, n=1)
    return f"did you mean {known[close[0]]!r}?" if close else f"one of {', '.join(CATEGORIES)}"
