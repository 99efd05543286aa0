"""Stalls as places: found by number or host, closed and opened, their hosts moved to a free one and back."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.search import exact_key
from kiosk.services.floor_values import FloorStall
from kiosk.ui.row_model import Rows

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("stall", "host", "standing", "to", "guest", "guestStall", "closed", "chosen")


@QmlElement
@QmlUncreatable("made by the floor's view-model")
class PlacesModel(QObject):
    """Part of the floor's page: `floor` asks, does and undoes for it."""

    changed = Signal()
    queryChanged = Signal()

    def __init__(self, floor):
        super().__init__(floor)
        self._floor = floor
        self._rows = Rows(ROW_NAMES, self._row, self)
        modes = floor.surroundings.modes
        modes.languageChanged.connect(self._rows.refresh)
        modes.languageChanged.connect(self.changed)
        self.wipe()

    def wipe(self) -> None:
        """Nothing read, typed or chosen."""
        self._all: tuple[FloorStall, ...] = ()
        self._keys: dict[str, str] = {}
        self._query = ""
        self._chosen = ""
        self._picking = False
        self._target = ""
        self._rows.turn_to(0)  # a list that is emptied further down stirs the window
        self._rows.put(())
        self.queryChanged.emit()
        self.changed.emit()

    def take(self, rows: tuple[FloorStall, ...]) -> None:
        """How it stands now."""
        if rows is not self._all:
            self._all = rows
            self._keys = {row.stall: _key(row) for row in rows}
        self._show()

    def _show(self) -> None:
        sought = {self._query.casefold().replace(" ", ""), exact_key(self._query)}
        self._rows.put(
            row
            for row in self._all
            if (not self._picking or (row.free and row.stall != self._chosen))
            and any(text in self._keys[row.stall] for text in sought)
        )
        self.changed.emit()

    @Property(Rows, constant=True)
    def rows(self):
        return self._rows

    @Property(str, notify=queryChanged)
    def query(self):
        return self._query

    @Slot(str)
    def search(self, text):
        """Find stalls by number or host."""
        if text != self._query:
            self._query = text
            if not self._picking:
                self._chosen = ""
                self._floor.forget()
            self._target = ""
            self._show()
            self._rows.turn_to(0)
            self.queryChanged.emit()
            self._shown_anew()

    def _row(self, row: FloorStall) -> dict:
        say = self._floor.surroundings.title
        guest = row.guests[0] if row.guests else None
        return {
            "stall": row.stall,
            "host": say(row.host),
            "standing": row.state.value if row.state is not None else "",
            "to": row.to,
            "guest": say(guest.host) if guest is not None else "",
            "guestStall": guest.stall if guest is not None else "",
            "closed": row.closed,
            "chosen": row.stall == (self._target if self._picking else self._chosen),
        }

    def _of(self, stall: str) -> FloorStall | None:
        return next((row for row in self._all if row.stall == stall), None)

    @Slot(str)
    def choose(self, stall):
        """Choose a stall to do something with; or, while its host is being moved, where to."""
        if self._of(stall) is None or not self._floor.begin(keep_choice=True):
            return
        if self._picking:
            self._target = stall
        else:
            self._chosen = stall
        self._shown_anew()

    @Property("QVariantMap", notify=changed)
    def chosen(self):
        """The stall that is chosen, as a row, with whom one would move: `mover` is that host's own stall
        (nothing where there is none), `away` whether it stands elsewhere. Nothing where none is chosen."""
        row = self._of(self._chosen)
        if row is None:
            return {}
        mover, now_at = _mover(row)
        return {**self._row(row), "mover": mover, "away": now_at != ""}

    @Property(str, notify=changed)
    def chosenStall(self):
        return self._chosen

    @Property(bool, notify=changed)
    def picking(self):
        """Whether free stalls are listed, to move the chosen one's host to."""
        return self._picking

    @Property(str, notify=changed)
    def target(self):
        """Where the chosen stall's host would be moved to."""
        return self._target

    @Property(int, notify=changed)
    def chosenRow(self):
        """Where the stall that is chosen now stands in the list; -1 where it does not."""
        wanted = self._target if self._picking else self._chosen
        return next((at for at, row in enumerate(self._rows.items) if row.stall == wanted), -1)

    # ---- closing and opening

    @Slot()
    def close(self):
        """Close the chosen stall."""
        if self._chosen and self._floor.begin(keep_choice=True):
            self._set_closed((self._chosen,), closed=True)

    @Slot()
    def open(self):
        """Open the chosen stall again."""
        if self._chosen and self._floor.begin(keep_choice=True):
            self._set_closed((self._chosen,), closed=False)

    def _set_closed(self, stalls: tuple[str, ...], *, closed: bool) -> None:
        def close(kiosk, member):
            return kiosk.floor.close_stalls(stalls, member)

        def open_again(kiosk, member):
            return kiosk.floor.open_stalls(stalls, member)

        self._floor.do(*((close, open_again) if closed else (open_again, close)))

    # ---- moving asks once, in place

    @Slot()
    def pick(self):
        """List the free stalls, to move the host there to."""
        row = self._of(self._chosen)
        if row is not None and _mover(row)[0] and self._floor.begin(keep_choice=True):
            self._picking, self._target, self._query = True, "", ""
            self._show()
            self._rows.turn_to(0)
            self.queryChanged.emit()
            self._shown_anew()

    @Slot()
    def move(self):
        """Move the host to where was asked about."""
        row, to = self._of(self._chosen), self._target
        if row is not None and to:
            stall, before = _mover(row)

            def back(kiosk, member):
                if before:
                    return kiosk.floor.move(stall, before, member)
                return kiosk.floor.move_back(stall, member)

            self._floor.do(lambda kiosk, member: kiosk.floor.move(stall, to, member), back)

    @Slot()
    def move_back(self):
        """The host who is away from its own stall goes back to it."""
        row = self._of(self._chosen)
        if row is not None and _mover(row)[1] and self._floor.begin(keep_choice=True):
            stall, now_at = _mover(row)
            self._floor.do(
                lambda kiosk, member: kiosk.floor.move_back(stall, member),
                lambda kiosk, member: kiosk.floor.move(stall, now_at, member),
            )

    @Slot()
    def keep(self):
        """Not after all: one step back."""
        if self._target:
            self._target = ""
        elif self._picking:
            self.stop_picking()
        else:
            self._chosen = ""
        self._shown_anew()

    def stop_picking(self) -> None:
        """All stalls are listed again, the chosen one in sight."""
        if self._picking:
            self._picking, self._target, self._query = False, "", ""
            self._show()
            self.queryChanged.emit()
            self._rows.seek(max(0, self.chosenRow))

    def let_go(self) -> None:
        """Nothing is chosen any more."""
        self.stop_picking()
        self._chosen = ""
        self._rows.refresh()
        self.changed.emit()

    def _shown_anew(self) -> None:
        self._rows.refresh()
        self.changed.emit()
        self._floor.changed.emit()


def _mover(row: FloorStall) -> tuple[str, str]:
    """Whom one would move at a stall, by its own stall, and where it stands now if that is another: who came
    from elsewhere, else whose it is."""
    if row.guests:
        return row.guests[0].stall, row.stall
    return (row.stall, row.to) if row.host is not None else ("", "")


def _key(row: FloorStall) -> str:
    """All that a stall is found by: its number, its host's name, those of who stands there or where it is."""
    hosts = [row.host, *(guest.host for guest in row.guests)]
    names = [name for host in hosts if host is not None for name in (host.zh, host.en)]
    texts = (row.stall, row.to, *(guest.stall for guest in row.guests), *names)
    return "\n".join(texts).casefold().replace(" ", "")
