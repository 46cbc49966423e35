"""An order, on a page: a list whose rows are moved."""

from exercises import Ordering
from ui.components.ordering import ordering
from ui.fields.slot import Json, Slot
from ui.media import pictures_in, without_media


def ask(field: Ordering, slot: Slot) -> Json:
    """The ids as they stand."""
    language, draft = slot.language, slot.draft
    ids = [option.id for option in field.options]
    before = draft if isinstance(draft, list) and sorted(draft) == sorted(ids) else ids
    return ordering(
        [(option.id, without_media(option.text[language])) for option in field.options],
        before,
        key=slot.key,
        language=language,
        on_change=slot.noted,
        is_closed=slot.is_closed,
        verdicts=slot.marked.ordered(before, slot.answer),
        pictures={option.id: pictures_in(option.text[language]) for option in field.options},
    )
