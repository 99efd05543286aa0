"""`kiosk rules`: the rules of a fair, every outcome at the gate, every fault and cleaning rule, as tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime, timedelta

import click

from kiosk.commands.options import show, with_json
from kiosk.domain.admission_words import Particulars, words_for
from kiosk.domain.fair import BEIJING, POLICY_MEANINGS, Policy, Slot
from kiosk.domain.fault_codes import FAULT_CODES, fault_table
from kiosk.domain.reasons import PRECEDENCE, verdict_of
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words
from kiosk.pack.cleaning.rules import ALL_RULES, markdown_table

SAMPLE = Particulars(
    desk=Words("4 号服务台", "desk 4"),
    gate=Words("西门", "West gate"),
    admitted_at=datetime(2026, 11, 28, 9, 12, tzinfo=BEIJING),
    slot=Slot(780, 870),
    slot_opens_min=770,
    valid_day=date(2026, 11, 29),
    opens_min=510,
    gates=(Words("南门", "South gate"),),
    stall="A015",
    limit=3,
    now=datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING),
    others_heard=timedelta(seconds=14),
)
"""What the words name in the table."""


CLEANING_HEAD = """# 数据清洗规则 Cleaning rules

由 `kiosk rules --cleaning` 生成，请勿手改。Written by `kiosk rules --cleaning`; not by hand.

- **只改写法 spelling only**：意思不变。What the cell says is the same.
- **请看一眼 worth a look**：取了几种意思中的一种，或补了空白。One meaning of several, or a blank filled.
- **请重新填写 write it anew**：这一格用不了，另外列出。The cell cannot be used; it is listed as a finding.
"""


@click.command()
@with_json
@click.option("--markdown", is_flag=True, help="Print the tables as they stand in ARCHITECTURE.md.")
@click.option("--cleaning", is_flag=True, help="Print how cells are cleaned, as it stands in RULES.md.")
def rules(as_json: bool, markdown: bool, cleaning: bool) -> None:
    """Show the rules that fair.toml may set, every outcome in its order of precedence, and every fault.

    With --cleaning: what is put right in the organiser's spreadsheets, and what they must write anew.

    Example: kiosk rules --cleaning
    """
    made = {
        "rules": rule_rows(),
        "outcomes": outcome_rows(),
        "faults": fault_rows(),
        "cleaning": cleaning_rows(),
    }
    if cleaning and not as_json:
        click.echo(cleaning_document())
        return
    if markdown:
        click.echo(markdown_tables())
        return
    lines = [f"{name:<18} {default:<8} {zh}  {en}" for name, default, zh, en in made["rules"]]
    lines += ["", *(f"{row[0]:<20} {row[1]:<7} {row[2]}  {row[4]}" for row in made["outcomes"])]
    lines += ["", *(f"{code:<3} {zh}  {en}: {staff}" for code, zh, en, _, staff in made["faults"])]
    show(as_json, made, lines)


def markdown_tables() -> str:
    """All tables in Markdown."""
    outcomes = ("reason", "verdict", "大字", "word", "对访客说", "to the visitor", "工作人员")
    return "\n\n".join(
        (
            _table(("rule", "default", "规则", "meaning"), rule_rows()),
            _table(outcomes, outcome_rows()),
            fault_table(),
        )
    )


def rule_rows() -> list[tuple[str, ...]]:
    """Every rule of domain.fair.Policy: name, default, meaning in both languages."""
    rows: list[tuple[str, ...]] = []
    for each in fields(Policy):
        meaning = POLICY_MEANINGS[each.name]
        shown = ""
        if isinstance(each.default, int | str):
            shown = str(each.default).lower()
        rows.append((each.name, shown, meaning.zh, meaning.en))
    return rows


def outcome_rows() -> list[tuple[str, ...]]:
    """Every reason in its order: name, verdict, word and sentence in both languages, what staff read."""
    rows: list[tuple[str, ...]] = []
    for reason in PRECEDENCE:
        words = words_for(reason, SAMPLE)
        rows.append(
            (
                reason.value,
                verdict_of(reason).value,
                words.word.zh,
                words.word.en,
                words.sentence.zh.replace("\n", ""),
                words.sentence.en.replace("\n", " "),
                REASON_WORDS[reason].zh,
            )
        )
    return rows


def fault_rows() -> list[tuple[str, ...]]:
    """Every fault: its code, what it is called and what staff do, in both languages."""
    return [(each.code, each.name.zh, each.name.en, each.staff.zh, each.staff.en) for each in FAULT_CODES]


def cleaning_rows() -> list[tuple[str, ...]]:
    """Every cleaning rule: id, gravity, name and explanation in both languages."""
    return [
        (
            each.id,
            each.gravity.value,
            each.name.zh,
            each.name.en,
            each.explanation.zh,
            each.explanation.en,
        )
        for each in ALL_RULES
    ]


def cleaning_document() -> str:
    """kiosk/pack/cleaning/RULES.md."""
    return "\n\n".join((CLEANING_HEAD.rstrip(), markdown_table()))


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
