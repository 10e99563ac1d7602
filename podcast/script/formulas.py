"""Formulas within a sentence: what is set for a typesetter, as a person would write it."""

from __future__ import annotations

import re

_INLINE = re.compile(
    r"(?<![\w$\\])\$(?=[^\s$])(?P<dollar>[^$\n]{0,120}[=^_\\<>][^$\n]{0,120}?)(?<=[^\s\\])\$(?![\w$])"
    r"|\\\((?P<bracket>[^\n]{1,200}?)\\\)"
)
"""$E = mc^2$ or \\(E = mc^2\\); two prices in dollars have no sign of a formula between them."""
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_RAISED = re.compile(r"\^(?:\{(-?\d+)\}|(\d))")
_LOWERED = re.compile(r"_(?:\{([^{}]*)\}|(\w))")
_WORDS = re.compile(r"\\(?:text|mathrm|mathbf|mathit|operatorname)\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)(\s*)")
_KNOWN = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "approx": "≈", "leq": "≤", "le": "≤",
    "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "to": "→", "rightarrow": "→", "infty": "∞",
    "sqrt": "√", "sum": "∑", "int": "∫", "circ": "°", "degree": "°", "left": "", "right": "",
    "quad": " ", "ldots": "…", "dots": "…", "percent": "%",
}  # fmt: skip
"""What isn't said by its name, as alpha is."""
_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_POWERS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def readable(text: str) -> str:
    """The energy is $E = mc^2$. -> The energy is E = mc²."""
    return _INLINE.sub(_plain, text) if "$" in text or "\\(" in text else text


def _plain(found: re.Match[str]) -> str:
    formula = found["dollar"] or found["bracket"] or ""
    formula = _WORDS.sub(r"\1", formula)
    formula = _FRACTION.sub(r"\1/\2", formula)
    formula = _RAISED.sub(lambda power: (power[1] or power[2]).translate(_POWERS), formula)
    formula = _LOWERED.sub(_lowered, formula)
    formula = _COMMAND.sub(_named, formula)
    return " ".join(re.sub(r"\\[,;:! ]", " ", formula).replace("{", "").replace("}", "").split())


def _lowered(index: re.Match[str]) -> str:
    text = index[1] or index[2] or ""
    return text.translate(_BELOW) if text.isdecimal() else f" {text}"


def _named(command: re.Match[str]) -> str:
    name, space = command.groups()
    return f"{_KNOWN.get(name, f' {name} ')}{space}"
