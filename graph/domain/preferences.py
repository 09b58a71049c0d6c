"""Which mails a user wants."""

from dataclasses import dataclass

from graph.domain.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPreference:
    """Whether a member wants the digest of one network."""

    network_id: str
    slug: str
    name: str
    role: Role
    digest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a user, who may enter at least one network, wants to be mailed."""

    user_id: str
    name: str
    email: str
    reminders: bool
    networks: tuple[NetworkPreference, ...]
