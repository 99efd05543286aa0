"""Where a kiosk's keys are kept: a key file (samples only), a staff passphrase, or systemd's credentials.

systemd's credentials are sealed to this machine, by its TPM 2 where it has one. They are made once:

    systemd-creds encrypt --name=kiosk-keys --with-key=auto - /etc/kiosk/kiosk-keys.cred

and the unit says `LoadCredentialEncrypted=kiosk-keys:/etc/kiosk/kiosk-keys.cred`, so that systemd decrypts
them into $CREDENTIALS_DIRECTORY at every start, with no staff at hand (`systemd-creds decrypt` shows them).
"""

from __future__ import annotations

import os
import stat
import subprocess
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from kiosk.domain.words import Words
from kiosk.keys.fault import KeyFault, KeyProblem
from kiosk.keys.secrecy import scrypt

KEY_LENGTH = 32
LEAST_PASSPHRASE = 8
_FILE_TAG = b"fair-keys-v1\0"
_MAX_FILE_BYTES = 65536
# About 0.3 s and 64 MB: paid once a start.
_LOG_N, _R, _P = 16, 8, 1
_SYSTEMD_TIMEOUT_S = 60
_BINARY: int = getattr(os, "O_BINARY", 0)
"""Windows would rewrite line ends without it."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a kiosk must keep to itself; each 32 bytes. Shows none of it when printed."""

    store_key: bytes = field(repr=False)
    """Raw key of the local store."""
    issuing_seed: bytes = field(repr=False)
    """Seed of the Ed25519 key that signs the badges issued here, and this kiosk's segments."""
    venue_private: bytes = field(repr=False)
    """X25519 key to which packs and sticks are sealed; the same on every kiosk of a venue."""

    def __post_init__(self) -> None:
        for each in (self.store_key, self.issuing_seed, self.venue_private):
            if len(each) != KEY_LENGTH:
                raise ValueError("each key has 32 bytes")


class Provider(Protocol):
    """Something that keeps a kiosk's keys."""

    @property
    def for_samples_only(self) -> bool:
        """True where whoever has the disk has the keys; the staff page says so."""
        ...

    def load(self) -> Secrets:
        """The keys; KeyFault where they cannot be had."""
        ...


def new_secrets(venue_private: bytes | None = None) -> Secrets:
    """Fresh random keys; `venue_private` is given where the venue has one already."""
    venue = os.urandom(KEY_LENGTH) if venue_private is None else venue_private
    return Secrets(os.urandom(KEY_LENGTH), os.urandom(KEY_LENGTH), venue)


# --- what the files hold ----------------------------------------------------------------------------------


class _Plain(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="fair-keys-1", tag_field="format"):
    store_key: bytes
    issuing_seed: bytes
    venue_private: bytes


class _Locked(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="fair-locked-keys-1", tag_field="format"
):
    log_n: int
    r: int
    p: int
    salt: bytes
    nonce: bytes
    sealed: bytes

    def header(self) -> bytes:
        """What the seal vouches for besides the keys."""
        return _FILE_TAG + bytes((self.log_n, self.r, self.p))


_Struct = TypeVar("_Struct", _Plain, _Locked)


def encode_secrets(secrets: Secrets) -> bytes:
    """The keys as the JSON text that a key file or a systemd credential holds."""
    return msgspec.json.encode(_Plain(secrets.store_key, secrets.issuing_seed, secrets.venue_private))


def decode_secrets(data: bytes, where: str) -> Secrets:
    """The keys in a key file's text; KeyFault, which names `where`, if they are not all there."""
    plain = _decode(data, _Plain, where)
    try:
        return Secrets(plain.store_key, plain.issuing_seed, plain.venue_private)
    except ValueError as damage:
        raise _damaged(where) from damage


def _decode(data: bytes, kind: type[_Struct], where: str) -> _Struct:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as damage:
        raise _damaged(where) from damage


# --- providers --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Keys in a plain file, readable by its owner alone. For the sample fairs only."""

    path: Path

    @property
    def for_samples_only(self) -> bool:
        """Yes: whoever has the disk has the keys."""
        return True

    def load(self) -> Secrets:
        """The keys. KeyFault: missing, unreadable, readable by others, damaged."""
        _refuse_others(self.path)
        return decode_secrets(_read(self.path), str(self.path))


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Keys in a file that a staff passphrase opens (scrypt, ChaCha20-Poly1305)."""

    path: Path
    passphrase: str = field(repr=False)

    @property
    def for_samples_only(self) -> bool:
        """No."""
        return False

    def load(self) -> Secrets:
        """The keys. KeyFault: missing, unreadable, wrong passphrase, damaged."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

        locked = _decode(_read(self.path), _Locked, str(self.path))
        try:
            key = scrypt(_normal(self.passphrase), locked.salt, locked.log_n, locked.r, locked.p)
            plain = ChaCha20Poly1305(key).decrypt(locked.nonce, locked.sealed, locked.header())
        except InvalidTag as refusal:
            raise _wrong_passphrase() from refusal
        except ValueError as damage:
            raise _damaged(str(self.path)) from damage
        return decode_secrets(plain, str(self.path))


@dataclass(frozen=True, slots=True)
class SystemdCredentials:
    """Keys that systemd decrypted for this unit, bound to the machine's TPM 2 where it has one."""

    name: str = "kiosk-keys"
    directory: Path | None = None
    """Where systemd put them; $CREDENTIALS_DIRECTORY unless given."""

    @property
    def for_samples_only(self) -> bool:
        """No."""
        return False

    def load(self) -> Secrets:
        """The keys. KeyFault: missing (not started by systemd, or no such credential), damaged."""
        directory = self.directory or _credentials_directory()
        return decode_secrets(_read(directory / self.name), f"{self.name} (systemd)")


def _credentials_directory() -> Path:
    """Read when the keys are, not when the provider is made."""
    given = os.environ.get("CREDENTIALS_DIRECTORY")
    if not given:
        raise KeyFault(
            KeyProblem.MISSING,
            Words(
                "systemd 没有交来密钥。请由 systemd 启动本程序，并在单元里写 LoadCredentialEncrypted=。",
                "systemd handed over no keys. Start the kiosk by systemd, "
                "with LoadCredentialEncrypted= in its unit.",
            ),
        )
    return Path(given)


# --- making them ------------------------------------------------------------------------------------------


def create_key_file(path: Path, secrets: Secrets | None = None) -> KeyFile:
    """Write a key file (mode 0600), with fresh keys unless some are given. KeyFault if there is one."""
    _write_new(path, encode_secrets(secrets or new_secrets()))
    return KeyFile(path)


def create_passphrase_file(path: Path, passphrase: str, secrets: Secrets | None = None) -> Passphrase:
    """Write keys that `passphrase` opens. KeyFault for a short one, or if there is a file already."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    if len(_normal(passphrase).decode()) < LEAST_PASSPHRASE:
        raise KeyFault(
            KeyProblem.PASSPHRASE,
            Words(
                f"口令太短，至少 {LEAST_PASSPHRASE} 个字符。请换一个长些的。",
                f"The passphrase is too short. Choose one of {LEAST_PASSPHRASE} characters or more.",
            ),
        )
    salt, nonce = os.urandom(16), os.urandom(12)
    key = scrypt(_normal(passphrase), salt, _LOG_N, _R, _P)
    header = _Locked(_LOG_N, _R, _P, salt, nonce, b"").header()
    sealed = ChaCha20Poly1305(key).encrypt(nonce, encode_secrets(secrets or new_secrets()), header)
    _write_new(path, msgspec.json.encode(_Locked(_LOG_N, _R, _P, salt, nonce, sealed)))
    return Passphrase(path, passphrase)


def store_with_systemd(secrets: Secrets, name: str, path: Path, with_key: str = "auto") -> None:
    """Write `secrets` as the encrypted credential `name` to `path`, by `systemd-creds encrypt`.

    `with_key` is its option: auto, tpm2, host, host+tpm2. The keys go through a pipe, so they lie in no
    file unencrypted. KeyFault where systemd-creds is missing or refuses.
    """
    command = ["systemd-creds", "encrypt", f"--name={name}", f"--with-key={with_key}", "-", "-"]
    try:
        done = subprocess.run(
            command,
            input=encode_secrets(secrets),
            capture_output=True,
            timeout=_SYSTEMD_TIMEOUT_S,
            check=True,
        )
    except FileNotFoundError as missing:
        raise _not_stored("systemd-creds: not found") from missing
    except subprocess.TimeoutExpired as late:
        raise _not_stored("systemd-creds: no answer") from late
    except subprocess.CalledProcessError as refusal:
        raise _not_stored(_last_line(refusal.stderr)) from refusal
    _write_new(path, done.stdout)


def _last_line(text: bytes) -> str:
    lines = text.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "systemd-creds"


def _normal(passphrase: str) -> bytes:
    """One spelling for what looks the same, whichever input method typed it (RFC 8265 uses the same form)."""
    return unicodedata.normalize("NFC", passphrase).encode()


# --- files ------------------------------------------------------------------------------------------------


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise _missing(path) from missing
    except OSError as refusal:
        raise KeyFault(
            KeyProblem.UNREADABLE,
            Words(
                f"密钥文件读不出来：{path}。请检查权限和磁盘。", f"Cannot read {path}. Check access and disk."
            ),
        ) from refusal
    if len(data) > _MAX_FILE_BYTES:
        raise _damaged(str(path))
    return data


def _refuse_others(path: Path) -> None:
    """A key file that others may read is none. Windows has no such mode; its folder's rights count there."""
    if os.name != "posix":
        return
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise _missing(path) from missing
    if stat.S_IMODE(mode) & 0o077:
        raise KeyFault(
            KeyProblem.PERMISSIONS,
            Words(
                f"别的用户也能读密钥文件 {path}。请运行 chmod 600 后再启动。",
                f"Others may read the key file {path}. Run chmod 600 on it and start again.",
            ),
        )


def _write_new(path: Path, data: bytes) -> None:
    """Write `path`, readable by its owner alone and on disk when this returns; never over an older one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    except FileExistsError as there:
        raise KeyFault(
            KeyProblem.EXISTS,
            Words(
                f"已有密钥文件 {path}，没有覆盖。请换一个文件名，或先移走它。",
                f"{path} holds keys already and was left as it is. Choose another name, or move it away.",
            ),
        ) from there
    except OSError as refusal:
        raise _not_written(path) from refusal
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(path.parent)
    except OSError as refusal:
        path.unlink(missing_ok=True)  # half a key file would only be called damaged later
        raise _not_written(path) from refusal


def _sync_folder(folder: Path) -> None:
    """Make a name in a folder last through a power cut; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _not_written(path: Path) -> KeyFault:
    return KeyFault(
        KeyProblem.NOT_STORED,
        Words(
            f"密钥没有写成：{path}。请检查磁盘空间和写入权限。",
            f"The keys could not be written to {path}. Check disk space and permission to write.",
        ),
    )


def _missing(path: Path) -> KeyFault:
    return KeyFault(
        KeyProblem.MISSING,
        Words(
            f"没有找到密钥：{path}。请先配置这台机器，或检查路径。",
            f"No keys at {path}. Set this machine up first, or check the path.",
        ),
    )


def _damaged(where: str) -> KeyFault:
    return KeyFault(
        KeyProblem.DAMAGED,
        Words(
            f"密钥已损坏：{where}。请用备份恢复，或重新配置这台机器。",
            f"The keys are damaged: {where}. Restore a backup, or set this machine up again.",
        ),
    )


def _wrong_passphrase() -> KeyFault:
    return KeyFault(
        KeyProblem.PASSPHRASE,
        Words(
            "口令不对，或密钥文件已损坏。请再输一次。",
            "The passphrase is not right, or the key file is damaged. Please type it again.",
        ),
    )


def _not_stored(cause: str) -> KeyFault:
    return KeyFault(
        KeyProblem.NOT_STORED,
        Words(
            f"systemd 没有收下密钥（{cause}）。请以管理员身份再试，或改用口令。",
            f"systemd did not take the keys ({cause}). Try again as root, or use a passphrase.",
        ),
    )
