"""Pictures, sounds and videos of questions that leave the lab: which files go along, or their words alone."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from course.media import MediaFile, Reference, media_store, references_in, replace_references
from courseware.text import LANGUAGES, Text
from exercises.portable.question import Loss, Portable, WantedLanguage
from exercises.rubric import Rubric

STAYS: Final = Text(
    en="Its pictures, sounds and videos stay behind: this format holds no files. "
    "Their words stand in their place.",
    zh="图片、声音和视频带不走：这种格式不能带文件。原处改为说明文字。",
)
MOST_EMBEDDED: Final = 40 * 1024 * 1024
"""Bytes of all files within one exported file; each version of a question brings its own."""


def file_of(reference: Reference) -> MediaFile | None:
    """The file that a reference shows, if it is there and may be shown."""
    return media_store().find(reference.name) if reference.name is not None else None


def files_in(texts: Iterable[Text], wanted: WantedLanguage) -> tuple[MediaFile, ...]:
    """The files that these texts show in the wanted languages, each once."""
    sides = LANGUAGES if wanted == "both" else (wanted,)
    shown = (file_of(one) for text in texts for side in sides for one in references_in(text[side]))
    return tuple(dict.fromkeys(file for file in shown if file is not None))


def linked(text: Text, folder: str) -> Text:
    """The text with its pictures in this folder, sounds and videos as links, what is not there as words."""

    def write(one: Reference) -> str:
        file = file_of(one)
        if file is None:
            return one.alt or one.address
        return f"{'!' if file.kind == 'picture' else ''}[{one.alt or file.name}]({folder}/{quote(file.name)})"

    return _changed(text, write)


def worded(text: Text) -> Text:
    """The text with the words of all that it shows."""
    return _changed(text, lambda one: one.alt or one.address)


def without_files(portable: Portable) -> Portable:
    """The question with the words of all that it shows."""
    return _mapped(portable, worded) if any(_references(portable)) else portable


def stays(portable: Portable) -> tuple[Loss, ...]:
    """That the question shows something which a format without files leaves behind."""
    return (Loss(portable.id, STAYS),) if any(_references(portable)) else ()


def texts_of(portable: Portable) -> tuple[Text, ...]:
    """Every text of a question that its reader sees."""
    found: list[Text] = []

    def note(text: Text) -> Text:
        found.append(text)
        return text

    _mapped(portable, note)
    return tuple(found)


def _references(portable: Portable) -> Iterable[Reference]:
    return (one for text in texts_of(portable) for side in LANGUAGES for one in references_in(text[side]))


def _changed(text: Text, write: Callable[[Reference], str]) -> Text:
    sides = (replace_references(text.en, write), replace_references(text.zh, write))
    return text if sides == (text.en, text.zh) else text.changed(*sides)


def _mapped(portable: Portable, change: Callable[[Text], Text]) -> Portable:
    def perhaps(text: Text | None) -> Text | None:
        return change(text) if text is not None else None

    return replace(
        portable,
        stem=change(portable.stem),
        explain=perhaps(portable.explain),
        options=tuple(replace(one, text=change(one.text), why=perhaps(one.why)) for one in portable.options),
        numbers=tuple(replace(one, why=perhaps(one.why)) for one in portable.numbers),
        pairs=tuple(
            replace(one, row=change(one.row), choice=change(one.choice), why=perhaps(one.why))
            for one in portable.pairs
        ),
        distractors=tuple(change(text) for text in portable.distractors),
        order=tuple(change(text) for text in portable.order),
        gaps=tuple(
            replace(gap, wordings=tuple(replace(one, why=perhaps(one.why)) for one in gap.wordings))
            for gap in portable.gaps
        ),
        parts=tuple(
            replace(
                one,
                label=change(one.label),
                unit=perhaps(one.unit),
                options=tuple(
                    replace(each, text=change(each.text), why=perhaps(each.why)) for each in one.options
                ),
                numbers=tuple(replace(each, why=perhaps(each.why)) for each in one.numbers),
            )
            for one in portable.parts
        ),
        rubric=_rubric(portable.rubric, change),
        hints=tuple((change(text), cost) for text, cost in portable.hints),
    )


def _rubric(rubric: Rubric | None, change: Callable[[Text], Text]) -> Rubric | None:
    if rubric is None:
        return None
    criteria = tuple(replace(one, text=change(one.text)) for one in rubric.criteria)
    return replace(rubric, criteria=criteria, model=change(rubric.model) if rubric.model else None)
