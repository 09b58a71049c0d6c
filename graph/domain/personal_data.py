"""The one list of personal data in the graph: what each field is for, on which ground, how long.

The register of processing, the page "Wat we van je bewaren" and ``docs/verwerkingsregister.md``
come from it. A test compares it with the page of the model, so a new property or label fails the
build until somebody decided here whether it tells something of a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from graph.domain.retention import Kept


class About(StrEnum):
    """Whose data it is."""

    CONTACT = "contact"
    USER = "user"
    ANYBODY = "anybody"
    """Whoever is named where people write freely."""


class Basis(StrEnum):
    """On which ground of the GDPR (article 6, first paragraph)."""

    PUBLIC_TASK = "public_task"
    LEGAL_DUTY = "legal_duty"


class Until(StrEnum):
    """Terms that the product itself keeps; the other terms are those of ``Kept``."""

    ACCOUNT_ENDS = "account_ends"
    IMPORT_IS_DONE = "import_is_done"
    YEAR_IS_OVER = "year_is_over"
    USED_OR_EXPIRED = "used_or_expired"


class Processing(StrEnum):
    """One line of the register: data that is kept for one purpose."""

    CONTACTS = "contacts"
    POSITIONS = "positions"
    ONE_PERSON = "one_person"
    MOMENTS = "moments"
    FOLLOWUPS = "followups"
    FREE_TEXT = "free_text"
    LOG = "log"
    ACCOUNTS = "accounts"
    SIGN_IN = "sign_in"
    LINKS = "links"
    WISHES = "wishes"
    MAIL = "mail"
    IMPORTS = "imports"
    ACCESS = "access"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one processing keeps: the properties of each label or relationship type."""

    processing: Processing
    about: About
    basis: Basis
    kept: Kept | Until
    fields: Mapping[str, tuple[str, ...]]


REGISTER: tuple[Entry, ...] = (
    Entry(
        processing=Processing.CONTACTS,
        about=About.CONTACT,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.PEOPLE,
        fields={
            "Person": ("name", "sort_name", "search", "email", "phone"),
            "HOLDS": ("since", "until"),
        },
    ),
    Entry(
        processing=Processing.POSITIONS,
        about=About.CONTACT,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.ARCHIVED,
        fields={"Position": ("name", "email", "phone")},
    ),
    Entry(
        processing=Processing.ONE_PERSON,
        about=About.CONTACT,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.ARCHIVED,
        fields={
            "Actor": (
                *("name", "sort_name", "search", "aliases", "email", "phone", "website"),
                *("postcode", "kvk", "municipality", "is_person"),
            )
        },
    ),
    Entry(
        processing=Processing.MOMENTS,
        about=About.CONTACT,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.MOMENTS,
        fields={"ContactMoment": ("on", "at", "note", "heard_from")},
    ),
    Entry(
        processing=Processing.FOLLOWUPS,
        about=About.USER,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.FOLLOWUPS,
        fields={"FollowUp": ("what", "due_on", "done_on")},
    ),
    Entry(
        processing=Processing.FREE_TEXT,
        about=About.ANYBODY,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.ARCHIVED,
        fields={
            "Actor": ("description",),
            "Collaboration": ("name", "sort_name", "search", "goal"),
            "Programme": ("name", "sort_name", "search", "description", "target_group"),
            "Result": ("text",),
        },
    ),
    Entry(
        processing=Processing.LOG,
        about=About.USER,
        basis=Basis.LEGAL_DUTY,
        kept=Kept.CHANGES,
        fields={
            "Change": ("at", "by_id", "by_name", "subject_name", "before", "after"),
            "Operation": ("title", "at", "by_id", "by_name", "undone_by_name", "detail"),
            "Visit": ("user_id", "by_name", "reason", "ends_at", "ended_at"),
        },
    ),
    Entry(
        processing=Processing.ACCOUNTS,
        about=About.USER,
        basis=Basis.PUBLIC_TASK,
        kept=Until.ACCOUNT_ENDS,
        fields={
            "User": ("email", "name", "is_admin", "shortcuts", "calendar_since", "disabled_at"),
            "MEMBER_OF": ("role", "since"),
            "SavedView": ("name", "sort_name", "query", "user_id"),
        },
    ),
    Entry(
        processing=Processing.SIGN_IN,
        about=About.USER,
        basis=Basis.LEGAL_DUTY,
        kept=Until.ACCOUNT_ENDS,
        fields={
            "User": (
                *("password_hash", "session_epoch", "totp_secret", "totp_since", "totp_step"),
                *("recovery_hashes", "calendar_key"),
            ),
            "Token": ("secret_hash",),
        },
    ),
    Entry(
        processing=Processing.LINKS,
        about=About.USER,
        basis=Basis.PUBLIC_TASK,
        kept=Until.USED_OR_EXPIRED,
        fields={
            "Token": ("email", "by_name", "expires_at", "used_at"),
            "Invitation": ("email", "name", "role", "state", "by_id", "by_name", "expires_at"),
        },
    ),
    Entry(
        processing=Processing.WISHES,
        about=About.USER,
        basis=Basis.PUBLIC_TASK,
        kept=Until.ACCOUNT_ENDS,
        fields={
            "User": (
                *("digest", "digest_weekday", "digest_combined", "digest_before"),
                *("reminders", "reminders_before", "wished_at", "mail_paused_until"),
                *("mail_paused_at", "mail_paused_reason", "mail_resumed_at"),
            ),
            "MEMBER_OF": ("digest", "summary"),
            "Snooze": ("user_id", "about", "until"),
        },
    ),
    Entry(
        processing=Processing.MAIL,
        about=About.USER,
        basis=Basis.PUBLIC_TASK,
        kept=Kept.MESSAGES,
        fields={"Message": ("key", "subject", "about_id", "sent_at", "bounced_at", "bounce")},
    ),
    Entry(
        processing=Processing.IMPORTS,
        about=About.CONTACT,
        basis=Basis.PUBLIC_TASK,
        kept=Until.IMPORT_IS_DONE,
        fields={
            "Import": ("filename", "samples", "by_id", "by_name"),
            "ImportPart": ("cells", "rows", "errors", "outcomes"),
        },
    ),
    Entry(
        processing=Processing.ACCESS,
        about=About.USER,
        basis=Basis.LEGAL_DUTY,
        kept=Until.YEAR_IS_OVER,
        fields={},  # a file beside the graph: tasks.access_log
    ),
)

IMPERSONAL_LABELS = frozenset(
    {
        *("Domain", "LifeStage", "Setting", "PreventionType", "Pillar", "ActionLine", "Law"),
        *("PolicyGoal", "Term", "Neighbourhood", "YearMoment", "Question", "SchemaVersion"),
        *("Network", "ActorGroup", "StatusChange", "Rating", "Snapshot", "Ambition"),
        *("Introduction", "RetentionTerm"),
        *("WORKS_IN", "TAKES_PART_IN", "NAMED_IN", "MENTIONS", "FUNDED_BY", "SHOULD_WORK_WITH"),
    }
)
"""Labels and relationship types that tell nothing of a person."""

IMPERSONAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "User": ("is_demo",),
        "Actor": (
            *("kind", "scale", "same_as", "source", "verified_on", "x", "y", "last_contact_on"),
            *("energy", "active", "lively", "unmeasured", "partners"),
        ),
        "Collaboration": (
            *("form", "layer", "status", "rhythm_days", "started_on", "ended_on", "x", "y"),
            *("funded_until", "residents_involved", "source", "energy", "energy_on", "alive"),
            *("firm", "known", "last_contact_on"),
        ),
        "Result": ("on",),
        "Programme": ("kind", "evidence", "evidence_source", "evidence_on", "source"),
        "ContactMoment": ("channel", "evidence", "between", "plenary"),
        "FollowUp": ("kind", "first_due_on", "repeat"),
        "Message": (
            *("kind", "state", "reason", "token", "lease_until", "attempts", "interruptions"),
            *("period_start", "not_before"),
        ),
        "Change": ("verb", "kind", "subject_id", "subject_version", "operation_id", "undoes"),
        "Operation": ("kind", "undo_until", "undone_at"),
        "Import": (
            *("kind", "state", "reason", "headers", "mapping", "usual", "counts", "parts"),
            *("parts_done", "turns", "token", "lease_until", "cells_until", "parts_until"),
        ),
        "ImportPart": ("import_id", "position", "state", "open_rows", "wrong_rows"),
        "SavedView": ("page", "shared"),
        "Token": ("kind", "use_id"),
    }
)
"""What else stands at a label that holds personal data."""

COPIES: Mapping[str, str] = MappingProxyType({"MergedActor": "Actor"})
"""Labels that hold what another holds."""
