from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, host_of
from kiosk.domain.fair import Session, SessionKind, Slot
from kiosk.domain.words import Words

HOSTS = tuple(
    Exhibitor(at + 1, ExhibitorKind.EMPLOYER, Words(name, ""), aliases=aliases)
    for at, (name, aliases) in enumerate(
        (
            ("京华软件（示例）", ()),
            ("京华软件（示例）通州分公司", ()),
            ("北京科技大学", ("北科大", "钢铁学院")),
            ("云", ()),
        )
    )
)


def session(title: str, speaker: str = "") -> Session:
    return Session(
        "S1", SessionKind.TALK, Words(title, ""), date(2026, 11, 28), Slot(540, 600), "", speaker, 0
    )


@pytest.mark.parametrize(
    ("title", "speaker", "host"),
    [
        ("京华软件（示例）宣讲会", "", 1),
        ("京华软件宣讲会", "", 1),
        ("京华软件通州分公司宣讲会", "", 2),
        ("校园宣讲", "京华软件（示例）", 1),
        ("走进钢铁学院", "", 3),
        ("北科大招生", "", None),  # three characters stand in any sentence
        ("云上招聘", "云", None),
        ("简历怎么写", "人力主管（示例）", None),
        ("", "", None),
    ],
)
def test_who_gives_a_session(title: str, speaker: str, host: int | None) -> None:
    found = host_of(session(title, speaker), HOSTS)
    assert (found.id if found else None) == host
