from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from kiosk.domain.fair import FairDay, FairKind
from kiosk.domain.words import Words
from kiosk.services.values import SeasonFair, SeasonFairs
from kiosk.ui.find.season_model import SeasonModel

DAY = date(2026, 11, 28)


def fair(at: int, *days: date, here: bool = False) -> SeasonFair:
    kind = FairKind.REVERSE if at % 2 else FairKind.DOUBLE_SELECTION
    spans = tuple(FairDay(day, 540, 960) for day in days)
    return SeasonFair(
        f"f{at}", kind, Words(f"第 {at} 场", f"Fair {at}"), Words("馆", "Hall"), spans, here=here
    )


FAIRS = (
    fair(1, DAY - timedelta(days=7)),
    fair(2, DAY, DAY + timedelta(days=1), here=True),
    fair(3, DAY + timedelta(days=7)),
)


@dataclass
class Held:
    moment: datetime
    found: SeasonFairs | None

    def now(self) -> datetime:
        return self.moment

    def fairs(self) -> SeasonFairs:
        if self.found is None:
            raise OSError
        return self.found


@pytest.fixture
def held(surroundings, nine_thirty: datetime) -> Held:
    made = Held(nine_thirty, SeasonFairs(FAIRS, 1))
    surroundings.kiosk.season = surroundings.kiosk.clock = made
    return made


@pytest.fixture
def model(surroundings, bridge, held: Held) -> SeasonModel:
    made = SeasonModel(surroundings)
    made.entered("")
    assert made.state == "loading"
    bridge.answer_all()
    return made


def shown(model: SeasonModel, name: str) -> list:
    return [model.rows.value(at, name) for at in range(model.rows.total)]


def test_the_fairs_by_day_and_which_is_here(model: SeasonModel) -> None:
    assert model.state == "ready"
    assert shown(model, "date") == ["11月21日", "11月28日", "12月5日"]
    assert shown(model, "until") == ["", "11月29日", ""]
    assert shown(model, "hours") == ["9:00–16:00"] * 3
    assert shown(model, "here") == [False, True, False]
    assert shown(model, "stage") == ["over", "on", "later"]
    assert shown(model, "kind") == ["reverse", "double_selection", "reverse"]
    assert (model.comingCount, model.unread, model.rows.first) == (2, 1, 1)


def test_in_english(model: SeasonModel) -> None:
    model.surroundings.modes.speak("en")
    assert shown(model, "date")[1] == "28 Nov"
    assert shown(model, "name")[1] == "Fair 2"


def test_unread_is_not_no_season(model: SeasonModel, bridge, held: Held) -> None:
    held.found = None
    model.again()
    bridge.answer_all()
    assert model.state == "failed"
    held.found = SeasonFairs(FAIRS)
    model.again()
    bridge.answer_all()
    assert (model.state, model.unread) == ("ready", 0)


def test_back_to_the_programme(model: SeasonModel) -> None:
    navigation = model.surroundings.navigation
    navigation.go("programme")
    navigation.go("season")
    model.showProgramme()
    assert navigation.page == "programme"
    navigation.back()
    assert navigation.page == "home"
    navigation.go("season")
    model.showProgramme()
    assert navigation.page == "programme"
