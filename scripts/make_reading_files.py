"""Makes tests/files/: articles of our own, as the programs that people use save them.

Needs Debian's chromium, pandoc, libreoffice-writer, groff and ghostscript, and weasyprint from
PyPI. Run it again when an article changes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from weasyprint import HTML

FILES = Path(__file__).parent.parent / "tests" / "files"
ARTICLE = FILES / "article.md"
STYLE = """
body { font: 11pt/1.4 'DejaVu Serif', serif; text-align: justify; hyphens: auto; }
.columns { column-count: %d; column-gap: 1cm; }
h1 { font-size: 22pt; column-span: all; } h2 { font-size: 15pt; }
@page { size: A5; margin: 2cm 1.5cm; }
"""

PICTURE = """<figure><svg width="120" height="90"><rect width="120" height="90" fill="#888"/></svg>
<figcaption>The place in question, seen from the bridge on a grey morning. Photo: Town archive
</figcaption></figure>"""
MAGAZINE = """
body { font: 10.5pt/1.4 'DejaVu Serif', serif; text-align: justify; hyphens: auto; }
td, th { padding: 2pt 6pt; }
.first::first-letter { font-size: 38pt; float: left; line-height: 1; margin-right: 3pt; }
figure { display: flex; gap: 8pt; margin: 0 0 8pt; break-inside: avoid; }
figcaption { font-size: 8pt; width: 3cm; }
"""
ONE_COLUMN = """
.note { float: footnote; font-size: 8pt; }
@page { size: A5; margin: 2.2cm 1.6cm;
  @top-left { content: 'The Lowland Review'; font-size: 8pt; }
  @top-right { content: 'Spring issue'; font-size: 8pt; }
  @bottom-center { content: counter(page); font-size: 8pt; } }
"""
TWO_COLUMNS = "@page { size: A4; margin: 2cm; } .text { column-count: 2; column-gap: 1cm; }"


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


def magazine(name: str, style: str) -> str:
    """An article as a page with a large initial, notes and a picture with its caption beside it."""
    written = (FILES / f"{name}.md").read_text(encoding="utf-8")
    notes = dict(re.findall(r"(?m)^\[\^(\w+)\]: (.*)$", written))
    whole = run("pandoc", "-s", "-t", "html", FILES / f"{name}.md")
    top, text = whole[whole.index("<header") : whole.index("</body>")].split("</header>")
    text = re.sub(r'<section\s+class="footnotes.*?</section>', "", text, flags=re.DOTALL)
    text = re.sub(
        r'<a\s+href="#fn(\d+)".*?</a>',
        lambda found: f'<span class="note">{notes[found[1]]}</span>',
        text,
        flags=re.DOTALL,
    )
    text = text.replace("<p>", '<p class="first">', 1).replace("<h2", f"{PICTURE}<h2", 1)
    return (
        f"<html lang='en-GB'><head><meta charset='utf-8'><title>Printed</title><style>{MAGAZINE}"
        f"{style}</style></head><body>{top}</header><div class='text'>{text}</div></body></html>"
    )


def print_page(name: str, page: str, folder: Path, *options: str) -> None:
    """Print as Chromium does, with its own header and footer unless told otherwise."""
    source = folder / f"{name}.html"
    source.write_text(page, encoding="utf-8")
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", f"--user-data-dir={folder / 'profile'}", *options,
        f"--print-to-pdf={FILES / f'{name}.pdf'}", source.as_uri(),
    )  # fmt: skip


def typeset(article: str, name: str, folder: Path) -> None:
    """Set as groff does, which moves on where a space is."""
    source, printed = folder / "article.ms", folder / "article.ps"
    run("pandoc", "-s", "-t", "ms", "-o", source, FILES / f"{article}.md")
    printed.write_text(run("groff", "-ms", "-t", "-e", "-k", "-Tps", source), encoding="latin-1")
    run("ps2pdf", printed, FILES / f"{name}.pdf")


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print_page("chromium-one-column", page(1), folder)
        bare = "--no-pdf-header-footer"
        print_page("chromium-two-columns", page(2), folder, bare)
        print_page("chromium-initial", magazine("trains", TWO_COLUMNS), folder, bare)
        HTML(string=magazine("mill", ONE_COLUMN)).write_pdf(FILES / "weasyprint.pdf")
        typeset("mill", "groff", folder)
        run("pandoc", "--epub-chapter-level=2", "-o", FILES / "pandoc.epub", ARTICLE)
        # The same text by hand, with a header, a footer, a footnote and two columns.
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", FILES,
            FILES / "libreoffice.fodt")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
