"""The demo users that the history of Voorbeeldstad refers to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoUsers:
    """Ids of the demo users, by role. Make the users first: what they did is tied to them."""

    admin: str = "user-beheerder"
    regisseur: str = "user-regisseur"
    editor: str = "user-redacteur"
    reader: str = "user-lezer"
