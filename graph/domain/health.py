"""Words that tell of somebody's health, which is nobody's business here (article 9 of the GDPR).

This is a network for mental health, so words for a theme ("depressie", "verslaving") are common
and innocent. These are words for what somebody *has*. A hit asks to look again, and no more.
"""

import re

from graph.domain.folding import fold

_WORDS = (
    *("diagnoses?", "gediagnosticeerde?", "medicatie", "medicijn(?:en)?", "suicida(?:al|le)"),
    *("suicidepoging(?:en)?", "zelfmoordpoging(?:en)?", "zelfbeschadiging", "automutilatie"),
    *("psychoses?", "psychotische?", "schizofreen", "schizofrene", "bipolaire?", "borderline"),
    *("manisch", "depressieve?", "overspannen", "verslaafde?", "alcoholist(?:e|en)?", "ptss"),
    *("anorexia", "boulimia", "autistische?", "dementerende?", "crisisopname"),
    *(
        "gedwongen opname",
        "is opgenomen",
        "onder behandeling",
        "in behandeling bij",
        "ziekmelding",
    ),
    *("ziek ?gemeld", "ziek thuis", "heeft een burn ?out", "heeft adhd", "heeft autisme"),
    *("heeft kanker", "hiv"),
)
_PATTERN = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")


def health_words(text: str) -> list[str]:
    """Return the words in a text that seem to tell of somebody's health, folded, each once."""
    return list(dict.fromkeys(_PATTERN.findall(fold(text))))
