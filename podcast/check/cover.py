"""The cover: does every directory take it?"""

from __future__ import annotations

from pathlib import Path

from podcast.check.finding import Finding, Findings, recommend

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
SMALLEST, LARGEST = 1400, 3000
DPI = 72


def check_cover(path: Path, where: str) -> Findings:
    """Check a cover's picture."""
    from PIL import Image, UnidentifiedImageError  # here: 60 ms that only this check needs

    try:
        with Image.open(path) as image:
            image.load()
    except (OSError, UnidentifiedImageError) as error:
        yield Finding(f"not a picture: {error}", where, hint="cover.jpg, 3000 × 3000")
        return
    width, height = image.size
    if image.format != FORMATS.get(path.suffix.lower()):
        yield Finding(f"holds {image.format}, which its suffix doesn't say", where)
    if width != height:
        yield Finding(f"{width} × {height}: not square", where)
    if not SMALLEST <= width <= LARGEST:
        yield Finding(f"{width} × {height}: 1400 to 3000 is taken", where)
    elif width < LARGEST:
        yield recommend(f"{width} × {height}: 3000 × 3000 is best", where)
    if image.mode != "RGB":
        yield Finding(f"colours are {image.mode}: RGB, without transparency", where)
    if image.info.get("dpi") and round(image.info["dpi"][0]) != DPI:
        yield recommend(f"{image.info['dpi'][0]:g} dpi; 72", where)
