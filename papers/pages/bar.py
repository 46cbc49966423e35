"""The bar above a paper, which is not printed: the other papers, the languages, the variant, the button."""

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from courseware.interface import say
from courseware.language import DisplayLanguage, languages_of
from courseware.text import Language
from papers.deck import MOST_SEED
from papers.display_language import offered_display_languages
from papers.screens import PER_PAGE

PAPERS: Final = ("plan", "handout", "worksheet", "key", "slides")
WITH_SEED: Final = frozenset({"handout", "worksheet", "key"})
WORD: Final = "plan.docx"


@dataclass(frozen=True)
class Link:
    """A way to another paper or file."""

    label: str
    address: str
    is_here: bool = False
    is_file: bool = False


@dataclass(frozen=True)
class Links:
    """Ways of one kind, with the name of the kind for those who hear the page."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class VariantPicker:
    """The number of the variant, and where to ask for another."""

    label: str
    go: str
    seed: int
    most: int = MOST_SEED


@dataclass(frozen=True)
class Bar:
    """All that the bar holds."""

    display_language: DisplayLanguage
    back: Link
    papers: Links
    display_languages: Links
    per_page: int
    ways: tuple[Links, ...]
    """How slides are laid out: how many a page, with their answers or without."""
    files: Links
    variant: VariantPicker | None
    print: str
    wait: str


@dataclass(frozen=True)
class PaperRequest:
    """Which paper of which lesson is looked at."""

    what: str
    lesson: str
    display_language: DisplayLanguage
    seed: int = 1
    per_page: int = PER_PAGE[0]
    has_answers: bool = False

    @property
    def language(self) -> Language:
        """The language of the page around the paper."""
        return languages_of(self.display_language)[0]

    def address(self, what: str | None = None) -> str:
        """Where this paper is, or another one of the lesson."""
        name = what or self.what
        said: dict[str, object] = {"lang": self.display_language}
        if self.seed != 1 and name not in {"plan", WORD}:
            said["seed"] = self.seed
        if name == "slides":
            said |= {"per": self.per_page} | ({"answers": 1} if self.has_answers else {})
        return f"/print/{name}/{self.lesson}?{urlencode(said)}"


def bar_of(asked: PaperRequest, desk: str, tables: tuple[str, ...] = ()) -> Bar:
    """The bar of this paper; `desk` is the address of the desk, `tables` the files of its questions."""
    language = asked.language
    files = (
        [Link(say("print_word", language), asked.address(WORD), is_file=True)] if asked.what == "plan" else []
    )
    files += [Link(name, asked.address(f"data/{name}"), is_file=True) for name in tables]
    return Bar(
        display_language=asked.display_language,
        back=Link(say("print_back", language), f"{desk}?{urlencode({'lang': language})}"),
        papers=Links(
            say("print_papers", language),
            tuple(
                Link(say(f"print_{one}", language), asked.address(one), one == asked.what) for one in PAPERS
            ),
        ),
        display_languages=Links(
            say("language", language),
            tuple(
                Link(
                    say(f"print_in_{one}", language),
                    replace(asked, display_language=one).address(),
                    one == asked.display_language,
                )
                for one in offered_display_languages()
            ),
        ),
        per_page=asked.per_page,
        ways=_ways(asked) if asked.what == "slides" else (),
        files=Links(say("print_files", language), tuple(files)),
        variant=_variant(asked) if asked.what in WITH_SEED else None,
        print=say("print", language),
        wait=say("print_wait", language),
    )


def _variant(asked: PaperRequest) -> VariantPicker:
    return VariantPicker(say("print_variant", asked.language), say("print_go", asked.language), asked.seed)


def _ways(asked: PaperRequest) -> tuple[Links, ...]:
    language = asked.language
    numbers = tuple(
        Link(say("print_per_page", language, n=n), replace(asked, per_page=n).address(), n == asked.per_page)
        for n in PER_PAGE
    )
    answers = tuple(
        Link(say(name, language), replace(asked, has_answers=has).address(), has == asked.has_answers)
        for has, name in ((False, "print_without_answers"), (True, "print_with_answers"))
    )
    return Links(say("print_pages", language), numbers), Links(say("print_answers", language), answers)
