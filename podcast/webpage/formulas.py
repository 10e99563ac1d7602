"""A formula in MathML → a line of text, as somebody would write it without a typesetter."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

MOST = 200
"""Elements: what has more is no formula within a sentence, and is for reading."""
_POWERS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SPACED = frozenset("=<>≤≥≈≠≡+±×·→∝∈-−")
_SILENT = ("annotation", "annotation-xml")
_UNSEEN = "\u2061\u2062\u2063\u2064"
"""Signs that only say how two others belong together."""


def is_alone(formula: HtmlElement) -> bool:
    """Whether a formula is set on a line of its own."""
    attributes = formula.attrib
    return attributes.get("display") in ("block", "true") or attributes.get("mode") == "display"


def linear(formula: HtmlElement) -> str:
    """The formula in one line; what it says for a screen reader where it's too long for that.

    <math><msup><mi>c</mi><mn>2</mn></msup></math> -> c²
    """
    if sum(1 for _ in formula.iter()) > MOST:
        return str(formula.get("alttext", ""))
    return " ".join(_said(formula).split())


def _said(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return ""
    parts = [_said(child) for child in element]
    made = _MADE.get(element.tag)
    if made and len(parts) == made[0]:
        return made[1](*parts)
    own = (element.text or "").strip(_UNSEEN + " \n\t")
    if (element.tag == "mo" and own in _SPACED) or (element.tag == "mi" and len(own) > 1):
        own = f" {own} "
    return own + (f"√{_whole(''.join(parts))}" if element.tag == "msqrt" else "".join(parts))


def _whole(text: str) -> str:
    """The text as one thing: L/g -> (L/g), c -> c"""
    return text if len(text.strip()) < 2 or text.strip().isalnum() else f"({text.strip()})"


def _raised(base: str, power: str) -> str:
    small = power.strip().translate(_POWERS)
    return f"{base}{small}" if small != power.strip() else f"{base}^{_whole(power)}"


def _lowered(base: str, index: str) -> str:
    return f"{base}{index.strip().translate(_BELOW)}"


_MADE: dict[str, tuple[int, Callable[..., str]]] = {
    "mfrac": (2, lambda above, below: f"{_whole(above)}/{_whole(below)}"),
    "msup": (2, _raised),
    "msub": (2, _lowered),
    "msubsup": (3, lambda base, index, power: _raised(_lowered(base, index), power)),
    "mroot": (2, lambda base, root: f"{root.strip().translate(_POWERS)}√{_whole(base)}"),
}
"""How many parts an element has, and what it makes of them."""
