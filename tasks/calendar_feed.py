# pyright: reportUnknownMemberType=false
"""The actions of a user as calendars read them (RFC 5545).

The only module that uses icalendar, which is typed in part.
"""

from collections.abc import Iterable
from datetime import timedelta

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from icalendar import Calendar, Event

from graph.domain.calendars import CalendarAction
from graph.domain.words import FollowUpKind
from tasks.casing import capital
from tasks.links import Links
from tasks.wording import word

_ASK_AGAIN = timedelta(hours=4)


def feed(actions: Iterable[CalendarAction], *, links: Links) -> bytes:
    """Return a calendar with one whole day for each action."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lokale Energie//Acties//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Acties in Lokale Energie"))
    calendar.add("refresh-interval", _ASK_AGAIN, parameters={"value": "DURATION"})
    for action in actions:
        calendar.add_component(_event(action, links))
    return calendar.to_ical()


def _event(action: CalendarAction, links: Links) -> Event:
    kind = _("actie") if action.kind is FollowUpKind.OTHER else word(action.kind)
    event = Event()
    event.add("uid", f"{action.id}@lokale-energie")
    event.add("sequence", action.version)
    event.add("dtstamp", action.updated_at)
    event.add("dtstart", action.due_on)
    event.add("dtend", action.due_on + timedelta(days=1))
    event.add("summary", f"{capital(kind)}: {', '.join(action.about)}")
    event.add("url", links.actions(action.slug))
    event.add("categories", [action.network_name])
    event.add("transp", "TRANSPARENT")  # it takes no time of the day
    return event
