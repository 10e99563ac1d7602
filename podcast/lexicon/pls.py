"""W3C Pronunciation Lexicons (PLS 1.0) as entries of ours."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from podcast.errors import ShowError
from podcast.lexicon import Entry

NAMESPACE = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse(text: str, where: str) -> Iterator[Entry]:
    """An entry for each grapheme; the first phoneme or alias of a lexeme counts (PLS 4.4, 4.6).

    Raise ShowError for what isn't PLS, or isn't written in the International Phonetic Alphabet.
    """
    # Entities are how a small file becomes a large one, or another's; PLS has no use for them.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ShowError(f"{where}: has a document type", hint="remove the line with <!DOCTYPE")
    try:
        root = ElementTree.fromstring(text.encode())  # noqa: S314 - it has no entities
    except ElementTree.ParseError as error:
        raise ShowError(f"{where}: {error}", hint="a PLS file is XML") from error
    if root.tag != f"{NAMESPACE}lexicon":
        raise ShowError(f"{where}: not a PLS lexicon but {root.tag!r}", hint=NAMESPACE.strip("{}"))
    alphabet = root.get("alphabet", "ipa")
    for lexeme in root.iter(f"{NAMESPACE}lexeme"):
        phonemes = lexeme.find(f"{NAMESPACE}phoneme")
        alias = lexeme.find(f"{NAMESPACE}alias")
        ipa = _text(phonemes)
        if ipa and phonemes is not None and phonemes.get("alphabet", alphabet) != "ipa":
            raise ShowError(
                f"{where}: alphabet {phonemes.get('alphabet', alphabet)!r}", hint='alphabet="ipa"'
            )
        for grapheme in lexeme.iter(f"{NAMESPACE}grapheme"):
            if _text(grapheme) and (ipa or _text(alias)):
                yield Entry(
                    _text(grapheme), say=_text(alias), ipa=ipa, language=root.get(LANGUAGE, "")
                )


def _text(element: ElementTree.Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""
