"""What one check of the safety suite found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A claim, the figure that we want and the one that was measured, both in words."""

    name: str
    wanted: str
    measured: str
    passed: bool

    def __str__(self) -> str:
        verdict = "passed" if self.passed else "FAILED"
        return f"{verdict}: {self.name}: {self.measured} (wanted: {self.wanted})"
