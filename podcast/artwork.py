"""Artwork: a show's cover and an episode's picture, drawn from words and one colour."""

from __future__ import annotations

import colorsys
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from podcast.colour import contrast, readable
from podcast.errors import ArticleError

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

COVER = 3000
"""Pixels of a cover's side: the most that directories take, and what they ask for."""
PICTURE = 1400
"""Of an episode's picture: the least that they take."""
INSIDE = 600
"""Of the picture within an MP3."""

QUALITIES = (90, 84, 78, 70, 60)
HEAVIEST = 480_000
"""Bytes: Apple asks for less than half a megabyte; apps load covers by the dozen."""
PIXELS = 60_000_000
"""Of a picture from elsewhere, at most: a bomb of a few bytes can unfold to gigabytes."""

WHITE = "#ffffff"
LIGHT = 2.5
"""The contrast to white under which a colour is a light one."""
READABLE = 7.0
"""The contrast that WCAG 2.2 asks of text that everybody can read (1.4.6, level AAA)."""

MARGIN = 0.09
"""Of the side, around all that is written."""
TEXT = 0.47
"""The part of the height that the title may take."""
LEADING = 1.02
"""From line to line, in letters' height."""
LARGEST, SMALLEST = 0.26, 0.06
"""Of a title's letters, as a part of the side."""
BARS = 23
"""Of the wave: odd, so that one stands in the middle."""
WAVE = 0.80
"""Where the wave's middle is: its foot may go under a player's buttons, the words never."""


def draw_cover(title: str, author: str, colour: str) -> bytes:
    """A square JPEG, 3000 pixels wide, under 500 kB: title, author, and a wave of the title's own.

    Raise ShowError when `colour` isn't #rrggbb.
    """
    below = "" if author == title else author  # a publication is often both
    return _encoded(_drawn(title, below, colour, COVER))


def draw_picture(title: str, show: str, colour: str, image: bytes = b"") -> bytes:
    """A square JPEG for one episode, 1400 pixels wide.

    From the article's own `image`, cropped to a square and tinted in the show's colour; drawn
    from the title without one. Raise ArticleError when `image` isn't a picture.
    """
    if image:
        return _encoded(_tinted(_opened(image), colour))
    return _encoded(_drawn(title, show, colour, PICTURE))


def scaled(picture: bytes, side: int) -> bytes:
    """A picture as a square JPEG, `side` pixels wide; raise ArticleError when it isn't one."""
    return _encoded(_square(_opened(picture, side), side))


def whole(image: bytes, side: int) -> bytes:
    """An image as a JPEG no wider and no higher than `side`, all of it, in its own shape.

    Raise ArticleError when it isn't a picture.
    """
    picture = _opened(image, side)
    picture.thumbnail((side, side))
    return _encoded(picture)


@dataclass(frozen=True)
class Paint:
    """The colours of a picture, #rrggbb: of its ground from above to below, and of what's on it."""

    above: str
    below: str
    ink: str
    accent: str


def paint(colour: str) -> Paint:
    """Colours that go with `colour`, and are easy to read on it."""
    if contrast(colour, WHITE) < LIGHT:  # a light ground: dark words read better on it than white
        hue, light, saturation = _hls(colour)
        below = _hex(hue + 0.03, light * 0.93, saturation)
        ink = readable(_hex(hue, 0.12, min(saturation, 0.5)), colour, below, ratio=READABLE)
        return Paint(colour, below, ink, readable(_hex(hue + 0.5, 0.35, 0.6), below, ratio=4.5))
    above = readable(colour, WHITE, ratio=READABLE)
    hue, light, saturation = _hls(above)
    steps = (_hex(hue + 0.03, light + 0.01 * step, saturation) for step in range(20, 0, -1))
    below = next((shade for shade in steps if contrast(shade, WHITE) >= 4.5), above)
    # A warm light on a cool ground, and the other way round.
    return Paint(above, below, WHITE, _hex(hue + 0.45, 0.72, 0.85))


def _drawn(title: str, below: str, colour: str, side: int) -> Image.Image:
    from PIL import Image, ImageDraw, ImageOps

    colours = paint(colour)
    slope = Image.linear_gradient("L").resize((side, side))
    slope = Image.blend(slope, slope.rotate(90), 0.35)
    picture = ImageOps.colorize(slope, colours.above, colours.below)
    draw = ImageDraw.Draw(picture)
    words, small = _written(title), _written(below)
    _wave(draw, title, side, colours, middle=WAVE if words else 0.5)
    if words:
        _words(draw, words, small, side, colours)
    return picture


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)


def _hex(hue: float, light: float, saturation: float) -> str:
    rgb = colorsys.hls_to_rgb(hue % 1, min(1.0, light), min(1.0, saturation))
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)


def _wave(draw: ImageDraw.ImageDraw, title: str, side: int, colours: Paint, middle: float) -> None:
    """Bars as of a voice, their heights of the title: each show and episode has its own."""
    step = side * (1 - 2 * MARGIN) / BARS
    width = step * 0.56
    heights = hashlib.sha256(title.encode()).digest()
    for number in range(BARS):
        arch = 1 - abs(number - BARS // 2) / (BARS / 2 + 1.5)
        height = side * (0.03 + 0.27 * arch * (0.3 + 0.7 * heights[number] / 255))
        left = side * MARGIN + number * step + (step - width) / 2
        box = (left, side * middle - height / 2, left + width, side * middle + height / 2)
        fill = colours.accent if number % 3 else colours.ink
        draw.rounded_rectangle(box, radius=width / 2, fill=fill)


def _words(draw: ImageDraw.ImageDraw, title: str, below: str, side: int, colours: Paint) -> None:
    room = round(side * (1 - 2 * MARGIN))
    font, lines = _fitted(title, room, round(side * TEXT), side)
    top = side * MARGIN * 0.75
    foot = top
    for line in lines:
        draw.text((side * MARGIN, top), line, font=font, fill=colours.ink)
        foot = max(foot, draw.textbbox((side * MARGIN, top), line, font=font)[3])
        top += font.size * LEADING
    small = _fit_line(below, room, side * 0.055)
    if small:
        draw.text((side * MARGIN, foot + side * 0.025), below, font=small, fill=colours.accent)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    files = resources.files("font_source_sans_pro") / "files"
    with resources.as_file(files / f"SourceSansPro-{weight}.otf") as path:
        return ImageFont.truetype(io.BytesIO(path.read_bytes()), size)


def _written(text: str) -> str:
    """The words that the typeface can write: it has Latin, Greek and Cyrillic letters."""
    font = _font("Bold", 24)
    missing = font.getmask("\uffff").getbbox(), bytes(font.getmask("\uffff"))

    def known(letter: str) -> bool:
        mask = font.getmask(letter)
        return (mask.getbbox(), bytes(mask)) != missing

    return " ".join(word for word in text.split() if all(map(known, word)))


def _fitted(
    title: str, width: int, height: int, side: int
) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title fits, and its lines; cut where it never does."""
    size = LARGEST
    while True:
        font = _font("Black", round(size * side))
        lines = list(_lines(title, font, width))
        widest = max((font.getlength(line) for line in lines), default=0)
        if widest <= width and len(lines) * font.size * LEADING <= height:
            return font, lines
        if size <= SMALLEST:
            most = int(height / (font.size * LEADING))
            return font, list(_cut(lines, most, font, width))
        size -= 0.01


def _lines(title: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for word in title.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _cut(lines: list[str], most: int, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The first `most` lines; what is cut off is marked, and so is a word that is too wide."""
    for number, line in enumerate(lines[:most]):
        more = "…" if number == most - 1 and len(lines) > most else ""
        while font.getlength(line + more) > width:
            line, more = line[:-1].rstrip(), "…"
        yield line + more


def _fit_line(text: str, width: int, size: float) -> ImageFont.FreeTypeFont | None:
    """Letters in which `text` fits on one line; none when they'd be too small to read."""
    for part in (1.0, 0.85, 0.7) if text else ():
        font = _font("Semibold", round(size * part))
        if font.getlength(text) <= width:
            return font
    return None


def _opened(image: bytes, side: int = 0) -> Image.Image:
    """The picture, upright and on white; large enough for `side` pixels, if they're told."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(image)) as found:
            if found.width * found.height > PIXELS:
                raise ArticleError(
                    f"picture: {found.width} × {found.height} pixels are too many",
                    hint="give a smaller one",
                )
            if side:
                # A JPEG is then decoded at a half or a quarter of its size: a cover of 3000 pixels
                # takes a fifth of the time and of the memory.
                found.draft(None, (2 * side, 2 * side))
            upright = ImageOps.exif_transpose(found)
            if not upright.has_transparency_data:
                return upright.convert("RGB")
            flat = upright.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ArticleError("picture: not one that can be read", hint="JPEG, PNG or WebP") from error
    on_white = Image.new("RGB", flat.size, WHITE)
    on_white.paste(flat, mask=flat.getchannel("A"))
    return on_white


def _square(picture: Image.Image, side: int) -> Image.Image:
    """The middle of a picture; its upper part when it's tall, where faces are."""
    from PIL import Image, ImageOps

    size = (side, side)
    return ImageOps.fit(picture, size, Image.Resampling.LANCZOS, centering=(0.5, 0.35))


def _tinted(picture: Image.Image, colour: str) -> Image.Image:
    """Cropped, evened out, and leaning to the show's colour, so that episodes look alike."""
    from PIL import Image, ImageOps

    square = ImageOps.autocontrast(_square(picture, PICTURE), cutoff=1)
    dark = readable(colour, WHITE, ratio=READABLE)
    duotone = ImageOps.colorize(square.convert("L"), dark, WHITE)
    return Image.blend(square, duotone, 0.35)


def _encoded(picture: Image.Image) -> bytes:
    for quality in QUALITIES:
        file = io.BytesIO()
        # 72 dpi, and no subsampling of colour, which would fray the letters.
        picture.save(file, "JPEG", quality=quality, dpi=(72, 72), optimize=True, subsampling=0)
        if file.tell() <= HEAVIEST:
            break
    return file.getvalue()
