"""What of SVG's styles and ids counts: what is seen, how large its letters are, what its layer is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

PROPERTIES = ("display", "visibility", "font-size", "text-anchor")
MAX_SHEET = 200_000
"""Characters of <style> that count."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.[\w-]{1,80}")

Sheet = Mapping[str, Mapping[str, str]]
"""Properties by class."""


def sheet_of(root: Element) -> Sheet:
    """The rules for single classes of a drawing's <style>, as Illustrator writes them; no others.

    >>> from xml.etree.ElementTree import fromstring
    >>> sheet_of(fromstring("<svg><style>.st0,.st1{display:none;fill:red} g .x{}</style></svg>"))
    {'st0': {'display': 'none'}, 'st1': {'display': 'none'}}
    """
    sheet: dict[str, dict[str, str]] = {}
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rsplit("}", 1)[-1] == "style":
            for selectors, body in _RULE.findall((element.text or "")[:MAX_SHEET]):
                said = _declared(body)
                for selector in selectors.split(",") if said else ():
                    if _CLASS.fullmatch(selector.strip()):
                        sheet.setdefault(selector.strip()[1:], {}).update(said)
    return sheet


def style_of(element: Element, sheet: Sheet) -> dict[str, str]:
    """Presentation attributes, the rules of its classes over them, the style attribute over all."""
    found = {name: text.strip() for name in PROPERTIES if (text := element.get(name))}
    for name in element.get("class", "")[:200].split() if sheet else ():
        found.update(sheet.get(name, {}))
    return found | _declared(element.get("style", ""))


def is_hidden(style: Mapping[str, str]) -> bool:
    """Whether nobody sees what has this style."""
    return style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}


def unescaped(name: str) -> str:
    """An id as it was before Illustrator or CorelDRAW made a name of XML of it.

    >>> unescaped("_x5899__1_")
    '墙_1_'
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def _declared(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon and name.strip() in PROPERTIES:
            found[name.strip()] = value.replace("!important", "").strip()
    return found
