"""Passwords: argon2id, and the same work for an address that nobody has."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 12
MAX_LENGTH = 128

hasher = PasswordHasher()
nobodys = hasher.hash("nobody signs in with this")


def hash_password(password: str) -> str:
    """Return the argon2id hash to store for ``password``."""
    return hasher.hash(password)


def verify(password: str, password_hash: str | None) -> bool:
    """Return whether ``password`` belongs to the hash; None takes as long as a wrong password."""
    try:
        return hasher.verify(password_hash or nobodys, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Return whether the hash was made with weaker settings than those of today."""
    return hasher.check_needs_rehash(password_hash)
