"""A lesson that wants to break out of its paper, and eyes for a Word document."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn

from course import course_plan, find_lesson, glossary, lesson_registry
from courseware.text import Text
from lessons import Lesson, ReadStep
from papers import DisplayLanguage, teaching_plan

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7 * 7 }} {% raw %} &lt;b&gt; ]]> "
    "\x0b\x00\ufffe "
    "[go](javascript:alert(3)) ![eye](https://example.com/x.png) [[no-such-term]] <https://example.com> "
    + "Donaudampfschifffahrt" * 20
    + "没有空格的长句子" * 40
    + " 😀👩‍👩‍👧 \u202eمرحبا بالعالم\u202c שלום </table></td></w:t> $x$ `a<b` \\ | a | b |"
)


def hostile_lesson() -> Lesson:
    """The first lesson of the course, with hostile words wherever a teacher may write any."""
    lesson = next(iter(lesson_registry().lessons().values()))
    bad = Text(en=HOSTILE, zh=HOSTILE)
    steps = tuple(step.model_copy(update=_hostile(step.model_fields_set, bad)) for step in lesson.steps)
    goals = lesson.goals.model_copy(update={"knowledge": (bad,), "ability": (bad, bad)})
    update = {"title": bad, "goals": goals, "methods": (bad,), "key_points": (bad, bad), "steps": steps}
    return lesson.model_copy(update=update)


def with_each_kind_once(lesson: Lesson) -> Lesson:
    """The lesson with its first step of each kind: a word processor takes a minute for all of them."""
    first = {step.kind: step for step in reversed(lesson.steps)}
    return lesson.model_copy(update={"steps": tuple(step for step in lesson.steps if step in first.values())})


def _hostile(fields: set[str], bad: Text) -> dict[str, object]:
    written = {"title", "text", "notes", "intent", "answer"} & fields
    several = {"options", "prompts"} & fields
    return {**dict.fromkeys(written, bad), **dict.fromkeys(several, (bad, bad))}


def plan_in_word(lesson: Lesson, display_language: DisplayLanguage) -> Paper:
    """The teaching plan as Word would open it."""
    return Document(BytesIO(teaching_plan(lesson, course_plan(), glossary(), display_language)))


@cache
def plan_of(name: str, display_language: DisplayLanguage) -> Paper:
    """The teaching plan of one of the lab's own lessons, to be looked at and not changed."""
    return plan_in_word(find_lesson(name), display_language)


def all_words(paper: Paper) -> str:
    """Everything that the document says, cells within cells too."""
    return "\n".join(paragraphs(paper))


def paragraphs(paper: Paper) -> Iterator[str]:
    """The words of each paragraph, in order."""
    for paragraph in paper.element.body.iter(qn("w:p")):
        yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def only_a_passage(text: Text) -> Lesson:
    """The first lesson of the course with nothing in it but one passage."""
    lesson = next(iter(lesson_registry().lessons().values()))
    step = next(step for step in lesson.steps if isinstance(step, ReadStep))
    return lesson.model_copy(
        update={"steps": (step.model_copy(update={"text": text, "stage": "knowledge"}),)}
    )
