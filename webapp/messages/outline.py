"""The text part of a mail as headings, points and paragraphs, to be shown as a page.

Only text comes out, and paths on this site; so nothing in a mail can do anything in a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

_RULE = re.compile(r"^(=+|-{3,})$")
_LINK = re.compile(r"^(?P<text>.*?):? *(?P<address>https?://\S+)$")
_FOOTER = "--"


@dataclass(slots=True, kw_only=True)
class Part:
    """A heading, a point (with details below it) or a paragraph. ``path`` is where it leads."""

    kind: str
    text: str
    details: list[str] = field(default_factory=list[str])
    path: str = ""


def outline(text: str) -> list[Part]:
    """Return the parts of the text of a mail that ``tasks.mail`` wrote, without its footer."""
    parts: list[Part] = []
    for line, following in pairwise([*_body(text), ""]):
        if not _RULE.match(line):
            _add(parts, line, is_heading=bool(line and _RULE.match(following)))
    return [part for part in parts if part.kind != "gap"]


def _body(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line == _FOOTER:
            return
        yield line


def _add(parts: list[Part], line: str, *, is_heading: bool) -> None:
    last = parts[-1] if parts else Part(kind="gap", text="")
    if is_heading:
        parts.append(Part(kind="heading", text=line))
    elif not line:
        parts.append(Part(kind="gap", text=""))
    elif line.startswith("* "):
        parts.append(Part(kind="point", text=line[2:]))
    elif link := _LINK.match(line):
        _lead(parts, last, link["text"].strip(), _path(link["address"]))
    elif last.kind == "point" and line.startswith("  "):
        last.details.append(line.strip())
    elif last.kind == "paragraph" and not last.path:
        last.text += " " + line
    else:
        parts.append(Part(kind="paragraph", text=line))


def _lead(parts: list[Part], last: Part, text: str, path: str) -> None:
    """Let a text of its own lead to ``path``, else what stands before it."""
    if text:
        parts.append(Part(kind="paragraph", text=text, path=path))
    else:
        last.path = path


def _path(address: str) -> str:
    """Return where an address of ours is on this site, whatever it was called in the mail."""
    parts = urlsplit(address)
    return parts.path + ("?" + parts.query if parts.query else "")
