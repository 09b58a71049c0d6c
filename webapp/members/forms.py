"""What is asked about a member."""

from wtforms import RadioField

from graph.domain.words import Role
from tasks.wording import choices
from webapp.forms import Form, required
from webapp.i18n import lazy_gettext as _l


class RoleForm(Form):
    """What a member may do."""

    role = RadioField(_l("Rol"), [required(_l("Kies een rol."))], choices=lambda: choices(Role))
