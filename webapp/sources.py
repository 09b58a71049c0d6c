"""Where a fact comes from, said so that a person can find it back.

The starter content cites five text files by name and line; nobody knows those names.
"""

from webapp.i18n import _


def source_label(source: str) -> str:
    """Return "Handreiking …, regel 287" for ``file:line``; a source of another kind as it is."""
    file, _colon, line = source.rpartition(":")
    title = _titles().get(file)
    if title is None or not line.isdigit():
        return source
    return _("%(title)s, regel %(line)s", title=title, line=line)


def _titles() -> dict[str, str]:
    return {
        "000_f4a89d4c5c048e79.txt": _(
            "Handreiking integraal werken aan mentale gezondheid (2023)"
        ),
        "001_6f7c6587a873d0bc.txt": _("Invulhulp SPUK-plan, mentale gezondheid per GALA-doel"),
        "002_f1ac83beef155843.txt": _("Wetenschappelijk rapport Mentaal gezonde samenleving"),
        "003_c1a828d3e96d9a08.txt": _("Aanpak Mentale gezondheid: van ons allemaal (tekst 2)"),
        "004_6d95a914da1acfe7.txt": _("Aanpak Mentale gezondheid: van ons allemaal"),
    }
