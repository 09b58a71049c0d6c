"""Codes of an authenticator app, and the recovery codes for who lost it. Only here: pyotp, segno.

The secret is kept encrypted, and recovery codes as hashes, both under the key of the installation.
"""
# segno ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import base64
import hmac
import secrets
from datetime import datetime

import segno
from cryptography.fernet import Fernet
from pyotp.totp import TOTP

from webapp.context import current_settings

_ISSUER = "Lokale Energie"
_STEP_SECONDS = 30
_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another
_GROUP = 5


def new_secret() -> str:
    """Return a fresh secret, as an app takes it."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def matching_step(secret: str, code: str, at: datetime) -> int | None:
    """Return which half minute a code belongs to: this one, or the one before or after it."""
    digits = "".join(code.split())
    totp, step = TOTP(secret), int(at.timestamp()) // _STEP_SECONDS
    near = (step, step - 1, step + 1)
    return next(
        (s for s in near if hmac.compare_digest(digits.encode(), totp.generate_otp(s).encode())),
        None,
    )


def qr_svg(secret: str, email: str) -> str:
    """Return the picture that an app scans, as a data address of an SVG."""
    address = TOTP(secret).provisioning_uri(name=email, issuer_name=_ISSUER)
    return str(segno.make(address, error="m").svg_data_uri(scale=5, border=3, dark="#000"))


def new_recovery_codes() -> list[str]:
    """Return ten fresh codes, each for one time: two groups of five, 49 bits."""
    return [
        "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(2))
        for _ in range(_CODES)
    ]


def recovery_hash(code: str) -> str:
    """Return what the graph keeps of a recovery code, however it was typed."""
    letters = "".join(each for each in code.lower() if each in _LETTERS)
    return hmac.digest(_key("recovery codes"), letters.encode(), "sha256").hex()


def encrypt(secret: str) -> str:
    """Return a secret as the graph keeps it."""
    return _fernet().encrypt(secret.encode()).decode()


def decrypt(stored: str) -> str:
    """Return a secret that ``encrypt`` gave. Raises InvalidToken when SECRET_KEY was changed."""
    return _fernet().decrypt(stored.encode()).decode()


def _fernet() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key("second factors")))


def _key(purpose: str) -> bytes:
    """Return a key of its own for each purpose, so that no two share one."""
    return hmac.digest(current_settings().secret_key.encode(), purpose.encode(), "sha256")
