"""Machines of a venue as they are set up: real packs, stores and identities."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from kiosk.app import StartFault, State, joining_sticks
from kiosk.app.courier import courier_parts
from kiosk.app.first_pack import CLOSING_S, fetch_pack, has_pack
from kiosk.app.hub import opened_desk
from kiosk.app.joining import (
    applicant_of,
    ask_hubs,
    begin_blank,
    is_blank,
    keep_identity,
    make_store,
    own_identity,
)
from kiosk.app.keys import VenueTrust
from kiosk.app.sticks import VenueSticks
from kiosk.config import Settings, read
from kiosk.domain.badge import fair_number
from kiosk.domain.facts import KeyCertified, KeyWithdrawn
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.keys.providers import KeyFile, Secrets
from kiosk.keys.signing import SigningKey, certify
from kiosk.store.migrations import Store, open_store
from kiosk.sync.joining import words
from kiosk.sync.joining.files import FileAnswer, JoiningFile
from kiosk.sync.joining.identity_file import identity_of, read_papers, write_papers
from kiosk.sync.joining.joining import JoinFault
from kiosk.sync.joining.machine import Accepted, Applicant, Joiner
from kiosk.sync.joining.server import Doorkeeper
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.courier import Courier
from kiosk.sync.network.status import CourierStatus
from tests.fakes.small_venue import HUB, KIOSKS, SmallVenue, build_venue

FAIR = "small-2026"
Set = tuple[Settings, State, Secrets]


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> SmallVenue:
    return build_venue(tmp_path_factory.mktemp("organiser"))


@pytest.fixture
def hub(venue: SmallVenue, tmp_path: Path) -> Set:
    return venue.machine(tmp_path / "hub", HUB)


@pytest.fixture
def hub_store(hub: Set) -> Iterator[Store]:
    make_store(*hub)
    store = open_store(hub[1].store, hub[2].store_key)
    yield store
    store.close()


def key_of(secrets: Secrets) -> SigningKey:
    return SigningKey.from_seed(secrets.issuing_seed)


def record(store: Store, *bodies: KeyCertified | KeyWithdrawn) -> None:
    with store.transaction():
        for each in bodies:
            store.journal.append(each, now_ms=1_800_000_000_000)


def certified(certificate: KeyCertificate) -> KeyCertified:
    return KeyCertified(
        certificate.kid,
        certificate.public_key.hex(),
        certificate.grant.text(),
        certificate.name,
        certificate.fair,
        certificate.signature.hex(),
    )


# --- identities and trust --------------------------------------------------------------------------------


def test_a_hub_makes_its_own_identity_and_a_kiosk_none(venue: SmallVenue, hub: Set, tmp_path: Path) -> None:
    identity = own_identity(*hub)
    assert identity is not None
    assert (identity.peer.name, identity.peer.role) == (HUB, "hub")
    assert own_identity(*hub) == identity, "it is kept"
    assert own_identity(*venue.machine(tmp_path / "kiosk", "east-1")) is None
    assert own_identity(*venue.machine(tmp_path / "new", HUB, with_pack=False)) is None, "nothing says so yet"


def test_papers_of_other_keys_or_another_organiser_are_none(hub: Set, tmp_path: Path) -> None:
    settings, state, secrets = hub
    own_identity(*hub)
    other = Secrets(secrets.store_key, b"o" * 32, secrets.venue_private)
    assert own_identity(settings, state, other) is None
    foreign = build_venue(tmp_path / "foreign").machine(tmp_path / "hub2", HUB)
    papers = read_papers(state.identity)
    assert papers is not None
    write_papers(foreign[1].identity, papers)
    identity = own_identity(*foreign)
    assert identity is not None
    assert identity.peer.key == key_of(foreign[2]).public


def test_trust_comes_from_packs_of_the_organiser_and_from_facts(
    venue: SmallVenue, hub: Set, hub_store: Store, tmp_path: Path
) -> None:
    settings, state, secrets = hub
    trust = VenueTrust(settings, state, secrets, hub_store)
    assert [each.name for each in trust.machines] == sorted(KIOSKS)
    assert (trust.places, trust.fairs) == (KIOSKS, (FAIR,))
    new = SigningKey.from_seed(b"n" * 32)
    record(
        hub_store, certified(certify(key_of(secrets), new.public, KeyRole.KIOSK, "new", fair_number(FAIR)))
    )
    assert trust.name_of(new.public) is None, "as of the last reading"
    trust.refresh()
    assert (trust.name_of(new.public), trust.role_of(new.public)) == ("new", "kiosk")
    foreign = build_venue(tmp_path / "foreign").machine(tmp_path / "other", HUB)
    mixed = VenueTrust(settings, foreign[1], secrets, None)
    assert mixed.machines == (), "another organiser's pack"


def test_a_withdrawn_hubs_word_stands_as_far_as_it_was_heard_before(hub: Set, hub_store: Store) -> None:
    """Only what the hub itself had recorded before it was withdrawn counts: whoever stole it certifies
    nobody."""
    settings, state, secrets = hub
    hub_key = key_of(secrets)
    before, after, elsewhere = (SigningKey.from_seed(each * 32) for each in (b"1", b"2", b"3"))

    def by_hub(key: SigningKey, name: str) -> KeyCertified:
        return certified(certify(hub_key, key.public, KeyRole.KIOSK, name, fair_number(FAIR)))

    record(hub_store, by_hub(before, "before"))
    (fact,) = hub_store.journal.facts()
    record(hub_store, KeyWithdrawn(FAIR, hub_key.kid, fact.seq + 1, "s1"))
    record(hub_store, by_hub(after, "after"))
    trust = VenueTrust(settings, state, secrets, hub_store)
    assert trust.is_withdrawn(hub_key.public)
    assert trust.name_of(before.public) == "before"
    assert trust.name_of(after.public) is None
    assert trust.name_of(elsewhere.public) is None


def test_no_hub_no_desk(venue: SmallVenue, tmp_path: Path, hub: Set) -> None:
    kiosk = venue.machine(tmp_path / "kiosk", "east-1")
    make_store(*kiosk)
    with pytest.raises(StartFault, match="no hub"), opened_desk(*kiosk):
        pass
    with pytest.raises(StartFault, match="never run"), opened_desk(*hub):
        pass


# --- a blank machine ------------------------------------------------------------------------------------


def let_in(hub: Set, applicant: Applicant) -> Accepted:
    """Over a door of the hub's without a network; accepted by whoever sees the same code."""
    with opened_desk(*hub) as desk:
        door, joiner = Doorkeeper(), Joiner(applicant)
        door.hear(desk, joiner.offered(door.hear(desk, joiner.ask(), "", 0.0)), "", 0.0)
        if desk.waiting():
            assert desk.accept(joiner.code) is None
        accepted = joiner.told(door.hear(desk, joiner.inquiry(), "", 0.0))
    assert accepted is not None
    return accepted


def test_a_blank_machine_is_somebodys_afterwards(hub: Set, tmp_path: Path) -> None:
    make_store(*hub)
    state = State(tmp_path / "new")
    assert is_blank(Settings(), state)
    blank = begin_blank(state, "file", "", "192.0.2.7")
    assert is_blank(Settings(), state), "keys alone make it nobody's"
    assert begin_blank(state, "file", "").secrets == blank.secrets, "a second try goes on with the same keys"
    accepted = let_in(hub, applicant_of(Settings(), state, blank.secrets, "west-1"))
    secrets = blank.settle(accepted)
    settings = read(state.config)
    assert not is_blank(settings, state)
    assert (settings.place, settings.authority) == ("west-1", hub[0].authority)
    assert settings.sync.peers == ("192.0.2.7",)
    assert KeyFile(state.keys).load() == secrets
    assert secrets.venue_private == hub[2].venue_private
    assert secrets.issuing_seed == blank.secrets.issuing_seed
    identity = own_identity(settings, state, secrets)
    assert identity is not None
    assert identity.peer.name == "west-1"
    assert state.keys.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("last", ["keys.json", "kiosk.toml", "identity.json"])
def test_one_that_is_interrupted_goes_on(
    hub: Set, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    """The disk is full at each of the three files: what stands then is enough to go on."""
    make_store(*hub)
    state = State(tmp_path / "new")
    blank = begin_blank(state, "file", "")
    accepted = let_in(hub, applicant_of(Settings(), state, blank.secrets, "west-1"))
    real = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target.name == last:
            raise OSError(28, "disk is full")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="full"):
        blank.settle(accepted)
    monkeypatch.undo()
    settings = read(state.config)
    assert is_blank(settings, state) is (last != "identity.json")
    if is_blank(settings, state):
        again = begin_blank(state, "file", "")
        secrets = again.settle(let_in(hub, applicant_of(settings, state, again.secrets, "west-1")))
    else:
        secrets = KeyFile(state.keys).load()
        keep_identity(state, secrets, let_in(hub, applicant_of(settings, state, secrets)))
    assert secrets.venue_private == hub[2].venue_private
    assert read(state.config).place == "west-1"
    identity = own_identity(read(state.config), state, secrets)
    assert identity is not None
    assert identity.peer.name == "west-1"


def test_a_kiosk_toml_without_an_organiser_is_not_overwritten(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.config.write_text('place = "east-1"\n', encoding="utf-8")
    with pytest.raises(StartFault, match="names no organiser"):
        is_blank(read(state.config), state)


# --- over the network, with the couriers -----------------------------------------------------------------


@pytest.fixture
def late_goodbyes() -> Iterator[None]:
    """The loop of a command ends a moment after its last connection: one whose TLS goodbye the other side has
    not answered by then (both are in this process, on a busy machine) is closed by the collector. Here, and
    not in a later test."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def quiet(settings: Settings) -> Settings:
    """On loopback, at any port; nobody is looked for."""
    sync = msgspec.structs.replace(settings.sync, address="127.0.0.1", port=0, discover=False)
    return msgspec.structs.replace(settings, sync=sync)


@pytest.fixture
def serving(hub: Set, late_goodbyes: None) -> Iterator[Callable[[], int]]:
    """The hub's courier at work on a thread; gives its port."""
    settings, state, secrets = quiet(hub[0]), hub[1], hub[2]
    ready, ports = threading.Event(), list[int]()
    loops: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[None]]] = []

    def say(status: CourierStatus) -> None:
        if status.listening:
            ports.append(status.listening)
            ready.set()

    async def run() -> None:
        work = asyncio.create_task(Courier(courier_parts(settings, state, secrets, say, alone=True)).run())
        loops.append((asyncio.get_running_loop(), work))
        await asyncio.gather(work, return_exceptions=True)
        await asyncio.sleep(CLOSING_S)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()

    def port() -> int:
        assert ready.wait(20.0)
        return ports[0]

    yield port
    loop, work = loops[0]
    loop.call_soon_threadsafe(work.cancel)
    thread.join(20.0)
    assert not thread.is_alive()


def test_a_blank_machine_gets_keys_place_and_pack(
    hub: Set, serving: Callable[[], int], tmp_path: Path
) -> None:
    """From nothing to a kiosk that could open its window: all over one TLS door."""
    address = Address("127.0.0.1", serving())
    state = State(tmp_path / "new")
    blank = begin_blank(state, "file", "", str(address))
    accepting: list[object] = []

    def told(status: object) -> None:
        code = getattr(status, "code", "")
        if code and not accepting:
            with opened_desk(*hub) as desk:
                accepting.append(desk.accept(code))

    accepted = ask_hubs(address, applicant_of(Settings(), state, blank.secrets, "west-1"), told)
    assert accepting == [None]
    secrets = blank.settle(accepted)
    settings = quiet(read(state.config))
    assert not has_pack(state)
    assert fetch_pack(settings, state, secrets, address, lambda _fair, _done, _total: None)
    assert has_pack(state)
    trust = VenueTrust(settings, state, secrets, None)
    assert trust.name_of(key_of(secrets).public) == "west-1"


def test_a_provisioned_machine_is_let_in_by_itself(
    venue: SmallVenue, serving: Callable[[], int], tmp_path: Path
) -> None:
    settings, state, secrets = venue.machine(tmp_path / "east", "east-1")
    accepted = ask_hubs(
        Address("127.0.0.1", serving()), applicant_of(settings, state, secrets), lambda _status: None
    )
    identity = keep_identity(state, secrets, accepted)
    assert identity == own_identity(settings, state, secrets)
    assert identity.peer.name == "east-1"
    papers = read_papers(state.identity)
    assert papers is not None
    assert identity_of(papers, secrets.issuing_seed) == identity


def test_what_a_withdrawn_hub_gave_is_no_identity_any_more(
    venue: SmallVenue, hub: Set, tmp_path: Path
) -> None:
    make_store(*hub)
    kiosk = venue.machine(tmp_path / "east", "east-1")
    make_store(*kiosk)
    keep_identity(kiosk[1], kiosk[2], let_in(hub, applicant_of(*kiosk)))
    assert own_identity(*kiosk) is not None
    store = open_store(kiosk[1].store, kiosk[2].store_key)
    record(store, KeyWithdrawn(FAIR, key_of(hub[2]).kid, 1, "s1"))
    store.close()
    assert own_identity(*kiosk) is None
    with pytest.raises(JoinFault, match="withdrawn"):
        let_in(hub, applicant_of(*kiosk))


# --- by stick --------------------------------------------------------------------------------------------


def test_a_blank_machine_by_stick(hub: Set, tmp_path: Path) -> None:
    make_store(*hub)
    stick = tmp_path / "stick"
    stick.mkdir()
    state = State(tmp_path / "new")
    blank = begin_blank(state, "file", "")
    applicant = applicant_of(Settings(), state, blank.secrets, "west-1")
    request = joining_sticks.at_stick(stick, applicant)
    assert isinstance(request, JoiningFile)
    sticks = VenueSticks(*hub)
    sticks.take_in(str(stick), lambda _done, _total: None)
    assert any("asks to be let in" in each.en for each in sticks.joined)
    with opened_desk(*hub) as desk:
        assert desk.accept(request.code) is None
    out = sticks.copy_out(str(stick), lambda _done, _total: None)
    answer = joining_sticks.at_stick(stick, applicant)
    assert isinstance(answer, FileAnswer)
    assert answer.code in "".join(out.words.en.split()), "the hub says which digits the machine must show"
    secrets = blank.settle(answer.accepted)
    settings = read(state.config)
    make_store(settings, state, secrets)
    taken = VenueSticks(settings, state, secrets).take_in(str(stick), lambda _done, _total: None)
    assert taken.done, taken.words.en
    assert has_pack(state), "the pack came on the same stick"


def test_a_provisioned_machine_by_stick(venue: SmallVenue, hub: Set, tmp_path: Path) -> None:
    """As sticks go round anyway: nobody need think of it."""
    make_store(*hub)
    kiosk = venue.machine(tmp_path / "east", "east-1")
    make_store(*kiosk)
    stick = tmp_path / "stick"
    stick.mkdir()

    def nothing(_done: int, _total: int) -> None:
        pass

    there, back = VenueSticks(*kiosk), VenueSticks(*hub)
    there.copy_out(str(stick), nothing)
    back.take_in(str(stick), nothing)
    assert joining_sticks.ACCEPTED_WORDS in back.joined
    back.copy_out(str(stick), nothing)
    assert own_identity(*kiosk) is None
    there.take_in(str(stick), nothing)
    identity = own_identity(*kiosk)
    assert identity is not None
    assert identity.peer.name == "east-1"
    there.copy_out(str(stick), nothing)
    assert there.joined == (), "it has what it needs"


def test_a_withdrawn_machine_by_stick(venue: SmallVenue, hub: Set, tmp_path: Path) -> None:
    make_store(*hub)
    with opened_desk(*hub) as desk:
        assert desk.withdraw("east-1", "s1") is None
    kiosk = venue.machine(tmp_path / "east", "east-1")
    make_store(*kiosk)
    stick = tmp_path / "stick"
    stick.mkdir()
    VenueSticks(*kiosk).copy_out(str(stick), lambda _done, _total: None)
    back = VenueSticks(*hub)
    back.take_in(str(stick), lambda _done, _total: None)
    assert words.WITHDRAWN in back.joined
