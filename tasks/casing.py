"""Capitals as Dutch sentences have them; an abbreviation such as GGD keeps its own."""


def capital(text: str) -> str:
    """Return ``text`` as it begins a sentence; the rest stays as it is. IJ is one capital."""
    first = 2 if text[:2].lower() == "ij" else 1
    return text[:first].upper() + text[first:]


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
