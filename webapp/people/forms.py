"""What people fill in about a contact person: no more than is needed to reach them at work."""

from wtforms import StringField
from wtforms.validators import Length

from graph.domain.people import Person, PersonFields
from webapp.contact_fields import ReachableForm
from webapp.forms import required
from webapp.i18n import lazy_gettext as _l


class PersonForm(ReachableForm):
    """A contact person."""

    name = StringField(
        _l("Naam"), [required(_l("Vul de naam van de contactpersoon in.")), Length(max=120)]
    )

    def fields(self) -> PersonFields:
        """Return what was filled in."""
        return PersonFields(name=" ".join((self.name.data or "").split()), **self.ways)


def values_of(person: Person) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    return {"version": person.version, **person.fields.as_mapping()}
