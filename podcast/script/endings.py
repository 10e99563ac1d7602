"""What words tell of a sentence's end: those that begin one, and those whose stop ends none."""

from __future__ import annotations

from functools import lru_cache

from podcast import spoken

_NUMBERED = """
    No. Nos. N°. Art. art. Nr. núm. n. no. párr. párrf. Ext. ext. Cra. Lun. Mar. Mié. Jue. Vie. Sáb.
    Dom.
"""
NUMBERED = frozenset(_NUMBERED.split())
"""Abbreviations only before a number: "No." and "no." are words, too."""

LOUD = frozenset(["Yahoo!", "Yum!", "Joomla!", "Jeopardy!", "Oklahoma!", "Wham!", "Ahoy!"])
"""Names that end as a sentence does; "Yahoo! Inc." goes on."""

_LABELS = """
    vitamin plan class grade group type hepatitis option team exhibit appendix category klasse
    gruppe typ kategorie vitamine groupe catégorie annexe hépatite vitamina grupo tipo clase
"""
LABELS = frozenset(_LABELS.split())
"""What a single letter names one of: "plan B." is no initial."""

STARTERS = {
    "en": """the a an he she it they we you i this that these those there here but and so or yet
        for in on at by with from to of as if when while where what why who how which after
        before since until although though however meanwhile then now not no yes some many most
        all both each every another such my your his her its our their is are was were do does
        did can could will would should may might have has had let last also still even just
        only once during under over about it's he's she's that's there's they're we're i'm
        don't nobody everybody somebody anybody someone everyone nothing everything something
        please let's here's what's who's it'll i've we've you're neither either instead later
        perhaps maybe never always often sometimes thus hence yet""",
    "de": """der die das den dem des ein eine einer einem einen er sie es wir ihr ich du man dies
        diese dieser dieses diesem diesen jene jener dort hier aber und so oder doch denn in im
        an am auf bei mit von vom zu zum zur aus nach vor seit bis für durch gegen ohne um über
        unter wenn als während wo was warum wer wie welche obwohl jedoch dann nun jetzt nicht
        kein keine ja nein einige viele alle beide jeder jede sein seine ihre unser unsere ist
        sind war waren hat haben wird werden kann können soll sollen muss müssen auch noch schon
        nur damit dabei dazu danach dafür darum deshalb allerdings laut also""",
    "fr": """le la les l un une des il elle ils elles on nous vous je tu ce cet cette ces ça cela
        c'est c mais et ou donc or ni car dans en sur à au aux par avec sans pour de du d depuis
        après avant pendant si quand lorsque où que qui quoi pourquoi comment quel quelle bien
        cependant toutefois puis alors ensuite enfin ne non oui certains tous toutes chaque son
        sa ses leur leurs notre votre mon ma mes est sont était a ont selon malgré il n'y""",
    "es": """el la los las un una unos unas él ella ellos ellas nosotros usted ustedes yo tú esto
        este esta estos estas eso ese esa pero y o u sino pues en con sin por para de del desde
        hasta tras según si cuando mientras donde qué que quién cómo cuál aunque sin embargo
        entonces luego ahora no sí algunos muchos todos todas cada su sus nuestro mi es son era
        fue ha han hay se lo le ya también además así al a""",
}
"""Words that begin a sentence after an abbreviation more often than they follow it within one."""

SUBJECTS = {
    "en": """the a an he she it they we you i this that these those there his her its their our
        my""",
    "de": "der die das den dem des ein eine einer er sie es wir ihr ich man dies diese dieser",
    "fr": "le la les l un une il elle ils elles on nous vous je ce cet cette ces",
    "es": "el la los las un una él ella ellos ellas nosotros yo esto este esta estos estas",
}
"""Those of them that begin one after an abbreviation even where all is in capitals."""

FOLLOWED = {
    "en": """Dr. Mr. Mrs. Ms. Mx. Prof. St. Mt. Gen. Lt. Col. Sgt. Capt. Cmdr. Adm. Maj. Rev. Hon.
        Gov. Sen. Rep. Pres. Fr. Sr. Messrs. vs. v. No. Nos. N°. Fig. Figs. Vol. vol. Ch. Sec. Art.
        p. pp. approx. c. ca. e.g. i.e. cf. esp. incl. viz. aka a.k.a. Ft. Msgr. Insp. Supt.
        Det. Cpl. Pvt. Pte.""",
    "de": """Dr. Prof. Hr. Fr. St. Nr. Abb. Bd. Kap. Art. Abs. S. Ziff. ca. bzw. z.B. z. d.h. d.
        u.a. u. v. bzgl. evtl. ggf. inkl. exkl. max. min. sog. vgl. Mag. Ing. Dipl. Hl. geb.
        gest. Frhr. i. o. a. e. Tel. Str. Mt.""",
    "fr": """M. MM. Dr. Pr. N°. St. Ste. Mgr. Me. n. no. fig. vol. chap. art. p. pp. env. cf. av.
        apr. éd. ex. tél. Mr. Mrs. Mt.""",
    "es": """Sr. Sra. Srta. Dr. Dra. D. Dña. Prof. Profa. Lic. Ing. Gral. Cnel. Tte. Sto. Sta. S.
        núm. n. N°. Fig. vol. cap. art. pág. págs. p. pp. aprox. p.ej. p. Ud. Uds. Av. Avda. Excmo.
        Ilmo. Hble. Mr. Mrs. Mt.""",
}
"""Abbreviations that another word always follows: no sentence ends with them."""


def is_subject(word: str, base: str) -> bool:
    """Whether the word begins sentences, whatever stands before."""
    return word.lower() in SUBJECTS.get(base, "").split()


def is_starter(word: str, base: str) -> bool:
    """Whether the word begins sentences."""
    return word.lower().replace("’", "'") in _starters(base)


@lru_cache(maxsize=16)
def _starters(base: str) -> frozenset[str]:
    return frozenset(STARTERS.get(base, "").split())


@lru_cache(maxsize=16)
def followed(base: str) -> frozenset[str]:
    """Return the abbreviations of the language that no sentence ends with."""
    return frozenset(FOLLOWED.get(base, "").split())


@lru_cache(maxsize=16)
def abbreviations(base: str) -> frozenset[str]:
    """Return the abbreviations of the language."""
    return spoken.abbreviations(base)
