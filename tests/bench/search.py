"""Searching as one types: 5,000 exhibitors and 100,000 openings, 1,000 texts typed key by key.

Beside it a LIKE scan of the same texts in the same SQLite under the same key, on every twentieth, and
tantivy with the same keys where it is installed (installer/requirements-bench.txt), on every one. A query is
what stands in the field after a key, so one text is several. Each engine takes its turn at each query.

Recall is against an oracle that asks every text of every exhibitor by the rule (search_oracle): how much of
its first twenty exhibitors is among our first twenty, for every fifth text, whole and half typed.

    python tests/bench/search.py TEXT ...      what is found, and how long each text takes
"""

from __future__ import annotations

import importlib.util
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from installer.measure import Row  # noqa: E402
from tests.bench.search_fair import LETTERS, Fair  # noqa: E402
from tests.bench.search_oracle import SHOWN, Oracle  # noqa: E402

KEY = bytes(range(32))
LIKE_EVERY, RECALL_EVERY = 20, 5
GOAL_MS = 2.0
LIKE_GOAL, TANTIVY_GOAL = 0.1, 10.0


class Lane:
    """Processor and wall time of an engine's queries, in milliseconds."""

    def __init__(self, ask: Callable[[str], object]) -> None:
        self.ask = ask
        self.cpu_ms: list[float] = []
        self.clock_ms: list[float] = []

    def take(self, text: str) -> None:
        """Ask, and note how long it took."""
        cpu, clock = time.process_time_ns(), time.perf_counter_ns()
        self.ask(text)
        self.clock_ms.append((time.perf_counter_ns() - clock) / 1e6)
        self.cpu_ms.append((time.process_time_ns() - cpu) / 1e6)


def p99(samples: list[float]) -> float:
    """The 99th percentile."""
    return statistics.quantiles(samples, n=100)[98]


def pack(fair: Fair, path: Path) -> tuple[float, int]:
    """Write the pack; processor seconds for the index, and how many bytes of it."""
    from kiosk.domain.search import HitKind, SearchEntry  # noqa: PLC0415
    from kiosk.pack.search_terms import search_entries  # noqa: PLC0415
    from kiosk.store.catalogue_writer import write  # noqa: PLC0415
    from tests.services.conftest import content  # noqa: PLC0415

    base = replace(content(), exhibitors=fair.exhibitors, sessions=(), attendees=(), issues=(), readings=())
    base = replace(base, plan=replace(base.plan, zones=(), stalls=(), facilities=()))
    hosts = tuple(SearchEntry(HitKind.EXHIBITOR, str(each.id), (), ("x",)) for each in fair.exhibitors)
    write(path, KEY, replace(base, search=hosts))
    bare, began = path.stat().st_size, time.process_time()
    entries = search_entries(fair.exhibitors, (), base.plan)
    write(path, KEY, replace(base, search=entries))
    return time.process_time() - began, path.stat().st_size - bare


def like_scan(fair: Fair, path: Path) -> Callable[[str], object]:
    """Names and openings in a table; what is typed is looked for in all of them."""
    from kiosk.store import driver  # noqa: PLC0415

    db = driver.connect(path, KEY, journal=False)
    db.conn.execute("CREATE TABLE listing (exhibitor INTEGER NOT NULL, text TEXT NOT NULL)")
    db.conn.executemany(
        "INSERT INTO listing VALUES (?, ?)",
        (
            (each.id, text)
            for each in fair.exhibitors
            for text in (
                f"{each.stalls[0]} {each.name.zh} {each.name.en} {each.industry} {each.region}",
                *(f"{post.title} {post.title_en} {post.majors}" for post in each.openings),
                *(entry.major for entry in each.pool),
            )
        ),
    )
    sql = "SELECT DISTINCT exhibitor FROM listing WHERE text LIKE '%' || ? || '%'"
    return lambda text: driver.rows(db, sql, (text,))


def tantivy_index(fair: Fair) -> Callable[[str], object] | None:
    """An index of the same keys, asked for the best twenty; None where tantivy is not installed."""
    if importlib.util.find_spec("tantivy") is None:
        return None
    import tantivy  # noqa: PLC0415

    from kiosk.domain.search import typed  # noqa: PLC0415
    from kiosk.pack.search_terms import search_entries  # noqa: PLC0415
    from tests.services.conftest import content  # noqa: PLC0415

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("keys", stored=False, tokenizer_name="whitespace", index_option="basic")
    builder.add_integer_field("number", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(100_000_000, 1)
    for number, entry in enumerate(search_entries(fair.exhibitors, (), content().plan)):
        document = tantivy.Document(keys=" ".join((*entry.begins, *entry.terms)), number=number)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(text: str) -> object:
        words = [
            (tantivy.Occur.Must, tantivy.Query.fuzzy_term_query(schema, "keys", word, 0, prefix=True))
            for word in typed(text).words
        ]
        return searcher.search(tantivy.Query.boolean_query(words), SHOWN).hits

    return ask


def first(found: Any) -> list[int]:
    """Positions of the first twenty exhibitors of some matches."""
    shown: list[int] = []
    for tier in found.tiers:
        bits = tier.exhibitors
        while bits and len(shown) < SHOWN:
            lowest = bits & -bits
            shown.append(lowest.bit_length() - 1)
            bits ^= lowest
    return shown


def measure() -> Iterator[Row]:
    """Rows: p99 against the goal, against LIKE, against tantivy; recall; nine keys, slips, and the pack."""
    from kiosk.store.catalogue import Catalogue  # noqa: PLC0415

    fair = Fair()
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as name:
        path = Path(name) / "pack.db"
        built_s, size = pack(fair, path)
        catalogue = Catalogue.open(path, KEY)
        began = time.process_time()
        catalogue.search("x")
        loaded_ms = (time.process_time() - began) * 1e3
        lanes = {"ours": Lane(catalogue.search), "like": Lane(like_scan(fair, Path(name) / "like.db"))}
        other = tantivy_index(fair)
        if other is not None:
            lanes["tantivy"] = Lane(other)
        for at, (_kind, text) in enumerate(fair.queries):
            for engine, lane in lanes.items():
                if engine != "like" or at % LIKE_EVERY == 0:
                    lane.take(text)
        yield from _compared(fair, lanes)
        yield _recall(fair, catalogue)
        yield from _others(fair, catalogue)
        yield Row("search.index.load", loaded_ms, loaded_ms, "ms")
        yield Row("search.index.build", built_s, built_s, "s")
        yield Row("search.index.size", size / 1e6, size / 1e6, "MB")
        catalogue.close()


def _compared(fair: Fair, lanes: dict[str, Lane]) -> Iterator[Row]:
    ours = lanes["ours"]
    for unit in ("cpu", "clock"):
        mine = p99(getattr(ours, f"{unit}_ms"))
        yield Row(f"search.p99.{unit}", GOAL_MS, mine, "ms", 1.0)
        yield Row(
            f"search.p99_to_like.{unit}", p99(getattr(lanes["like"], f"{unit}_ms")), mine, "ms", LIKE_GOAL
        )
        if "tantivy" in lanes:
            theirs = p99(getattr(lanes["tantivy"], f"{unit}_ms"))
            yield Row(f"search.p99_to_tantivy.{unit}", theirs, mine, "ms", TANTIVY_GOAL)
        else:
            yield Row(f"search.p99_to_tantivy_which_is_not_installed.{unit}", mine, mine, "ms")
    yield Row("search.median.cpu", GOAL_MS, statistics.median(ours.cpu_ms), "ms")
    kinds = dict.fromkeys(kind for kind, _text in fair.queries)
    for kind in kinds:
        mine = [took for (each, _t), took in zip(fair.queries, ours.cpu_ms, strict=True) if each == kind]
        yield Row(f"search.p99.{kind}.cpu", GOAL_MS, p99(mine), "ms")


def _recall(fair: Fair, catalogue: Any) -> Row:
    """The floor is the oracle's recall, ours its inverse: no more than 1."""
    oracle = Oracle(fair.exhibitors)
    hit = wanted = 0
    for text in dict.fromkeys(text for _kind, text in fair.texts[::RECALL_EVERY]):
        for query in dict.fromkeys((text, text[: len(text) // 2 + 1])):
            expected = oracle.first(query)
            mine = set(first(catalogue.search(query)))
            wanted += len(expected)
            hit += sum(each in mine for each in expected)
            if missed := [each for each in expected if each not in mine]:
                print(f"search: {query!r} misses {len(missed)}", file=sys.stderr)
    return Row("search.recall_at_20", 1.0, wanted / hit, "1/recall", 1.0)


def _others(fair: Fair, catalogue: Any) -> Iterator[Row]:
    keys = str.maketrans(LETTERS, "22233344455566677778889999")
    lane = Lane(lambda text: catalogue.search(text, nine_keys=True))
    for _kind, text in fair.queries:
        if text.isascii() and text.isalnum():
            lane.take(text.lower().translate(keys))
    yield Row("search.p99.nine_keys.cpu", GOAL_MS, p99(lane.cpu_ms), "ms")


def main(texts: list[str]) -> None:
    """What some texts find."""
    from kiosk.store.catalogue import Catalogue  # noqa: PLC0415

    fair = Fair()
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as name:
        built_s, size = pack(fair, Path(name) / "pack.db")
        print(f"index: {built_s:.1f} s of CPU, {size / 1e6:.1f} MB; {len(fair.queries)} queries")
        catalogue = Catalogue.open(Path(name) / "pack.db", KEY)
        catalogue.search("x")
        for text in texts:
            lane = Lane(catalogue.search)
            lane.take(text)
            names = [fair.exhibitors[at].name.zh for at in first(catalogue.search(text))[:5]]
            print(f"{text}  {lane.cpu_ms[0]:.2f} ms  {' '.join(names)}")


if __name__ == "__main__":
    main(sys.argv[1:])
