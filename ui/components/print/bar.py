"""The bar above a paper, which is not printed: the other papers, the languages, the variant, the button."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from courseware.text import Language
from lessons.printing.deck import MOST_SEED
from lessons.printing.tongue import TONGUES, Tongue, languages_of
from ui.addresses import DESK
from ui.wording import say

PAPERS: Final = ("plan", "handout", "worksheet", "key")
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
class Variant:
    """The number of the variant, and where to ask for another."""

    label: str
    go: str
    seed: int
    most: int = MOST_SEED


@dataclass(frozen=True)
class Bar:
    """All that the bar holds."""

    tongue: Tongue
    back: Link
    papers: Links
    tongues: Links
    files: Links
    variant: Variant | None
    print: str
    wait: str


@dataclass(frozen=True)
class Asked:
    """Which paper of which lesson is looked at."""

    what: str
    lesson: str
    tongue: Tongue
    seed: int

    @property
    def language(self) -> Language:
        """The language of the page around the paper."""
        return languages_of(self.tongue)[0]

    def address(self, what: str | None = None, tongue: Tongue | None = None) -> str:
        """Where this paper, another one or another language is."""
        name = what or self.what
        said: dict[str, object] = {"lang": tongue or self.tongue}
        if self.seed != 1 and name not in {"plan", WORD}:
            said["seed"] = self.seed
        return f"/print/{name}/{self.lesson}?{urlencode(said)}"


def bar_of(asked: Asked, tables: tuple[str, ...] = ()) -> Bar:
    """The bar of this paper; `tables` are the files that its questions need."""
    language = asked.language
    files = (
        [Link(say("print_word", language), asked.address(WORD), is_file=True)] if asked.what == "plan" else []
    )
    files += [Link(name, asked.address(f"data/{name}"), is_file=True) for name in tables]
    return Bar(
        tongue=asked.tongue,
        back=Link(say("print_back", language), f"/{DESK}?{urlencode({'lang': language})}"),
        papers=Links(
            say("print_papers", language),
            tuple(
                Link(say(f"print_{one}", language), asked.address(one), one == asked.what) for one in PAPERS
            ),
        ),
        tongues=Links(
            say("language", language),
            tuple(
                Link(say(f"print_in_{one}", language), asked.address(tongue=one), one == asked.tongue)
                for one in TONGUES
            ),
        ),
        files=Links(say("print_files", language), tuple(files)),
        variant=_variant(asked) if asked.what in WITH_SEED else None,
        print=say("print", language),
        wait=say("print_wait", language),
    )


def _variant(asked: Asked) -> Variant:
    return Variant(say("print_variant", asked.language), say("print_go", asked.language), asked.seed)
