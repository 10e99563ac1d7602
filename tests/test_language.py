"""The language of a text is told by its words, by the common ones at once where they are many."""

import subprocess
import sys

import pytest

from podcast.language import language_of

TEXTS = {
    "en": "The ferry sails at noon, and the harbour is full of people who want to see it. ",
    "de": "Die Fähre legt um zwölf ab, und der Hafen ist voll von Leuten, die sie sehen wollen. ",
    "fr": "Le bateau part à midi et le port est plein de gens qui veulent le voir partir. ",
    "es": "El barco sale a mediodía y el puerto está lleno de gente que quiere verlo salir. ",
    "nl": "De boot vertrekt om twaalf uur en de haven staat vol met mensen die het willen zien. ",
    "da": "Færgen sejler klokken tolv, og havnen er fuld af mennesker, der gerne vil se den. ",
    "it": "Il traghetto parte a mezzogiorno e il porto è pieno di gente che vuole vederlo. ",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("times", [1, 8])
def test_the_language_of_a_text(language: str, times: int) -> None:
    assert language_of(TEXTS[language] * times) == language


def test_what_is_declared_counts_when_the_words_agree() -> None:
    assert language_of(TEXTS["en"] * 8, "en-GB") == "en-GB"
    assert language_of(TEXTS["de"] * 8, "en-GB") == "de"


NEIGHBOURS = {
    "pt": "O barco parte ao meio-dia e o porto está cheio de gente que o quer ver, mas ninguém "
    "sabe quando volta nem quanto custa a viagem até à ilha. ",
    "ca": "El vaixell surt al migdia i el port és ple de gent que el vol veure, però ningú no sap "
    "quan tornarà ni quant costa el viatge fins a l'illa. ",
    "ro": "Vaporul pleacă la prânz și portul este plin de oameni care vor să-l vadă, dar nimeni nu "
    "știe când se întoarce și cât costă drumul până la insulă. ",
}


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_a_language_is_not_taken_for_its_neighbour(language: str) -> None:
    assert language_of(NEIGHBOURS[language] * 4) == language


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_no_model_is_loaded_for_a_text_that_leaves_no_doubt(language: str) -> None:
    code = (
        "import sys; from podcast.language import language_of; "
        f"language_of({TEXTS[language] * 8!r}); sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
