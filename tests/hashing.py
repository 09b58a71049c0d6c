"""Hashes of passwords that cost a test nothing; what the product takes for one is much slower."""

from argon2 import PasswordHasher

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


def quick_hash(password: str) -> str:
    """Return a hash that signing in takes in the tests."""
    return QUICK.hash(password)
