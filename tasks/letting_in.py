"""Tell of a link that lets somebody do one thing: choose a password, come in, prove an address."""

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.tokens import Token
from graph.domain.words import TokenKind
from tasks.dates import moment
from tasks.links import Links
from tasks.mail.letter import Button, Letter, Section


def tell(token: Token, *, secret: str, links: Links) -> Letter:
    """Return the letter with the link of a token. It has no stop link: somebody asked for it."""
    finding, lead, act, why = _words(token)
    until = _("De link werkt één keer, tot %(moment)s.", moment=moment(token.expires_at))
    button = Button(label=act, href=links.token(token.kind, secret))
    return Letter(
        about=_("Uitnodiging") if token.kind is TokenKind.INVITE else _("Jouw account"),
        fact=finding[:1].lower() + finding[1:],
        preheader=until,
        finding=finding,
        lead=lead,
        sections=(Section(title=_("Zo ga je verder"), text=until, buttons=(button,)),),
        why=why,
        stop_label="",
        stop_href="",
        preferences_href="",
    )


def _words(token: Token) -> tuple[str, str, str, str]:
    """Return what it is about, what happens, what the link says, and why this mail came."""
    match token.kind:
        case TokenKind.RESET:
            return (
                _("Kies een nieuw wachtwoord"),
                _("Daarna word je overal uitgelogd, en meld je je opnieuw aan."),
                _("Kies je nieuwe wachtwoord"),
                _("Vroeg je dit niet aan? Dan hoef je niets te doen: je wachtwoord blijft."),
            )
        case TokenKind.INVITE:
            return (
                _("Je bent uitgenodigd voor %(network)s", network=token.network_name)
                if token.network_name
                else _("Je bent uitgenodigd"),
                _(
                    "%(name)s nodigt je uit om mee te werken in Lokale Energie.",
                    name=token.by_name,
                ),
                _("Neem de uitnodiging aan"),
                _("Zegt deze uitnodiging je niets? Dan hoef je niets te doen."),
            )
        case TokenKind.ADDRESS:
            return (
                _("Bevestig je mailadres"),
                _("Daarna meld je je aan met %(email)s.", email=token.email),
                _("Bevestig dit adres"),
                _("Vroeg je dit niet aan? Dan hoef je niets te doen: er verandert niets."),
            )
