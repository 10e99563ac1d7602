"""Money: signs and codes, magnitudes, ranges, coins."""

from __future__ import annotations

import re
from pathlib import Path

from podcast.spoken import tables
from podcast.spoken.en import figures
from podcast.spoken.en.figures import DASH, LEFT, MAGNITUDE, NUMBER
from podcast.spoken.en.measures import is_one, per_unit, sign_of
from podcast.spoken.rules import DIGITS, Found, Rule

_DATA = Path(__file__).parent / "data"


def _currencies() -> dict[str, tuple[str, ...]]:
    return tables.read_forms(_DATA, "currencies")


def say_money(found: Found) -> str | None:
    """€1.2bn → one point two billion euros; $5–10 million; a €2.3bn package; $12.52; $25/year."""
    forms = _currencies()[re.sub(r"\s|(?<=sh)\.", "", found["cur"])]
    number = re.sub(r"^([0-9]{1,3}),([0-9]{1,2})$", r"\1.\2", found["n"])
    last = found["n2"]
    if last:
        return _money_range(forms, found)
    said = _sum(forms, number, found["mag"], found, adjective=figures.describes(found))
    said = f"{sign_of(found)}{said}"
    if found["plus"]:
        said = f"more than {said}"
    if found["per"]:
        said += f" {per_unit(found['per'], found)}"
    return said


def _sum(
    forms: tuple[str, ...], number: str, magnitude: str, found: Found, *, adjective: bool
) -> str:
    whole, _, rest = number.replace(",", "").partition(".")
    if not magnitude.strip() and rest and len(forms) > 2:
        rest = rest.rstrip("0") if len(rest) > 2 else rest
        if len(rest) <= 2:
            return _coins(forms, whole, rest.ljust(2, "0"), found)
        number = f"{whole}.{rest}"
    one = is_one(number, magnitude) or adjective
    return f"{figures.amount(number, magnitude, found)} {forms[0] if one else forms[1]}"


def _coins(forms: tuple[str, ...], whole: str, rest: str, found: Found) -> str:
    """12.52 → twelve dollars fifty-two cents; 0.05 → five cents; 5.00 → five dollars."""
    large, small = int(whole or 0), int(rest)
    notes = f"{figures.count(str(large), found)} {forms[0] if large == 1 else forms[1]}"
    if not small:
        return notes
    coins = f"{figures.cardinal(small, found)} {forms[2] if small == 1 else forms[3]}"
    return f"{notes} {coins}" if large else coins


def _money_range(forms: tuple[str, ...], found: Found) -> str:
    first_magnitude, last_magnitude = found["mag"], found["mag2"]
    last = _sum(forms, found["n2"], last_magnitude, found, adjective=figures.describes(found))
    if found["cur2"] or (first_magnitude and first_magnitude != last_magnitude):
        adjective = figures.describes(found)
        first = _sum(forms, found["n"], first_magnitude or "", found, adjective=adjective)
        if last_magnitude and not first_magnitude and "." not in found["n"]:
            first = _sum(forms, found["n"], last_magnitude, found, adjective=False)
    else:
        same = first_magnitude == last_magnitude or not first_magnitude
        first = figures.amount(found["n"], "" if same else first_magnitude, found)
    said = f"{sign_of(found)}{first} to {last}"
    return f"{said} {per_unit(found['per'], found)}" if found["per"] else said


def say_shared_magnitude(found: Found) -> str | None:
    """$1.5 to $2m → one point five to two million dollars."""
    if float(found["n"]) > float(found["n2"]):
        return None
    forms = _currencies()[re.sub(r"\s", "", found["cur"])]
    last = _sum(forms, found["n2"], found["mag2"], found, adjective=figures.describes(found))
    return f"{figures.count(found['n'], found)} {found['join']} {last}"


def say_money_after(found: Found) -> str | None:
    """5€, 5 EUR, 500 million USD → … euros."""
    forms = _currencies()[found["cur"]]
    if found["n2"]:
        first = figures.amount(found["n"], "", found)
        last = figures.amount(found["n2"], found["mag"], found)
        return f"{first} to {last} {forms[1]}"
    return sign_of(found) + _sum(
        forms, found["n"], found["mag"], found, adjective=figures.describes(found)
    )


_EACH = {
    "pppn": " per person per night",
    "pppw": " per person per week",
    "pp": " per person",
    "pw": " a week",
    "pcm": " a month",
    "pa": " a year",
}


def say_each(found: Found) -> str | None:
    """£120pppn, £35pp, £900pcm → per person per night …; 3pp are points."""
    told = re.search(r"[£$€][0-9.,–-]+[kKm]?$", found.before)
    return _EACH[found.text.strip()] if told else None


def say_old_money(found: Found) -> str | None:
    """£3 10s. 6d. → three pounds, ten shillings and six pence."""
    parts = re.findall("[0-9]+", found.text)
    if figures.glued(found) or len(parts) != (3 if found.text[0] == "£" else 2):
        return None
    pounds, shillings, pence = (int(part) for part in ["0", *parts][-3:])
    said = (
        f"{figures.cardinal(pounds, found)} pound{'' if pounds == 1 else 's'}, " if pounds else ""
    )
    said += f"{figures.cardinal(shillings, found)} shilling{'' if shillings == 1 else 's'} and "
    return said + f"{figures.cardinal(pence, found)} {'penny' if pence == 1 else 'pence'}"


_RESOLUTIONS = {"240", "360", "480", "720", "1080", "1440", "2160"}


def say_coins(found: Found) -> str | None:
    """50p → fifty pence; 7c, 99¢ → ninety-nine cents; 1080p → ten eighty p."""
    number = found["n"]
    if number in _RESOLUTIONS and found["sign"] == "p" and not found["from"]:
        return f"{figures.year(int(number), found)} p"
    one = is_one(number, "")
    penny = found["sign"] == "p"
    unit = ("penny" if one else "pence") if penny else ("cent" if one else "cents")
    first = f"{figures.count(found['from'], found)} to " if found["from"] else ""
    return f"{first}{figures.count(number, found)} {unit}"


_CODES = (
    r"USD|EUR|GBP|JPY|CNY|CHF|SEK|NOK|DKK|INR|AUD|CAD|NZD|HKD|SGD|RUB|UAH|PLN|CZK|HUF|TRY|KRW|BRL"
    r"|MXN|ZAR|ILS|SAR|AED|BTC|ETH|THB|IDR|MYR|VND|TWD|NGN|KES|EGP|PKR|BDT|ARS|CLP|ISK|QAR|KWD"
    r"|IRR|KZT|USDT"
)


_BEFORE_SIGN = r"(?:U\.S\.|US|AU|A|CA|C|NZ|HK|SG|S|NT|J|R|MX|Mex|Z|N|TT|B)?\$|CN¥|GH[¢₵]|[¢£€¥￥₹₽₩₺₴₪₦₫₱฿₵₡₸₿₲₼₾]"


_RAND = r"[RN](?=[0-9]{1,3}(?:,[0-9]{3})+\b|[0-9.]{1,6}\s?(?:m|bn|tn|million|billion|trillion)\b|[0-9]{1,4}\.[0-9]{2}\b)"
"""Rand and naira: R100m, N1,500; but the R50 is a road."""


_CURRENCY = rf"(?:(?:{_BEFORE_SIGN})\s?|(?:RMB|Rs\.?|Fr\.?|K[Ss]h\.?|kr|Tk|Rp|RM|{_CODES})\s?(?=[0-9])|{_RAND})"


_LAKHS = r"[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9,])|[0-9]{1,3},[0-9]{1,2}(?![0-9,])"
"""The Indian way to group figures, ₹1,00,000, and the European way to part them, €1,5."""


_PER = (
    r"(?:\s?/\s?(?P<per>(?:100\s?|sq\.?\s)?[a-z]{1,6}[²³]?|m[23]|mL|L|[kmKMGT]Wh?|[GTM]B)(?!\w))?"
)


RULES: tuple[Rule, ...] = (
    Rule("money", r"[£0-9][0-9, ]{0,7}s\.?,?\s[0-9]{1,2}d\b\.?", say_old_money, DIGITS),
    Rule("money", rf"(?<![\w$€£¥.,])(?P<cur>{_BEFORE_SIGN})(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)\s(?P<join>to|or)\s(?P<cur2>{_BEFORE_SIGN})?(?P<n2>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)(?P<mag2>{MAGNITUDE})(?!\w)", say_shared_magnitude, "$€£¥₹"),
    Rule("money", rf"(?<![\w$€£¥.,])(?P<sign>[-−–+±~≈<>≤≥]|c\.?(?=[£$€]))?(?P<cur>{_CURRENCY})(?P<n>{_LAKHS}|{NUMBER})(?P<mag>{MAGNITUDE}|\sm\b)?(?P<plus>\+(?!\w))?(?:{DASH}(?P<cur2>{_BEFORE_SIGN})?(?P<n2>{NUMBER})(?P<mag2>{MAGNITUDE})?)?{_PER}(?![0-9])", say_money, DIGITS),
    Rule("money", rf"{LEFT}(?P<sign>[-−+~])?(?P<n>{NUMBER})(?:{DASH}(?P<n2>{NUMBER}))?(?P<mag>{MAGNITUDE})?\s?(?P<cur>[€£₽₴₪₺₫$¥원円元](?!\d)|(?:{_CODES}|zł|Kč|kr)\b(?!/[A-Z]{{3}}))", say_money_after, DIGITS),
    Rule("money", r"(?<=[0-9kKm])\s?(?:pppn|pppw|pp|pw|pcm|pa)\b", say_each, "p"),
    Rule("per", r"(?<=[0-9][pc¢])/(100\s?(?:k?g|m?l))\b", lambda found: f" {per_unit(found[1], found)}", "/"),
    Rule("per", r"(?<=[0-9][pc¢])/(?=[a-z])", lambda found: " per ", "/"),
    Rule("stroke", r"(?<=[0-9])\s?/\s?(?=[£$€][0-9])", lambda found: ", ", "/"),
    Rule("money", rf"{LEFT}(?:(?P<from>{NUMBER}){DASH})?(?P<n>{NUMBER})(?P<sign>p|c|(?:\s?¢))(?![\w]|\.c\b|/(?!share|litre|liter|kWh|mile|minute|unit|hour|100|k?g\b|km\b|day|call|pack|therm))", say_coins, DIGITS),
)  # fmt: skip
"""Money: before measures, since m after a sum is no metre."""
