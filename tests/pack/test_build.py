"""Building: what stays the same, what is secret, and what cannot be built."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.badge import fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Direction, EntryWindow, Gate, Hall, Policy
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.words import Words
from kiosk.keys.pin import check_pin
from kiosk.keys.signing import KeyRing
from kiosk.pack import build as builds
from kiosk.pack import manifest as manifests
from kiosk.pack.build import BuildReport, kiosks_of
from kiosk.pack.faults import PackFault
from kiosk.pack.installed import content_key
from kiosk.pack.organiser import OrganiserKeys
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import content_hash

Build = Callable[..., BuildReport]


def test_a_second_build_has_the_same_content_and_another_key(build_small: Build) -> None:
    one, two = build_small(), build_small()
    assert (one.manifest.version, two.manifest.version) == (1, 2)
    assert one.manifest.content_sha256 == two.manifest.content_sha256
    assert one.manifest.content_sha256 == content_hash(two.content)
    assert one.manifest.file_sha256 != two.manifest.file_sha256
    assert one.manifest.sealed_key != two.manifest.sealed_key


def test_a_correction_keeps_ids_and_codes_that_were_sent(small: Path, build_small: Build) -> None:
    before = build_small()
    codes = before.codes.read_text(encoding="utf-8-sig")
    path = small / "学生预约名单.csv"
    lines = path.read_text(encoding="utf-8").replace("林知远", "林致远").splitlines()
    new = "赵新来,北京大学,4111010001,202399999,本科,法学,2027,13000000099,09:00-10:00"
    path.write_text("\n".join([lines[0], new, *reversed(lines[1:])]) + "\n", encoding="utf-8")
    after = build_small()
    ids = {each.person.student_number: each.id for each in before.content.attendees}
    again = {each.person.student_number: each.id for each in after.content.attendees}
    assert ids.items() <= again.items()
    assert set(before.content.issues) <= set(after.content.issues)
    kept = after.codes.read_text(encoding="utf-8-sig")
    for line in codes.splitlines()[1:]:
        assert line.split(",")[2] in kept
    assert "林致远" in kept
    assert before.manifest.content_sha256 != after.manifest.content_sha256


def test_the_pack_opens_with_the_venues_key(build_small: Build, organiser: OrganiserKeys) -> None:
    report = build_small()
    key = content_key(report.manifest, organiser.venue_private)
    catalogue = Catalogue.open(report.pack / manifests.CATALOGUE, key)
    try:
        assert catalogue.fair() == report.content.fair
        assert catalogue.plan() == report.content.plan
        assert catalogue.exhibitors() == report.content.exhibitors
        issue = report.content.issues[0]
        found = catalogue.attendee_by_code(issue.code_hash)
        assert found is not None
        assert found.id == issue.attendee
        assert catalogue.badge_of(issue.attendee) == issue.badge
    finally:
        catalogue.close()


def test_raw_files_hold_no_name(double: BuildReport) -> None:
    raw = b"".join(path.read_bytes() for path in double.pack.iterdir())
    people = [each.person for each in double.content.attendees]
    rare = [each.name for each in people if len(each.name) > 4]
    for person in people[::40]:
        for text in (person.name, person.phone, person.student_number):
            if len(text) > 2:  # four bytes stand in megabytes of cipher text by chance
                assert text.encode() not in raw
                assert text.encode("utf-16-le") not in raw
    assert rare
    assert not any(name.encode() in raw for name in rare[:100])


def test_the_content_holds_no_code(build_small: Build, organiser: OrganiserKeys) -> None:
    report = build_small()
    codes = [line.split(",")[2] for line in report.codes.read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert len(codes) == 2
    assert not any(code in repr(report.content) for code in codes)
    assert organiser.secret.hex() not in repr(organiser)


def test_staff_pins_are_hashed(build_small: Build) -> None:
    report = build_small()
    member = report.content.fair.staff[0]
    assert "4074" not in member.pin_hash
    assert check_pin("4074", member.pin_hash)
    assert not check_pin("1357", member.pin_hash)


def test_certificates_of_the_kiosks_and_the_organiser(double: BuildReport, organiser: OrganiserKeys) -> None:
    content = double.content
    ring = KeyRing(content.authority, content.certificates)
    assert ring.refused == ()
    roles = {each.name: each.role for each in content.certificates if each.role is not KeyRole.ORGANISER}
    kiosks = {kiosk.id: KeyRole.KIOSK for kiosk in content.plan.kiosks}
    assert roles == kiosks | {"desk-1": KeyRole.HUB}, "hub = true in fair.toml"
    assert [each.public_key for each in content.certificates if each.role is KeyRole.ORGANISER] == [
        organiser.authority.public
    ]
    assert {each.fair for each in content.certificates} == {fair_number(content.fair.id)}


def test_lists_go_back_to_the_organiser(double: BuildReport) -> None:
    refused = (double.lists / "refused.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert refused[0] == "文件,行,列,内容,原因,Reason"
    assert len(refused) == 1 + len(double.ledger.refusals)
    mended = (double.lists / "mended.csv").read_text(encoding="utf-8-sig")
    assert "阿" in mended
    assert {"给组织者.xlsx", "平面图_1.png", "平面图_2.png"} <= {path.name for path in double.lists.iterdir()}
    quoting = [path for path in double.lists.iterdir() if path.suffix in {".csv", ".xlsx"}]
    for path in quoting:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_formula_in_a_name_is_no_formula_in_the_lists(small: Path, build_small: Build) -> None:
    with (small / "学生预约名单.csv").open("a", encoding="utf-8") as file:
        file.write("=1+1 ,北京大学,,202300103,本科,法学,2027,13000000013,09:00-10:00\n")
    report = build_small()
    assert "\n'=1+1" in report.codes.read_text(encoding="utf-8-sig")
    assert ",'=1+1" in (report.lists / "mended.csv").read_text(encoding="utf-8-sig")


def test_versions(build_small: Build) -> None:
    assert build_small(version=7).manifest.version == 7
    assert build_small().manifest.version == 8
    with pytest.raises(PackFault, match="is there already"):
        build_small(version=7)


def test_a_real_fairs_pack_expires_when_its_people_are_erased(build_small: Build) -> None:
    assert build_small().manifest.expires == "2026-12-28", "30 days after 2026-11-28"


def test_a_sample_never_expires(double: BuildReport) -> None:
    assert double.manifest.expires == builds.NEVER


def test_nothing_half_made_is_left(small: Path, build_small: Build, tmp_path: Path) -> None:
    report = build_small()
    assert sorted(path.name for path in report.pack.iterdir()) == ["catalogue.db", "manifest.json"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "codes",
        "small-2026-v1.fairpack",
        "small-2026-v1.report",
    ]
    assert kiosks_of(small) == ("east-1",)


def test_a_kiosk_without_a_key(
    small: Path, tmp_path: Path, organiser: OrganiserKeys, lists_folder: Path
) -> None:
    with pytest.raises(PackFault, match="no key for kiosk east-1"):
        builds.build(small, tmp_path / "out", replace(organiser, kiosks={}), lists_folder)


def test_two_fairs_of_one_number_are_refused() -> None:
    numbers: dict[int, str] = {}
    assert fair_number("a") == fair_number("a")
    builds.refuse_collision("fair-a", {"fair-a", "fair-b"})
    # A true collision of 32 bits is found by looking: the birthday of 65,536 and more.
    for count in range(400_000):
        fair_id = f"fair-{count}"
        other = numbers.setdefault(fair_number(fair_id), fair_id)
        if other != fair_id:
            with pytest.raises(PackFault, match="same number"):
                builds.refuse_collision(fair_id, {other})
            return
    pytest.fail("no two ids of one number among 400,000")


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("fair.toml", r"no fair\.toml"),
        ("参会单位汇总表.csv", "参会单位汇总表"),
        ("展位坐标.csv", "展位坐标"),
        ("平面图_1.svg", "平面图_1"),
    ],
)
def test_a_file_that_is_missing_is_named(small: Path, build_small: Build, file: str, says: str) -> None:
    (small / file).unlink()
    with pytest.raises(PackFault, match=says) as caught:
        build_small()
    assert "\n" not in caught.value.words.en
    assert caught.value.words.zh


def test_a_list_that_is_missing(small: Path, tmp_path: Path, organiser: OrganiserKeys) -> None:
    with pytest.raises(PackFault, match="install this program again"):
        builds.build(small, tmp_path / "out", organiser, tmp_path)


def test_no_folder(tmp_path: Path, organiser: OrganiserKeys, lists_folder: Path) -> None:
    with pytest.raises(PackFault, match="no folder"):
        builds.build(tmp_path / "none", tmp_path / "out", organiser, lists_folder)


def test_an_out_that_is_a_file(
    small: Path, tmp_path: Path, organiser: OrganiserKeys, lists_folder: Path
) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(PackFault, match="cannot write"):
        builds.build(small, tmp_path / "out", organiser, lists_folder)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "small-2026"', 'id = "../x"', "fair.id takes"),
        ('opens = "08:30"', 'opens = "8.30"', "is no time"),
        ('closes = "16:00"', 'closes = "06:00"', "ends before it begins"),
        ('gate = "east"', 'gate = "west"', "no gate west"),
        ('level = "1"', 'level = "3"', "no level 3"),
        ("[[staff]]", "[[stuff]]", "stuff"),
        ('kind = "double_selection"', 'kind = "party"', "party"),
        ("[fair]", "[fair", "fair.toml"),
        ("date = 2026-11-28", "date = 2019-12-31", "out of range"),
        ("date = 2026-11-28", "date = 2300-01-01", "out of range"),
        ("[policy]", "[policy]\nretention_days = 999999999", "retention_days"),
        ("[policy]", "[policy]\nemployer_limit = -1", "negative"),
        ("[policy]", "[policy]\nconsent_types = ['king']", "no badge type king"),
        ("[[level]]", "[[hall]]\nid = '1'\nname_zh = 'a'\ncapacity = -1\n[[level]]", "negative"),
        ("[[level]]", "[[window]]\ntypes = ['king']\nopens = '07:30'\ncloses = '09:00'\n[[level]]", "king"),
        (
            "[[level]]",
            "[[window]]\ntypes = ['school']\nopens = '09:30'\ncloses = '09:00'\n[[level]]",
            "ends before it begins",
        ),
        (
            "[[level]]",
            "[[window]]\ntypes = ['school', 'school']\nopens = '07:30'\ncloses = '09:00'\n[[level]]",
            "two windows",
        ),
        ('name_zh = "东门"', 'name_zh = "东门"\ndirection = "up"', "up"),
        ('name_zh = "东门"', 'name_zh = "东门"\nhall = "9"', "no hall 9"),
        ('name_zh = "东门"', 'name_zh = "东门"\nzones = ["z"]', "no zone Z"),
        ('name_zh = "东门"', 'name_zh = "东门"\ntypes = ["king"]', "no badge type king"),
        ('name_zh = "东门"', 'name_zh = "东门"\nsession = "P99"', "no session P99"),
        ('pin = "4074"', 'pin = "24a8"', "4 to 8 digits"),
        ('pin = "4074"', 'pin = "4074"\n[[staff]]\nid = "s2"\nname = "b"\npin = "4074"', "another's"),
        (
            '[[gate]]\nid = "east"\nname_zh = "东门"',
            '[[gate]]\nid = "east"\nname_zh = "a"\n[[gate]]\nid = "east"\nname_zh = "b"',
            "stands twice",
        ),
    ],
)
def test_fair_files_that_are_refused(small: Path, build_small: Build, old: str, new: str, says: str) -> None:
    path = small / "fair.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PackFault, match=says) as caught:
        build_small()
    assert "\n" not in caught.value.words.en


RULES = """
re_entry = false
employer_limit = 2
consent_types = ["graduate"]
declaration_zh = "声明"
undo_window_min = 5
[[window]]
types = ["employer", "school"]
opens = "07:30"
closes = "16:00"
[[hall]]
id = "1"
name_zh = "1 号馆"
capacity = 300
"""


def test_every_rule_comes_from_the_file_and_else_from_the_domain(small: Path, build_small: Build) -> None:
    plain = build_small().content.fair.policy
    assert plain == replace(
        Policy(), desk=plain.desk, consent=plain.consent, consent_version=plain.consent_version
    )
    path = small / "fair.toml"
    text = path.read_text(encoding="utf-8").replace('consent_zh = "说明"', 'consent_zh = "说明"' + RULES)
    gate = 'name_zh = "东门"\ndirection = "out"\nhall = "1"\ntypes = ["press"]\nzones = ["a"]'
    path.write_text(text.replace('name_zh = "东门"', gate), encoding="utf-8")
    fair = build_small().content.fair
    assert fair.policy == replace(
        plain,
        re_entry=False,
        employer_limit=2,
        consent_types=(BadgeType.GRADUATE,),
        declaration=Words("声明", ""),
        undo_window_min=5,
        windows=(EntryWindow((BadgeType.EMPLOYER, BadgeType.SCHOOL), 450, 960),),
        halls=(Hall("1", Words("1 号馆", ""), 300),),
    )
    assert fair.gates == (
        Gate("east", Words("东门", ""), Direction.OUT, "1", "", (BadgeType.PRESS,), ("A",)),
    )
