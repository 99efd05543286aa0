"""Where keys are kept: real files, the real systemd-creds."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.keys.fault import KeyFault, KeyProblem
from kiosk.keys.providers import (
    KeyFile,
    Passphrase,
    Secrets,
    SystemdCredentials,
    create_key_file,
    create_passphrase_file,
    decode_secrets,
    encode_secrets,
    new_secrets,
    store_with_systemd,
)
from kiosk.keys.signing import SigningKey

SECRETS = Secrets(b"s" * 32, b"i" * 32, b"v" * 32)


def _problem(refusal: pytest.ExceptionInfo[KeyFault]) -> KeyProblem:
    words = refusal.value.words
    assert words.zh
    assert words.en == str(refusal.value)
    assert "\n" not in words.zh + words.en
    return refusal.value.problem


def test_secrets_show_nothing_when_printed() -> None:
    assert "ssss" not in repr(SECRETS)
    assert "correct horse" not in repr(Passphrase(Path("keys"), "correct horse"))
    with pytest.raises(ValueError):
        Secrets(b"short", b"i" * 32, b"v" * 32)


def test_new_secrets_differ_and_may_share_the_venue() -> None:
    first, second = new_secrets(b"v" * 32), new_secrets(b"v" * 32)
    assert first.store_key != second.store_key
    assert SigningKey.from_seed(first.issuing_seed).kid != SigningKey.from_seed(second.issuing_seed).kid
    assert first.venue_private == second.venue_private == b"v" * 32


def test_secrets_text_is_strict() -> None:
    text = encode_secrets(SECRETS)
    assert decode_secrets(text, "here") == SECRETS
    for bad in (b"", text[:-1], text + b"x", b"{}", text.replace(b"keys-1", b"keys-2"), b"\xff\xfe"):
        with pytest.raises(KeyFault) as refusal:
            decode_secrets(bad, "here")
        assert _problem(refusal) is KeyProblem.DAMAGED


def test_key_file(tmp_path: Path) -> None:
    path = tmp_path / "made" / "kiosk.keys"
    made = create_key_file(path, SECRETS)
    assert made.for_samples_only
    assert path.stat().st_mode & 0o777 == 0o600
    assert KeyFile(path).load() == SECRETS


def test_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.keys"
    secrets = create_key_file(path).load()
    with pytest.raises(KeyFault) as refusal:
        create_key_file(path)
    assert _problem(refusal) is KeyProblem.EXISTS
    assert KeyFile(path).load() == secrets


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    made = create_key_file(tmp_path / "kiosk.keys")
    for mode in (0o640, 0o604, 0o660):
        made.path.chmod(mode)
        with pytest.raises(KeyFault) as refusal:
            made.load()
        assert _problem(refusal) is KeyProblem.PERMISSIONS


def test_key_file_missing_or_damaged(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path / "none" / "keys"):
        with pytest.raises(KeyFault) as refusal:
            KeyFile(path).load()
        assert _problem(refusal) is KeyProblem.MISSING
    made = create_key_file(tmp_path / "kiosk.keys")
    for content in (b"", b"x" * 70000):
        made.path.write_bytes(content)
        with pytest.raises(KeyFault) as refusal:
            made.load()
        assert _problem(refusal) is KeyProblem.DAMAGED
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)
    with pytest.raises(KeyFault) as refusal:
        KeyFile(folder).load()
    assert _problem(refusal) is KeyProblem.UNREADABLE


def test_keys_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KeyFault) as refusal:
        create_key_file(tmp_path / "file" / "keys")
    assert _problem(refusal) in {KeyProblem.NOT_STORED, KeyProblem.EXISTS}


def test_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.keys"
    made = create_passphrase_file(path, "zhāo pìn huì", SECRETS)
    assert not made.for_samples_only
    assert made.load() == SECRETS
    # The same passphrase from an input method that composes letters differently.
    assert Passphrase(path, "zha\u0304o pi\u0300n hui\u0300").load() == SECRETS
    assert SECRETS.store_key not in path.read_bytes()
    with pytest.raises(KeyFault) as refusal:
        Passphrase(path, "zhao pin hui").load()
    assert _problem(refusal) is KeyProblem.PASSPHRASE


def test_passphrase_file_damaged(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.keys"
    create_passphrase_file(path, "long enough", SECRETS)
    text = path.read_bytes()
    for old, new in ((b'"log_n":16', b'"log_n":30'), (b'"r":8', b'"q":8'), (b"fair-locked", b"fair-locket")):
        path.write_bytes(text.replace(old, new))
        assert path.read_bytes() != text
        with pytest.raises(KeyFault) as refusal:
            Passphrase(path, "long enough").load()
        assert _problem(refusal) is KeyProblem.DAMAGED
    path.write_bytes(text.replace(b'"log_n":16', b'"log_n":10'))
    with pytest.raises(KeyFault) as refusal:
        Passphrase(path, "long enough").load()
    assert _problem(refusal) is KeyProblem.PASSPHRASE


def test_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyFault) as refusal:
        create_passphrase_file(tmp_path / "kiosk.keys", "short")
    assert _problem(refusal) is KeyProblem.PASSPHRASE
    assert list(tmp_path.iterdir()) == []


def test_systemd_credentials_from_a_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kiosk-keys").write_bytes(encode_secrets(SECRETS))
    assert SystemdCredentials("kiosk-keys", tmp_path).load() == SECRETS
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert SystemdCredentials().load() == SECRETS
    assert not SystemdCredentials().for_samples_only
    with pytest.raises(KeyFault) as refusal:
        SystemdCredentials("other").load()
    assert _problem(refusal) is KeyProblem.MISSING
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(KeyFault) as refusal:
        SystemdCredentials().load()
    assert _problem(refusal) is KeyProblem.MISSING


@pytest.mark.skipif(shutil.which("systemd-creds") is None, reason="needs systemd-creds")
def test_systemd_round_trip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # systemd's own way to keep its host key elsewhere, so that this machine's is not touched.
    monkeypatch.setenv("SYSTEMD_CREDENTIAL_SECRET", str(tmp_path / "secret"))
    stored = tmp_path / "kiosk-keys.cred"
    try:
        store_with_systemd(SECRETS, "kiosk-keys", stored, with_key="host")
    except KeyFault as refusal:
        pytest.skip(f"systemd-creds does not work here: {refusal}")
    assert b"store_key" not in stored.read_bytes()
    opened = tmp_path / "opened"
    opened.mkdir()
    command = ["systemd-creds", "decrypt", "--name=kiosk-keys", str(stored), str(opened / "kiosk-keys")]
    subprocess.run(command, check=True, capture_output=True)
    assert SystemdCredentials("kiosk-keys", opened).load() == SECRETS


def test_systemd_refusal_and_absence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("systemd-creds"):
        with pytest.raises(KeyFault) as refusal:
            store_with_systemd(SECRETS, "kiosk-keys", tmp_path / "cred", with_key="nonsense")
        assert _problem(refusal) is KeyProblem.NOT_STORED
        assert "nonsense" in str(refusal.value)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(KeyFault) as refusal:
        store_with_systemd(SECRETS, "kiosk-keys", tmp_path / "cred")
    assert _problem(refusal) is KeyProblem.NOT_STORED
    assert not (tmp_path / "cred").exists()
