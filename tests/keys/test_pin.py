"""PINs: hashed by argon2id, and by scrypt in old packs."""

from __future__ import annotations

import base64
import subprocess
import sys
import time

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.keys.pin import check_pin, hash_pin
from kiosk.keys.secrecy import scrypt

SALT = b"s" * 16
OLD = "scrypt$15$8$1$c2FsdHNhbHRzYWx0c2FsdA==$"


def test_a_pin_is_known_by_its_hash_and_stands_nowhere_in_it() -> None:
    text = hash_pin("2468")
    assert text.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert "2468" not in text
    assert check_pin("2468", text)
    assert not check_pin("2469", text)
    assert not check_pin("", text)
    assert text != hash_pin("2468")


def test_with_a_given_salt_it_is_reproducible_and_others_read_it() -> None:
    text = hash_pin("2468", SALT)
    assert text == hash_pin("2468", SALT)
    Argon2id.verify_phc_encoded(b"2468", text)  # raises where it is not the PHC string format
    with pytest.raises(ValueError):
        hash_pin("2468", b"short")


def test_packs_from_before_still_open() -> None:
    hashed = base64.b64encode(scrypt(b"2468", b"saltsaltsaltsalt", 15, 8, 1)).decode()
    assert check_pin("2468", OLD + hashed)
    assert not check_pin("2469", OLD + hashed)


MEASURES = """
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.keys.pin import check_pin, hash_pin

def resident_kb():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

text = hash_pin("2468")
before = resident_kb()
with ThreadPoolExecutor(1) as worker:
    worker.submit(lambda: [check_pin("1357", text) for _ in range(4)]).result()
print(resident_kb() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="malloc of glibc")
def test_what_a_hash_took_of_memory_is_given_back() -> None:
    ran = subprocess.run([sys.executable, "-c", MEASURES], capture_output=True, check=True, timeout=60)
    assert int(ran.stdout) < 8000, "a hash takes 19 MiB"


HASH = "A" * 43
SALT64 = "c2FsdHNhbHRzYWx0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2468",
        "scrypt$15$8$1$",
        "scrypt$99$8$1$c2FsdHNhbHQ=$" + HASH + "=",
        "scrypt$0$8$1$c2FsdHNhbHQ=$" + HASH + "=",
        "scrypt$14$9$1$c2FsdHNhbHQ=$" + HASH + "=",
        "scrypt$1$8$1$c2=FsdHNhbHQ$" + HASH + "=",
        "scrypt$1$8$1$c2FsdHNhbHQ=$" + HASH + "=",
        f"$argon2id$v=19$m=19456,t=2,p=1${SALT64}${HASH}",
        f"$argon2id$v=16$m=19456,t=2,p=1${SALT64}${HASH}",
        f"$argon2i$v=19$m=19456,t=2,p=1${SALT64}${HASH}",
        f"$argon2id$v=19$m=999999,t=2,p=1${SALT64}${HASH}",
        f"$argon2id$v=19$m=19456,t=99,p=1${SALT64}${HASH}",
        f"$argon2id$v=19$m=19456,t=0,p=1${SALT64}${HASH}",
        f"$argon2id$v=19$m=19456,t=2,p=0${SALT64}${HASH}",
        f"$argon2id$v=19$m=19456,t=2,p=9${SALT64}${HASH}",
        f"$argon2id$v=19$m=7,t=2,p=1${SALT64}${HASH}",
        f"$argon2id$v=19$m=19456,t=2,p=1${SALT64[:-3]}${HASH}",
        f"$argon2id$v=19$m=19456,t=2,p=1${SALT64}${HASH}\n",
    ],
)
def test_a_malformed_text_admits_nobody_and_costs_nothing(text: str) -> None:
    started = time.process_time()
    assert not check_pin("2468", text)
    assert time.process_time() - started < 1
