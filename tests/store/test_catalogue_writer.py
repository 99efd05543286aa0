from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.fairpack import PackContent
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import content_hash, write
from kiosk.store.faults import StoreFault


def test_the_same_content_has_the_same_hash(tmp_path: Path, key: bytes, content: PackContent) -> None:
    first = write(tmp_path / "a.db", key, content)
    second = write(tmp_path / "b.db", bytes(32), content)
    assert first == second == content_hash(content)
    assert len(first) == 64
    assert (tmp_path / "a.db").read_bytes() != (tmp_path / "b.db").read_bytes()


def test_every_part_counts_in_the_hash(content: PackContent) -> None:
    changed = {
        "fair": replace(content.fair, sample=False),
        "plan": replace(content.plan, stalls=()),
        "exhibitors": content.exhibitors[:1],
        "sessions": (),
        "delegations": (),
        "attendees": content.attendees[::-1],
        "issues": content.issues[1:],
        "search": content.search[1:],
        "authority": bytes(32),
        "certificates": (),
        "readings": (),
        "logo": b"PNG",
    }
    assert set(changed) == set(PackContent.__slots__)
    hashes = {content_hash(replace(content, **{name: value})) for name, value in changed.items()}
    assert len(hashes | {content_hash(content)}) == len(changed) + 1


def test_one_plain_file_is_left(tmp_path: Path, key: bytes, content: PackContent) -> None:
    path = tmp_path / "pack.db"
    write(path, key, content)
    assert list(tmp_path.iterdir()) == [path]
    Catalogue.open(path, key).close()
    assert list(tmp_path.iterdir()) == [path]


def test_progress_ends_at_the_end(tmp_path: Path, key: bytes, content: PackContent) -> None:
    told: list[tuple[int, int]] = []
    write(tmp_path / "pack.db", key, content, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (25, 25)


def test_a_pack_is_replaced_whole_or_not_at_all(tmp_path: Path, key: bytes, content: PackContent) -> None:
    path = tmp_path / "pack.db"
    write(path, key, content)
    before = path.read_bytes()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, key, replace(content, sessions=()), stop)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    write(path, key, replace(content, sessions=()))
    catalogue = Catalogue.open(path, key)
    assert catalogue.sessions() == ()
    catalogue.close()


def test_a_folder_that_is_not_there(tmp_path: Path, key: bytes, content: PackContent) -> None:
    with pytest.raises(StoreFault):
        write(tmp_path / "no" / "pack.db", key, content)


def test_names_are_in_no_raw_byte(pack_path: Path, content: PackContent) -> None:
    raw = pack_path.read_bytes()
    texts = [each.person.name for each in content.attendees] + ["2022010001", "13800001234", "示例大学"]
    for text in texts:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            assert text.encode(encoding) not in raw
