"""Makes tests/files/: one article, as the programs that people use save it.

Needs Debian's chromium, pandoc and libreoffice-writer. Run it again when the article changes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

FILES = Path(__file__).parent.parent / "tests" / "files"
ARTICLE = FILES / "article.md"
STYLE = """
body { font: 11pt/1.4 'DejaVu Serif', serif; text-align: justify; hyphens: auto; }
.columns { column-count: %d; column-gap: 1cm; }
h1 { font-size: 22pt; column-span: all; } h2 { font-size: 15pt; }
@page { size: A5; margin: 2cm 1.5cm; }
"""


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def page(columns: int) -> str:
    """The article as a page to print."""
    whole = run("pandoc", "-s", "-t", "html", ARTICLE)
    body = whole[whole.index("<header") : whole.index("</body>")]
    return (
        f"<html lang='en'><head><meta charset='utf-8'><title>Printed</title><style>"
        f"{STYLE % columns}</style></head><body><div class='columns'>{body}</div></body></html>"
    )


def print_page(name: str, columns: int, folder: Path, *options: str) -> None:
    """Print as Chromium does, with its own header and footer unless told otherwise."""
    source = folder / f"{name}.html"
    source.write_text(page(columns), encoding="utf-8")
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", f"--user-data-dir={folder / 'profile'}", *options,
        f"--print-to-pdf={FILES / f'{name}.pdf'}", source.as_uri(),
    )  # fmt: skip


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print_page("chromium-one-column", 1, folder)
        print_page("chromium-two-columns", 2, folder, "--no-pdf-header-footer")
        run("pandoc", "--epub-chapter-level=2", "-o", FILES / "pandoc.epub", ARTICLE)
        # The same text by hand, with a header, a footer, a footnote and two columns.
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", FILES,
            FILES / "libreoffice.fodt")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
