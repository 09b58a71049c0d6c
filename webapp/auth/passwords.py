"""Passwords: argon2id, and the same work for an address that nobody has."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 12
MAX_LENGTH = 128

_hasher = PasswordHasher()
_DUMMY = _hasher.hash("nobody signs in with this")


def hash_password(password: str) -> str:
    """Return the argon2id hash to store for ``password``."""
    return _hasher.hash(password)


def verify(password: str, password_hash: str | None) -> bool:
    """Return whether ``password`` belongs to the hash; None takes as long as a wrong password."""
    try:
        return _hasher.verify(password_hash or _DUMMY, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Return whether the hash was made with weaker settings than those of today."""
    return _hasher.check_needs_rehash(password_hash)
