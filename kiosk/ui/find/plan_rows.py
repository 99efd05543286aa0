"""A plan's rows for the list, and its numbers for the map."""

from typing import TYPE_CHECKING

from kiosk.domain.fair import clock_text, minute_of_day

if TYPE_CHECKING:
    from kiosk.services.plan_values import LeftOut, PlanStop
    from kiosk.ui.page_model import Surroundings

PLAN_NAMES = (
    *("ref", "kind", "number", "plate", "zone", "title", "place", "distance", "time", "movedFrom", "why"),
    "chosen",
)


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
    comma = "，" if surroundings.modes.spoken == "zh" else ", "
    return row | {
        "number": one.number,
        "plate": starts or one.mark,
        "zone": one.zone,
        "place": comma.join((surroundings.words(one.place), surroundings.words(one.floor))),
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
