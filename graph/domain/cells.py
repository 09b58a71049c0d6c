"""Text in a CSV file that a spreadsheet would take for a formula, kept text by a quote.

A program that opens CSV computes what begins with one of these signs: `=1+1`, but also `+31 6…`
and `@ease`. A quote before it keeps it text, and reading our own file takes off exactly that one.
"""

import re

# The signs of OWASP's "CSV injection", the wide ones of East Asian keyboards among them.
_COMPUTED = re.compile("^'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Return ``text`` with a quote before it where a spreadsheet would compute."""
    return f"'{text}" if _COMPUTED.match(text) else text


def unguarded(text: str) -> str:
    """Return ``text`` without the quote of ``guarded``; "'t Hoekje" keeps its own."""
    return text[1:] if text.startswith("'") and _COMPUTED.match(text) else text
