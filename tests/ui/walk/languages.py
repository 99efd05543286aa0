"""No text is left in another language, and no id stands where a text should.

In the pseudo-language all that is our own is in brackets, so what stands outside must be the fair's data.
In English hanzi may come only from the fair's data or from a text that is meant to be read in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.ui.pseudo import LANGUAGE, OPEN
from tests.ui.walk.data import Data, Ours, hanzi_in, is_id, without_marks


def faults(said: Iterable[str], language: str, data: Data, ours: Ours) -> Iterator[str]:
    """What is wrong with the texts that are seen and the names that are heard."""
    for text in sorted(set(said)):
        if is_id(text):
            yield f"{text!r} is an id"
        elif left := _left(text, language, data, ours):
            yield f"{text!r} is not in this language: {left!r}"


def _left(text: str, language: str, data: Data, ours: Ours) -> str:
    """What of a text is neither the fair's data nor in the language that is spoken."""
    if language == LANGUAGE:
        kept = text in ours and not text.startswith(OPEN)
        return "" if kept else data.rest_of(ours.without(without_marks(text)))
    if language == "en" and text not in ours:
        # One of ours may stand within what a service says, and the other way round.
        left = (data.rest_of(ours.without(text)), ours.without(data.rest_of(text)))
        return " ".join(min(map(hanzi_in, left), key=len))
    return ""
