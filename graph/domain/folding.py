"""Names as people search and sort them: without accents, case or leading article."""

import re
import unicodedata

_ARTICLES = re.compile(r"^(de|het|een|'t|\u2019t|'s|\u2019s)\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return ``text`` in lower-case ASCII words: "Café 't Hoekje" becomes "cafe t hoekje"."""
    plain = unicodedata.normalize("NFKD", text.replace("\u0132", "IJ").replace("\u0133", "ij"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", bare.casefold().replace("ø", "o").replace("æ", "ae")).strip()


def sort_name(name: str) -> str:
    """Return the key under which Dutch lists file ``name``: "De Kajuit" under k."""
    without_article = _ARTICLES.sub("", name.strip().casefold())
    return fold(without_article) or fold(name) or name.casefold()


def search_text(name: str, *more: str) -> str:
    """Return the folded name and aliases, to be searched with a folded question."""
    return " | ".join(dict.fromkeys(folded for part in (name, *more) if (folded := fold(part))))
