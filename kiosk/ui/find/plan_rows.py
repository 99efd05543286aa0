"""A plan's rows for the list, and its numbers for the map."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.fair import clock_text, minute_of_day

if TYPE_CHECKING:
    from kiosk.services.visit.values import LeftOut, PlanStop, VisitPlan
    from kiosk.ui.page_model import Surroundings

PLAN_NAMES = (
    *("ref", "kind", "number", "plate", "zone", "title", "place", "distance", "time", "movedFrom", "why"),
    "chosen",
)
LEGS_MOST = 3
"""Parts of the way that the switch beside the map holds: the one shown, the one before, the one after."""


def plan_row(one: "PlanStop | LeftOut", surroundings: "Surroundings", *, chosen: str) -> dict:
    """A stop's row; one that was left out has no number and the reason."""
    starts = clock_text(minute_of_day(one.starts)) if one.starts is not None else ""
    row = {
        "ref": one.ref,
        "kind": one.kind.value,
        "number": 0,
        "plate": starts or one.ref,
        "zone": "",
        "title": surroundings.title(one.name),
        "place": "",
        "distance": -1,
        "time": "",
        "movedFrom": "",
        "why": "",
        "chosen": False,
    }
    if hasattr(one, "why"):
        return row | {"why": surroundings.words(one.words)}
    comma = "，" if surroundings.modes.fallback == "zh" else ", "
    where = (one.floor,) if one.moved_from else (one.place, one.floor)
    return row | {
        "number": one.number,
        "plate": starts or one.mark,
        "zone": one.zone,
        "place": comma.join(surroundings.words(each) for each in where),
        "distance": one.distance_m,
        "time": clock_text(minute_of_day(one.arrives)),
        "movedFrom": one.moved_from,
        "chosen": one.ref == chosen,
    }


def marks_of(stops: "tuple[PlanStop, ...]", level: str, chosen: str) -> list[dict]:
    """Where the numbers of a level's stops stand; stops at one place share a mark."""
    found: dict[tuple[float, float], list[PlanStop]] = {}
    for stop in stops:
        if stop.level == level:
            found.setdefault(stop.front, []).append(stop)
    return [
        {
            "text": "・".join(str(stop.number) for stop in there),
            "x": x,
            "y": y,
            "on": any(stop.ref == chosen for stop in there),
        }
        for (x, y), there in found.items()
    ]


def legs_of(plan: "VisitPlan") -> tuple[int, ...]:
    """The leg on which each stop stands, in the order of stops; the way never goes back to an earlier leg."""
    found, leg = [], 0
    for stop in plan.stops:
        ahead = range(leg, len(plan.legs))
        leg = next((at for at in ahead if stop.front in plan.legs[at].points), leg)
        found.append(leg)
    return tuple(found)


def leg_of(plan: "VisitPlan", stop: "PlanStop") -> int:
    """The leg on which a stop of the plan stands."""
    return legs_of(plan)[stop.number - 1]


def legs_shown(plan: "VisitPlan", name_of: Callable[[str], str], shown: int) -> list[dict]:
    """The legs round the one that is shown: id, name, the numbers of its stops, and whether it is shown."""
    places = legs_of(plan)
    first = max(0, min(shown - 1, len(plan.legs) - LEGS_MOST))
    found = []
    for at, leg in list(enumerate(plan.legs))[first : first + LEGS_MOST]:
        numbers = [number for number, place in enumerate(places, 1) if place == at]
        span = "" if not numbers else f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        found.append({"id": str(at), "name": name_of(leg.level), "stops": span, "on": at == shown})
    return found
