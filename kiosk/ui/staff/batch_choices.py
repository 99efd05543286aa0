"""What staff may choose of a batch, and what they have chosen: sections, each with its options as chips."""

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import HOSTS, BadgeType
from kiosk.domain.batch import ORDER_WORDS, Back, Order
from kiosk.domain.batch_words import (
    AND,
    BACK,
    BACKS,
    DESK,
    DOUBLE,
    IN_A_ROW,
    NO_DESK,
    PAPER,
    PRINTER,
    SIZE,
    rows_at,
)
from kiosk.domain.printer_trouble import WORDS
from kiosk.domain.words import Words
from kiosk.services.printing.batch_values import BatchWish

SECTIONS = ("whom", "order", "paper", "place", "printer")
DESKS = ("A", "B", "C", "D", "E", "F")
ROWS = (10, 20, 50, 100)
FIRST_SHEET = "a4_4_a6"


class BatchChoices:
    """The choices of one batch. `say` gives a text in the language that is spoken."""

    def __init__(self, say) -> None:
        self._say = say
        self.types = self.sheets = self.printers = ()
        self.section = ""
        self.whom: set[BadgeType] = set()
        self.order = Order.NAMES
        self.sheet = ""
        self.back = Back.NONE
        self.desk, self.row = "A", 20
        self.printer = ""

    def begin_with(self) -> None:
        """What most fairs print the night before: the badges of those who host a stall."""
        waiting = [each.type for each in self.types if each.waiting]
        hosts = {each for each in waiting if each in HOSTS}
        self.whom = hosts or set(waiting[:1])
        self.order = Order.STALLS if hosts else Order.NAMES
        ids = [each.id for each in self.sheets]
        self.sheet = FIRST_SHEET if FIRST_SHEET in ids else ids[0]
        well = [each.id for each in self.printers if each.trouble is None]
        self.printer = next(iter((*well, *(each.id for each in self.printers))), "")

    def wish(self) -> BatchWish:
        """What is chosen."""
        whom = tuple(each for each in BadgeType if each in self.whom)
        return BatchWish(whom, self.order, self.sheet, self.back, self.desk, self.row if self.desk else 0)

    def sections(self) -> list[dict]:
        """What there is to choose: id, what is chosen, and whether its options are shown."""
        say, sheet = self._say, self._sheet()
        paper = say(sheet.name) if sheet is not None else ""
        values = {
            "whom": say(AND).join(say(TYPE_WORDS[each]) for each in BadgeType if each in self.whom),
            "order": say(ORDER_WORDS[self.order]),
            "paper": paper + (say(DOUBLE) if self.back is not Back.NONE else ""),
            "place": self._place(),
            "printer": next((say(each.name) for each in self.printers if each.id == self.printer), ""),
        }
        return [{"id": each, "value": values[each], "open": each == self.section} for each in SECTIONS]

    def options(self) -> list[dict]:
        """Groups of what may be chosen in the open section: title, and chips of id, text, count, chosen."""
        groups = {
            "whom": self._whom_options,
            "order": self._order_options,
            "paper": self._paper_options,
            "place": self._place_options,
            "printer": self._printer_options,
        }
        return groups[self.section]() if self.section else []

    def choose(self, option: str) -> None:
        """Choose an option by its id (order:stalls); of types, take it in or leave it out."""
        kind, _, value = option.partition(":")
        if kind == "whom":
            self.whom ^= {BadgeType[value]}
        elif kind in ("badge", "sheet"):
            wanted = (each for each in self.sheets if value in (each.id, each.badge))
            sheet = next(wanted)
            self.sheet = sheet.id
            self.back = self.back if sheet.duplex else Back.NONE
        else:
            self._set(kind, value)

    def _set(self, kind: str, value: str) -> None:
        if kind == "order":
            self.order = Order(value)
        elif kind == "back":
            self.back = Back(value)
        elif kind == "desk":
            self.desk = value
        elif kind == "row":
            self.row = int(value)
        elif kind == "printer":
            self.printer = value

    def _place(self) -> str:
        if not self.desk:
            return self._say(NO_DESK)
        return self._say(rows_at(self.desk, self.row))

    def _sheet(self):
        return next((each for each in self.sheets if each.id == self.sheet), None)

    def _group(self, title: Words | None, *chips) -> dict:
        say = self._say
        return {
            "title": say(title),
            "chips": [
                {"id": at, "text": text if isinstance(text, str) else say(text), "count": count, "chosen": on}
                for at, text, count, on in chips
            ],
        }

    def _whom_options(self) -> list[dict]:
        chips = [
            (f"whom:{each.type.name}", TYPE_WORDS[each.type], str(each.waiting), each.type in self.whom)
            for each in self.types
        ]
        return [self._group(None, *chips)]

    def _order_options(self) -> list[dict]:
        chips = ((f"order:{each}", ORDER_WORDS[each], "", each is self.order) for each in Order)
        return [self._group(None, *chips)]

    def _paper_options(self) -> list[dict]:
        chosen = self._sheet()
        badges = {each.badge: each.badge_name for each in self.sheets}
        sizes = ((f"badge:{at}", name, "", at == chosen.badge) for at, name in badges.items())
        papers = (
            (f"sheet:{each.id}", each.name, "", each is chosen)
            for each in self.sheets
            if each.badge == chosen.badge
        )
        groups = [self._group(SIZE, *sizes), self._group(PAPER, *papers)]
        if chosen.duplex:
            backs = ((f"back:{each}", words, "", each is self.back) for each, words in BACKS.items())
            groups.append(self._group(BACK, *backs))
        return groups

    def _place_options(self) -> list[dict]:
        desks = [(f"desk:{each}", each, "", each == self.desk) for each in DESKS]
        groups = [self._group(DESK, ("desk:", NO_DESK, "", not self.desk), *desks)]
        if self.desk:
            rows = ((f"row:{each}", str(each), "", each == self.row) for each in ROWS)
            groups.append(self._group(IN_A_ROW, *rows))
        return groups

    def other_printers(self) -> list[dict]:
        """Which printer it goes on with, where there are several."""
        return self._printer_options(PRINTER) if len(self.printers) > 1 else []

    def _printer_options(self, title: Words | None = None) -> list[dict]:
        chips = []
        for each in self.printers:
            trouble = self._say(WORDS[each.trouble].title) if each.trouble else ""
            chips.append((f"printer:{each.id}", each.name, trouble, each.id == self.printer))
        return [self._group(title, *chips)]
