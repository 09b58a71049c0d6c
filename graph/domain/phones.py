"""Phone numbers in one form, however people write them. The only user of phonenumbers."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

_COUNTRY = "NL"


def to_e164(text: str) -> str | None:
    """Return ``text`` as +31723456789, or None when it is no number that can exist."""
    try:
        number = phonenumbers.parse(text, _COUNTRY)
    except NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
