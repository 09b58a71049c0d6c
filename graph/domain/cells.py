"""Text that is safe in a file for another program.

A program that opens CSV computes what begins with one of some signs: `=1+1`, but also `+31 6…`
and `@ease`. A quote before it keeps it text, and reading our own file takes off exactly that one.
"""

import re

# The signs of OWASP's "CSV injection", the wide ones of East Asian keyboards among them.
_COMPUTED = re.compile("^'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")

# What XML 1.0 has no place for, so what no workbook and no GraphML can hold.
_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return ``text`` without control characters and half characters, with lines as in Unix."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def guarded(text: str) -> str:
    """Return ``text`` with a quote before it where a spreadsheet would compute."""
    return f"'{text}" if _COMPUTED.match(text) else text


def unguarded(text: str) -> str:
    """Return ``text`` without the quote of ``guarded``; "'t Hoekje" keeps its own."""
    return text[1:] if text.startswith("'") and _COMPUTED.match(text) else text
