"""Identifiers: made before the first attempt to write, so that a repeated write finds itself."""

from typing import cast

import uuid_utils


def new_id() -> str:
    """Return a fresh UUIDv7: sortable by the moment it was made."""
    return str(cast("object", uuid_utils.uuid7()))
