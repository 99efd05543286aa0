"""What a row of the results says beside its title: what it offers, and why it is there. In both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from kiosk.domain.counted import counted, noun, number_text
from kiosk.domain.dates import date_words
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import Session
from kiosk.domain.floorplan import Zone
from kiosk.domain.major_classes import major_class_words, names_class, takes_any
from kiosk.domain.person_search import Readings
from kiosk.domain.regions import place_words
from kiosk.domain.search import HitKind, Matches, Why, exact_key, is_latin, normalise, slips, typed
from kiosk.domain.terms import degree, industry, nature
from kiosk.domain.words import Words
from kiosk.services.find.name_words import SOUNDS, meant_words, name_words
from kiosk.services.find.roll import Offer
from kiosk.services.find.values import NO_WORDS


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, made comparable, and what else was found by it."""

    key: str
    tokens: tuple[str, ...]
    found: frozenset[str] = frozenset()
    """Openings' titles, majors and classes that were found, in lower case: they say which opening is meant
    where it was found by its sound."""

    slipped: frozenset[str] = frozenset()
    """What one slip makes of each Latin word, where something was found by that."""

    @classmethod
    def of(cls, text: str, matches: Matches) -> Typed:
        """Of a text, and what a search found by it."""
        leads = (hit.ref for hit in matches.others if hit.kind in (HitKind.OPENING, HitKind.MAJOR))
        slipped: frozenset[str] = frozenset()
        if any(tier.why is Why.SLIP for tier in matches.tiers):
            words = [each for each in typed(text).words if is_latin(each)]
            slipped = frozenset(chain.from_iterable(slips(word) for word in words))
        return cls(exact_key(text), normalise(text), frozenset(each.casefold() for each in leads), slipped)


def offers_line(exhibitor: Exhibitor, offers: Sequence[Offer]) -> Words:
    """What an exhibitor offers: its first opening and how many more, or a school's graduates."""
    if not offers:
        if exhibitor.kind is ExhibitorKind.SCHOOL:
            return Words(exhibitor.strengths, exhibitor.strengths)
        return industry(exhibitor.industry)
    first, more = offers[0], len(offers) - 1
    people = sum(each.people or 0 for each in offers)
    if exhibitor.kind is ExhibitorKind.SCHOOL:
        named = Words(first.title, first.title)
        if more:
            named = Words(
                f"{first.title}等 {more + 1} 个专业", f"{first.title} and {more} more {noun(more, 'major')}"
            )
        return Words(
            f"{named.zh}・毕业生 {number_text(people)} 人", f"{named.en}, {counted(people, 'graduate')}"
        )
    if not more:
        asked = degree(first.degree)
        return Words(
            "・".join(each for each in (first.title, _people(first).zh, asked.zh) if each),
            ", ".join(each for each in (first.title_en or first.title, _people(first).en, asked.en) if each),
        )
    named = Words(f"{first.title}等 {more + 1} 个岗位", f"{first.title_en or first.title} and {more} more")
    return Words(f"{named.zh}・招 {people} 人", f"{named.en}, {counted(people, 'post')}") if people else named


def why_words(
    exhibitor: Exhibitor,
    offers: Sequence[Offer],
    why: Why,
    typed: Typed,
    zone: Zone | None,
    readings: Readings,
) -> Words:
    """Why an exhibitor was found, where its title does not show it; NO_WORDS where it does.

    `exhibitor` has the stalls of the pack; `zone` is the one where it stands.
    """
    match why:
        case Why.SOUNDS:
            return SOUNDS
        case Why.SLIP:
            english = [each.title_en for each in offers]
            chinese = [text for each in offers for text in (each.title, each.majors)]
            return meant_words(exhibitor, english, chinese, typed.slipped, readings)
        case Why.OFFER:
            return _offer_words(exhibitor, offers, typed)
        case Why.ABOUT:
            return _about_words(exhibitor, offers, typed, zone) or _offer_words(exhibitor, offers, typed)
        case _:
            return name_words(exhibitor, typed.key, readings)


def moved_words(stall: str) -> Words:
    """Why somebody is found by a stall's number who stands there no more."""
    return Words(f"原展位 {stall}", f"Moved from {stall}")


def _offer_words(exhibitor: Exhibitor, offers: Sequence[Offer], typed: Typed) -> Words:
    offer = _best(offers, typed)
    if offer is None:
        return NO_WORDS
    if exhibitor.kind is ExhibitorKind.SCHOOL:
        return _graduates(offer)
    if _fits(f"{offer.title} {offer.title_en}", typed) or not _fits(offer.majors, typed):
        return _opening(Words("岗位", "Opening"), offer)
    return Words(f"专业：{offer.majors}", f"Majors: {_majors(offer).en}")


def _best(offers: Sequence[Offer], typed: Typed) -> Offer | None:
    """The offer that holds most of the words; of equal ones the first, titles before majors."""
    best, most = None, 0
    for offer in offers:
        title, said = f"{offer.title} {offer.title_en}".casefold(), offer.says()
        held = sum((token in said) + (token in title) for token in typed.tokens)
        held = held or int(_fits(said, typed) or not typed.found.isdisjoint(offer.classes))
        if held > most:
            best, most = offer, held
    return best


def _fits(text: str, typed: Typed) -> bool:
    folded = text.casefold()
    return any(token in folded for token in typed.tokens) or any(each in folded for each in typed.found)


def _opening(named: Words, offer: Offer) -> Words:
    """An opening as a reason: what, how many, and what they need."""
    people, asked = _people(offer), degree(offer.degree)
    return Words(
        f"{named.zh}：{offer.title} {people.zh}" + (f"・{asked.zh}" if asked.zh else ""),
        f"{named.en}: {offer.title_en or offer.title}, {people.en}" + (f", {asked.en}" if asked.en else ""),
    )


def _graduates(offer: Offer) -> Words:
    return Words(
        f"毕业生：{offer.title} {offer.people or 0} 人", f"Graduates: {offer.title}, {offer.people or 0}"
    )


def _people(offer: Offer) -> Words:
    if offer.people is None:
        return Words("若干", "several posts")
    return Words(f"{offer.people} 人", counted(offer.people, "post"))


def _majors(offer: Offer) -> Words:
    english = [words.en for each in offer.classes if (words := major_class_words(each)).en]
    return Words(offer.majors, ", ".join(english) or offer.majors)


def _about_words(
    exhibitor: Exhibitor, offers: Sequence[Offer], typed: Typed, zone: Zone | None
) -> Words | None:
    """In which of its traits the text stands; None where it stands in none of them as it is written."""
    place = next((each.place for each in offers if _fits(each.place, typed)), "")
    traits = (
        (Words("行业", "Industry"), industry(exhibitor.industry)),
        (Words("地区", "Region"), place_words(exhibitor.region)),
        (Words("工作地点", "Place of work"), place_words(place)),
        (Words("单位性质", "Kind"), nature(exhibitor.nature)),
        (Words("专区", "Zone"), zone.name if zone else NO_WORDS),
        (Words("优势专业", "Strengths"), Words(exhibitor.strengths, exhibitor.strengths)),
    )
    for name, value in traits:
        if value.zh and _fits(f"{value.zh} {value.en}", typed):
            return Words(f"{name.zh}：{value.zh}", f"{name.en}: {value.of('en')}")
    return None


def names_major(exhibitor: Exhibitor, offer: Offer, major: str) -> bool:
    """Whether an opening is for a class of majors by name, or graduates are of it. Where the pack does not
    say the class, the words are looked at."""
    if major in offer.classes:
        return True
    said = offer.title if exhibitor.kind is ExhibitorKind.SCHOOL else offer.majors
    return not offer.classes and names_class(said, major)


def major_words(exhibitor: Exhibitor, offers: Sequence[Offer], major_class: str) -> Words:
    """What there is for a class of majors: the opening or graduates that name it, else one for any major."""
    offer = next((each for each in offers if names_major(exhibitor, each, major_class)), None)
    if exhibitor.kind is ExhibitorKind.SCHOOL:
        return NO_WORDS if offer is None else _graduates(offer)
    named = Words("对口岗位", "For this major")
    if offer is None:
        named = Words("专业不限", "Any major")
        offer = next((each for each in offers if takes_any(each.majors)), None)
    return NO_WORDS if offer is None else _opening(named, offer)


def session_line(session: Session) -> Words:
    """When and where."""
    day, when = date_words(session.day), session.slot.text()
    return Words(f"{day.zh} {when}・{session.place}", f"{day.en} {when}, {session.place}")


def session_why(session: Session, typed: Typed) -> Words:
    """Who speaks, where that was looked for."""
    if typed.key in exact_key(session.title.zh) or typed.key in exact_key(session.title.en):
        return NO_WORDS
    if session.speaker and _fits(session.speaker, typed):
        return Words(f"主讲：{session.speaker}", f"Speaker: {session.speaker}")
    return NO_WORDS


def hosts_line(openings: int) -> Words:
    """How many hosts offer an opening."""
    return Words(f"{openings} 家单位", counted(openings, "employer"))


def major_line(employers: int, schools: int) -> Words:
    """Who wants graduates of a major, and who has them."""
    zh, en = [], []
    if employers:
        zh.append(f"{employers} 家单位招")
        en.append(f"wanted by {counted(employers, 'employer')}")
    if schools:
        zh.append(f"{schools} 所学校有毕业生")
        en.append(f"graduates at {counted(schools, 'school')}")
    return Words("・".join(zh), ", ".join(en))
