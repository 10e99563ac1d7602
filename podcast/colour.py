"""Colours that can be read: the show's one colour, made light or dark enough for its background."""

from __future__ import annotations

import colorsys

from podcast.errors import ShowError

READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3, level AA)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (#rrggbb) as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, *backgrounds: str, ratio: float = READABLE) -> str:
    """Return `colour`, made darker or lighter until it can be read on every background.

    The hue stays. Raise ShowError when `colour` isn't #rrggbb.
    """
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    dark_background = max(_luminance(background) for background in backgrounds) < 0.18
    towards = 1.0 if dark_background else 0.0
    for step in range(101):
        # Each step goes a hundredth of the way to white or to black.
        lightness = light + (towards - light) * step / 100
        shade = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
        if all(contrast(shade, background) >= ratio for background in backgrounds):
            return shade
    return "#ffffff" if dark_background else "#000000"


def mixed(colour: str, other: str, share: float) -> str:
    """Return `other` with a `share` (0 to 1) of `colour` in it."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    return _hex(tuple(one * share + two * (1 - share) for one, two in pairs))


def _rgb(colour: str) -> tuple[float, float, float]:
    try:
        if len(colour) != 7 or colour[0] != "#":
            raise ValueError(colour)
        red, green, blue = bytes.fromhex(colour[1:])
    except ValueError as error:
        raise ShowError(f"colour = {colour!r} is not a colour", hint='"#14425c"') from error
    return red / 255, green / 255, blue / 255


def _hex(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
