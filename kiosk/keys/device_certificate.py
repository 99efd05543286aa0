"""Certificates for talking to other machines (TLS): P-256, derived from keys that a kiosk has anyway.

    the organiser's authority (Ed25519)  certifies, with role hub,
    the hub's key (Ed25519)              which vouches for
    the hub's TLS authority (P-256)      which signs
    device certificates (P-256)          each for one machine, naming its Ed25519 key

What a device certificate says stands in URIs of its subject alternative name, so that it is signed with the
rest:
`urn:fair-kiosk:role:kiosk`, `urn:fair-kiosk:key:HEX`. Certificates hold from 2000 to 9999, and whoever checks
them leaves the time out: clocks at a fair are wrong. What ends one is a withdrawal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.keys.signing import PUBLIC_LENGTH, SIGNATURE_LENGTH, SigningKey, verify

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey

_SCHEME = "urn:fair-kiosk:"
_ROLE, _KEY, _BY, _VOUCH = "role", "key", "by", "vouch"
_AUTHORITY_ROLE = "authority"
_VOUCH_TAG = b"fair-tls-authority-v1\0"
_DEVICE_LABEL = b"fair-tls-device-v1"
_AUTHORITY_LABEL = b"fair-tls-authority-key-v1"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256's group (NIST SP 800-186)."""
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_NAME_LENGTH = 64
"""Of a common name (RFC 5280, appendix A)."""
MAX_CERTIFICATE_BYTES = 4096
POINT_LENGTH = 33


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a device certificate is about."""

    name: str
    role: str
    key: bytes
    """Raw Ed25519 public key, 32 bytes."""
    by: bytes = b""
    """That of the hub that let it in."""


def device_private_pem(issuing_seed: bytes, password: bytes | None = None) -> bytes:
    """The machine's own TLS key, as PKCS 8 PEM; encrypted where a password is given."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415

    hidden: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if password is not None:
        hidden = serialization.BestAvailableEncryption(password)
    return _derived(issuing_seed, _DEVICE_LABEL).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden
    )


def locked_pem(private_pem: bytes, password: bytes) -> bytes:
    """A private key in PEM so that only `password` opens it."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415

    return serialization.load_pem_private_key(private_pem, None).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password),
    )


def device_public(issuing_seed: bytes) -> bytes:
    """The machine's own public TLS key: a compressed point of P-256, 33 bytes."""
    return _point(_derived(issuing_seed, _DEVICE_LABEL).public_key())


def refuse_no_point(public: bytes) -> None:
    """ValueError where `public` is no public key as `device_public` gives it."""
    if len(public) != POINT_LENGTH:
        raise ValueError("a compressed point has 33 bytes")
    _public_key(public)


class TlsAuthority:
    """A hub's key for device certificates; the same seed gives the same certificates, byte for byte."""

    def __init__(self, issuing_seed: bytes) -> None:
        """`issuing_seed`: of the hub's Ed25519 key."""
        hub = SigningKey.from_seed(issuing_seed)
        self._private = _derived(issuing_seed, _AUTHORITY_LABEL)
        vouch = hub.sign(_VOUCH_TAG + _point(self._private.public_key()))
        says = {_ROLE: _AUTHORITY_ROLE, _KEY: hub.public.hex(), _VOUCH: vouch.hex()}
        self._hub = hub.public
        self._name = _authority_name(hub.public)
        self.certificate_pem: bytes = _pem(
            self._signed(self._name, self._private.public_key(), says, authority=True)
        )
        """Its own certificate, for all machines to trust that check the hub's vouch (`vouched_by`)."""

    def issue(self, holder: Holder, public: bytes) -> bytes:
        """A device certificate as PEM. ValueError: a name that does not fit, or `public` is no point."""
        if not 1 <= len(holder.name) <= _NAME_LENGTH or len(holder.key) != PUBLIC_LENGTH:
            raise ValueError("a certificate's name takes 1 to 64 characters, a key 32 bytes")
        says = {_ROLE: holder.role, _KEY: holder.key.hex(), _BY: self._hub.hex()}
        return _pem(self._signed(holder.name, _public_key(public), says, authority=False))

    def _signed(
        self, name: str, public: EllipticCurvePublicKey, says: dict[str, str], *, authority: bool
    ) -> x509.Certificate:
        from cryptography import x509  # noqa: PLC0415
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
        from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: PLC0415

        def named(text: str) -> x509.Name:
            return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

        uris = [x509.UniformResourceIdentifier(f"{_SCHEME}{what}:{text}") for what, text in says.items()]
        builder = (
            x509.CertificateBuilder()
            .subject_name(named(name))
            .issuer_name(named(self._name))
            .public_key(public)
            .serial_number(_serial(name, public, says))
            .not_valid_before(_FIRST)
            .not_valid_after(_LAST)
            .add_extension(x509.BasicConstraints(authority, 0 if authority else None), critical=True)
            .add_extension(_usage(authority=authority), critical=True)
            .add_extension(x509.SubjectAlternativeName(uris), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._private.public_key()), critical=False
            )
        )
        if not authority:
            both = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
            builder = builder.add_extension(both, critical=False)
        return builder.sign(self._private, hashes.SHA256(), ecdsa_deterministic=True)


def holder_of(certificate_der: bytes) -> Holder:
    """Who a device certificate is about. ValueError where it is none of ours; its signature is TLS's to
    check."""
    certificate = _loaded(certificate_der)
    says = _says(certificate)
    key = bytes.fromhex(says.get(_KEY, ""))
    by = bytes.fromhex(says.get(_BY, ""))
    role = says.get(_ROLE, "")
    if len(key) != PUBLIC_LENGTH or len(by) != PUBLIC_LENGTH or role not in {"kiosk", "hub"}:
        raise ValueError("no device certificate of ours")
    if _common_name(certificate.issuer) != _authority_name(by):
        raise ValueError("a certificate that names another hub than the one that signed it")
    return Holder(_common_name(certificate.subject), role, key, by)


def vouched_by(authority_pem: bytes) -> bytes:
    """The Ed25519 key that vouches for a TLS authority's certificate, one PEM. ValueError where none does.

    Whether that key may vouch (role hub, certified by the organiser, not withdrawn) is the caller's to ask.
    """
    certificate = _loaded(der_of(authority_pem))
    says = _says(certificate)
    if says.get(_ROLE) != _AUTHORITY_ROLE:
        raise ValueError("no TLS authority of ours")
    key, vouch = bytes.fromhex(says.get(_KEY, "")), bytes.fromhex(says.get(_VOUCH, ""))
    if _common_name(certificate.subject) != _authority_name(key):
        raise ValueError("an authority in another hub's name")
    if len(vouch) != SIGNATURE_LENGTH or not verify(key, _VOUCH_TAG + _point_in(certificate), vouch):
        raise ValueError("nobody vouches for this TLS authority")
    return key


def is_issued_by(certificate_pem: bytes, authority_pem: bytes) -> bool:
    """Whether one certificate is signed by the key of another. False for what cannot be read."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415

    try:
        certificate, authority = _loaded(der_of(certificate_pem)), _loaded(der_of(authority_pem))
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def public_in(certificate_pem: bytes) -> bytes:
    """The public key in a certificate, as `device_public` gives it. ValueError where it cannot be read."""
    return _point_in(_loaded(der_of(certificate_pem)))


def der_of(pem: bytes) -> bytes:
    """The one certificate in a PEM text, in DER. ValueError where there is none, or more than one."""
    import ssl  # noqa: PLC0415

    if len(pem) > MAX_CERTIFICATE_BYTES or pem.count(b"-----BEGIN") != 1:
        raise ValueError("not one certificate")
    try:
        return ssl.PEM_cert_to_DER_cert(pem.decode("ascii").strip() + "\n")
    except UnicodeDecodeError as fault:
        raise ValueError("no certificate") from fault


def split_pem(text: bytes) -> tuple[bytes, ...]:
    """The certificates of a PEM text that holds several."""
    end = b"-----END CERTIFICATE-----"
    return tuple(each.strip() + b"\n" + end + b"\n" for each in text.split(end)[:-1])


def _derived(issuing_seed: bytes, label: bytes) -> EllipticCurvePrivateKey:
    """A P-256 key out of a seed: HKDF-SHA256 (RFC 5869) to 48 bytes, then into the group's range (FIPS 186-5,
    A.2.1: 128 bits more than needed leave no bias)."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    stretched = HKDF(hashes.SHA256(), length=48, salt=None, info=label).derive(issuing_seed)
    return ec.derive_private_key(int.from_bytes(stretched, "big") % (_ORDER - 1) + 1, ec.SECP256R1())


def _point(public: EllipticCurvePublicKey) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415

    return public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def _public_key(point: bytes) -> EllipticCurvePublicKey:
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)


def _point_in(certificate: x509.Certificate) -> bytes:
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    public = certificate.public_key()
    if not isinstance(public, ec.EllipticCurvePublicKey) or not isinstance(public.curve, ec.SECP256R1):
        raise ValueError("no P-256 key")
    return _point(public)


def _serial(name: str, public: EllipticCurvePublicKey, says: dict[str, str]) -> int:
    """Another serial number for other contents, the same for the same: 19 bytes, as RFC 5280 allows."""
    import hashlib  # noqa: PLC0415

    said = "\0".join((name, *(f"{what}:{text}" for what, text in says.items())))
    digest = hashlib.sha256(b"fair-tls-serial-v1\0" + _point(public) + said.encode()).digest()
    return int.from_bytes(digest[:19], "big") | 1


def _usage(*, authority: bool) -> x509.KeyUsage:
    from cryptography import x509  # noqa: PLC0415

    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(certificate: x509.Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    return certificate.public_bytes(Encoding.PEM)


def _loaded(der: bytes) -> x509.Certificate:
    from cryptography import x509  # noqa: PLC0415

    if len(der) > MAX_CERTIFICATE_BYTES:
        raise ValueError("a certificate of ours is shorter")
    return x509.load_der_x509_certificate(der)


def _says(certificate: x509.Certificate) -> dict[str, str]:
    """What its URIs of ours say; ValueError where one stands twice."""
    from cryptography import x509  # noqa: PLC0415

    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as fault:
        raise ValueError("a certificate that names nobody") from fault
    says: dict[str, str] = {}
    for uri in names.get_values_for_type(x509.UniformResourceIdentifier):
        what, _, text = uri.removeprefix(_SCHEME).partition(":")
        if uri.startswith(_SCHEME):
            if what in says:
                raise ValueError(f"{what} stands twice in a certificate")
            says[what] = text
    return says


def _authority_name(hub: bytes) -> str:
    """What a hub's TLS authority is called: whatever it signs bears that name, and OpenSSL compares it. So
    many digits of its key as a common name takes."""
    return f"Fair Kiosk {hub.hex()[:48]}"


def _common_name(name: x509.Name) -> str:
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    names = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    if len(names) != 1 or not isinstance(names[0].value, str):
        raise ValueError("a certificate with one common name")
    return names[0].value
