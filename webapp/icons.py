"""Line icons, written into the page itself: a page needs no second file before it is whole."""

import re
from typing import Final

from markupsafe import Markup

from webapp.assets import STATIC

_SPRITE = STATIC / "vendor" / "icons" / "tabler-sprite.svg"
_SYMBOL = re.compile(r'<symbol id="(\w+)" viewBox="0 0 24 24">(.*?)</symbol>', re.DOTALL)
# Each icon of Tabler begins with its invisible frame.
_FRAME = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />'

# The shapes of each icon, in a box of 24 by 24.
SHAPES: Final = {
    name: Markup(shapes.replace(_FRAME, "").strip())  # noqa: S704 -- our own file  # nosec B704
    for name, shapes in _SYMBOL.findall(_SPRITE.read_text(encoding="utf-8"))
}
