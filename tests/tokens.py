"""The design tokens that our style sheets reach: ``python -m tests.tokens THEME_CSS``.

The theme of NL Design System sets 2,780 tokens for every component there is, and a browser hands
each of them down to each element. We keep the ones that some rule of ours asks for, directly or
through another token. Run this on the theme as published when a new version comes, or when a
style sheet asks for a token that is not kept yet.
"""

import re
import sys
from pathlib import Path

from webapp.assets import STATIC

KEPT = STATIC / "vendor" / "nlds" / "voorbeeld.css"
_SHEETS = ("vendor/nlds/utrecht.css", "tokens.css", "app.css")
_DEFINED = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


def reached(theme: str) -> dict[str, str]:
    """Return the tokens of ``theme`` (name to value) that some style sheet of ours reaches."""
    defined = dict(_DEFINED.findall(theme))
    rules = "".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in _SHEETS)
    found: dict[str, str] = {}
    waiting = set(_ASKED.findall(rules))
    while waiting:
        name = waiting.pop()
        if name in defined and name not in found:
            found[name] = defined[name].strip()
            waiting.update(_ASKED.findall(found[name]))
    return dict(sorted(found.items()))


def sheet(tokens: dict[str, str]) -> str:
    """Return the style sheet that sets these tokens."""
    lines = "".join(f"  {name}: {value};\n" for name, value in tokens.items())
    return f".voorbeeld-theme {{\n{lines}}}\n"


if __name__ == "__main__":
    published = Path(sys.argv[1]).read_text(encoding="utf-8")
    KEPT.write_text(sheet(reached(published)), encoding="utf-8")
