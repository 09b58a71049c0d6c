"""The text part of a mail as headings, points and paragraphs, to be shown as a page.

Only text comes out, and addresses of our own; so nothing in a mail can do anything in a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_RULE = re.compile(r"^(=+|-{3,})$")
_FOOTER = "--"


@dataclass(slots=True, kw_only=True)
class Part:
    """A heading, a point (with details below it) or a paragraph. ``url`` is where it leads."""

    kind: str
    text: str
    details: list[str] = field(default_factory=list[str])
    url: str = ""


def outline(text: str, *, base_url: str) -> list[Part]:
    """Return the parts of the text of a mail that ``tasks.mail`` wrote, without its footer."""
    parts: list[Part] = []
    for line, following in pairwise([*_body(text), "", ""]):
        last = parts[-1] if parts else None
        match line:
            case _ if _RULE.match(following) and line:
                parts.append(Part(kind="heading", text=line))
            case _ if not line or _RULE.match(line):
                parts.append(Part(kind="gap", text=""))
            case _ if line.startswith("* "):
                parts.append(Part(kind="point", text=line[2:]))
            case _ if last and _is_ours(line.strip(), base_url):
                last.url = line.strip()
            case _ if last and last.kind == "point" and line.startswith("  "):
                last.details.append(line.strip())
            case _ if last and last.kind == "paragraph":
                last.text += " " + line
            case _:
                parts.append(Part(kind="paragraph", text=line))
    return [part for part in parts if part.kind != "gap"]


def _body(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line == _FOOTER:
            return
        yield line


def _is_ours(address: str, base_url: str) -> bool:
    return address.startswith(base_url + "/")
