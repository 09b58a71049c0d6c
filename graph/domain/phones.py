"""Phone numbers in one form, however people write them. The only user of phonenumbers."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

_COUNTRY = "NL"
_DUTCH = 31
_ONE_NUMBER = re.compile(r"(?:tel\w*[.:]*\s*)?([+(]?\d[\d\s().\u2010-\u2013/-]*)", re.IGNORECASE)


def to_e164(text: str) -> str | None:
    """Return ``text`` as +31723456789, or None when it is no number that can exist."""
    try:
        number = phonenumbers.parse(text, _COUNTRY)
    except NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def dialled(text: str) -> str | None:
    """Return ``text`` as people here dial it, "06 12345678", or None when it is no number.

    A spreadsheet drops the zero or plus before a number; this puts it back.
    """
    written = _ONE_NUMBER.fullmatch(text.strip())
    try:
        number = phonenumbers.parse(written.group(1) if written else "", _COUNTRY)
    except NumberParseException:
        return None
    if number.country_code == _DUTCH:
        known, form = phonenumbers.is_valid_number(number), PhoneNumberFormat.NATIONAL
    else:
        known, form = phonenumbers.is_possible_number(number), PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form) if known else None
