"""The preview on a terminal: everything is there, and no cell can write to the screen as it likes."""

from __future__ import annotations

import io

from rich.console import Console

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns.preview import Preview, preview_of
from kiosk.pack.returns.terminal import MOST_LINES, print_preview
from kiosk.pack.returns.wording import both, words_of
from tests.pack.returns.laid import Laid
from tests.pack.returns.ledgers import FILE, LOST, dirty


def _printed(preview: Preview) -> str:
    console = Console(file=io.StringIO(), width=200, highlight=False)
    print_preview(preview, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_counts_rows_rules_reasons_and_findings_are_printed() -> None:
    text = _printed(preview_of(dirty(), "双选会"))
    lines = [line.split() for line in text.splitlines()]
    assert [FILE, "7", "1", "1", "5", "3", "1", "1"] in lines
    assert "√ 采用 + 修正 + 退回 = 读入" in text
    assert "不认识的列 unknown columns: 星座" in text
    assert "2: 姓名=林＊远 | 手机号=＊＊＊01" in text
    assert f"△ 1 × {both(words_of(LOST))}: “＊＊＊10” → （空）" in text
    assert "× 1 × 姓名 没有姓名 no name: 行 rows 4" in text
    error, look = text.index("★ 须先解决"), text.index("※ 请核对")
    assert error < text.index("两家一个展位。") < look < text.index("这是公式。")


def test_a_row_that_vanished_is_said() -> None:
    ledger = Ledger()
    ledger.open(FILE, 1)
    assert "× 采用 + 修正 + 退回 = 读入" in _printed(preview_of(ledger, ""))


def test_a_cell_is_no_markup_and_no_escape() -> None:
    ledger = Ledger()
    header = ("姓名", "岗位\x1b[2J")
    ledger.open_table(Laid(FILE, header, (("林远", "\x1b]0;x\x07[red]"),), unknown=("\u202e列",)))
    ledger.mend(FILE, 2, "专业", "[bold]\x1b[2J\u202e[/x]\n", "x", "degree")
    ledger.take(FILE, 2)
    ledger.find("a\x1b[1m.svg", 0, "", "[blink]\x1b[5m", "x")
    text = _printed(preview_of(ledger, "[red]title"))
    assert "[red]title" in text
    assert "“[bold]〈U+001B〉[2J〈U+202E〉[/x]⏎”" in text
    assert "岗位〈U+001B〉[2J=〈U+001B〉]0;x〈U+0007〉[red]" in text
    assert "〈U+202E〉列" in text
    assert "a〈U+001B〉[1m.svg: [blink]〈U+001B〉[5m" in text
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_long_lists_end() -> None:
    ledger = Ledger()
    ledger.open(FILE, 40)
    for row in range(2, 42):
        ledger.refuse(FILE, row, f"列{row}", "", Words("缺", "missing"))
    text = _printed(preview_of(ledger, ""))
    assert text.count("缺 missing") == MOST_LINES
    assert f"还有 {40 - MOST_LINES} 项" in text
