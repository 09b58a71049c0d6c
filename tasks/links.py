"""The links that a mail holds: always from the address in the settings, never from a request."""

from dataclasses import dataclass

from graph.domain.white_spots import CellKey
from graph.domain.words import TokenKind
from tasks.answers import Act

_ACTS = {Act.SNOOZE: "later", Act.CONTACT: "contact"}
_TOKENS = {
    TokenKind.RESET: "wachtwoord",
    TokenKind.INVITE: "uitnodiging",
    TokenKind.ADDRESS: "mailadres",
}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of pages; ``base_url`` has no slash at its end."""

    base_url: str

    def network(self, slug: str) -> str:
        """The first page of a network."""
        return f"{self.base_url}/netwerken/{slug}/"

    def map(self, slug: str) -> str:
        """The map of a network."""
        return f"{self.base_url}/netwerken/{slug}/kaart"

    def actions(self, slug: str) -> str:
        """What a user has to do in a network."""
        return f"{self.base_url}/netwerken/{slug}/acties"

    def agreements(self, slug: str) -> str:
        """What partners have to do in a network."""
        return f"{self.base_url}/netwerken/{slug}/acties?van=partners"

    def actor(self, slug: str, actor_id: str) -> str:
        """The page of a partner."""
        return f"{self.base_url}/netwerken/{slug}/partners/{actor_id}"

    def collaboration(self, slug: str, collaboration_id: str) -> str:
        """The page of a collaboration."""
        return f"{self.base_url}/netwerken/{slug}/samenwerkingen/{collaboration_id}"

    def cold(self, slug: str) -> str:
        """The ties that cool off, first those of which most would be lost."""
        return f"{self.base_url}/netwerken/{slug}/banden"

    def introductions(self, slug: str) -> str:
        """Who could meet whom."""
        return f"{self.base_url}/netwerken/{slug}/kennismaken"

    def white_spot(self, slug: str, key: CellKey) -> str:
        """One cell of the table of white spots."""
        return f"{self.base_url}/netwerken/{slug}/witte-vlekken/{'/'.join(key)}"

    def measures(self, slug: str) -> str:
        """The measures of a network."""
        return f"{self.base_url}/netwerken/{slug}/maten"

    def risk(self, slug: str) -> str:
        """What a network depends on."""
        return f"{self.base_url}/netwerken/{slug}/risico"

    def history(self, slug: str) -> str:
        """How a network developed."""
        return f"{self.base_url}/netwerken/{slug}/ontwikkeling"

    def messages(self) -> str:
        """The mails to a user, with their preferences."""
        return f"{self.base_url}/berichten"

    def answer(self, act: Act, token: str) -> str:
        """Answer a reminder without signing in; see ``tasks.answers``."""
        return f"{self.base_url}/mail/{_ACTS[act]}/{token}"

    def token(self, kind: TokenKind, secret: str) -> str:
        """The page that a token opens; see ``tasks.tokens``."""
        return f"{self.base_url}/{_TOKENS[kind]}/{secret}"

    def stop(self, token: str) -> str:
        """Stop a mail with one click; see ``tasks.stops``."""
        return f"{self.base_url}/mail/stop/{token}"
