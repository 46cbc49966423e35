"""Questions as a slide shows them: drawn for nobody, marked on the spot, kept nowhere."""

from typing import Final

from courseware.text import Language
from datasets import LOCALE_OF
from exercises import Exercise, Variant, draw, own_data

_SECRET: Final = b"the secret of every presentation"
_NOBODY: Final = "projector"


def variant_of(exercise: Exercise, language: Language) -> Variant:
    """The question with the numbers and customers of a student who does not exist, the same each time."""
    data = own_data(exercise, secret=_SECRET, class_name="", student=_NOBODY, locale=LOCALE_OF[language])
    return draw(exercise, secret=_SECRET, class_name="", student=_NOBODY, group=0, data=data)
