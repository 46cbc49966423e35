"""The glossary: the words of the course, in both languages, found from either."""

from typing import Annotated, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import NonEmptyText, Text
from lessons.written import CurriculumItem, LessonModel, Name


class Also(LessonModel):
    """Other words for the same thing."""

    en: Annotated[tuple[NonEmptyText, ...], about("In English.", "英文。")] = ()
    zh: Annotated[tuple[NonEmptyText, ...], about("In Chinese.", "中文。")] = ()


class Term(LessonModel):
    """One word of the course and what it means."""

    id: Annotated[Name, about("What [[links]] call it.", "[[链接]] 中使用的名称。")]
    term: Annotated[Text, about("The word itself.", "术语。")]
    meaning: Annotated[Text, about("What it means, in a sentence or two.", "一两句话的解释。")]
    also: Annotated[Also, about("Other words for it.", "其他说法。")] = Also()
    lessons: Annotated[tuple[Name, ...], about("Where it is taught.", "在哪些课中讲授。")] = ()
    curriculum: Annotated[
        tuple[CurriculumItem, ...], about("The knowledge points it belongs to.", "所属知识点的编号。")
    ] = ()

    @property
    def also_all(self) -> tuple[str, ...]:
        """The other words in every language."""
        return (*self.also.en, *self.also.zh)


class Glossary(LessonModel):
    """All words of the course, from glossary.yaml."""

    schema_: Annotated[Literal["glossary/1"], Field(alias="schema"), about("The kind of file.", "文件类型。")]
    terms: Annotated[tuple[Term, ...], Field(min_length=1), about("The words.", "术语。")]

    def term(self, name: str) -> Term | None:
        """The term of this id, if there is one."""
        return next((term for term in self.terms if term.id == name), None)

    def search(self, query: str) -> tuple[Term, ...]:
        """The terms in whose words or meaning, in any language, every word of `query` occurs.

        Those whose own name matches come first.
        """
        words = query.casefold().split()
        found = [term for term in self.terms if all(word in _all_words(term) for word in words)]
        return tuple(sorted(found, key=lambda term: not _is_named(term, words)))


def _names(term: Term) -> str:
    return "\n".join((term.id, term.term.en, term.term.zh, *term.also_all)).casefold()


def _all_words(term: Term) -> str:
    return "\n".join((_names(term), term.meaning.en, term.meaning.zh)).casefold()


def _is_named(term: Term, words: list[str]) -> bool:
    return all(word in _names(term) for word in words)
