"""What ``docs/model.md`` says there is: labels and relationship types, with their properties."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "model.md"

# What every node may have, from the text above the table; `_lock` is how an edit takes the lock.
EVERYWHERE = frozenset(
    {"id", "created_at", "updated_at", "version", "archived_at", "network_id", "_lock"}
)

_NAME = re.compile(r"^[a-z_0-9]+$")
_TYPE = re.compile(r"\[:(?P<type>[A-Z_]+)(?: \{(?P<properties>[^}]*)\})?\]")


def labels() -> dict[str, frozenset[str]]:
    """Return the properties of each label."""
    found: dict[str, frozenset[str]] = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        match [cell.strip() for cell in line.strip().strip("|").split("|")]:
            case [names, text] if line.startswith("|") and names[:1].isupper():
                for name in names.split(", "):
                    found[name] = EVERYWHERE | _names(text)
            case _:
                pass
    return found


def relationship_types() -> dict[str, frozenset[str]]:
    """Return the properties of each relationship type."""
    found: dict[str, frozenset[str]] = {}
    for match in _TYPE.finditer(PAGE.read_text(encoding="utf-8")):
        found[match["type"]] = found.get(match["type"], frozenset()) | _names(
            match["properties"] or ""
        )
    return found


def _names(text: str) -> frozenset[str]:
    without_remarks = re.sub(r"\([^)]*\)|`[^`]*`", "", text)
    parts = (part.strip() for part in re.split(r"[,;:.]", without_remarks))
    return frozenset(part for part in parts if _NAME.match(part))
