"""One student at one desk: the page stays open while the exercises of a step are answered one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from classroom import QuestionStatus, Store, Student, question_status, variant_for
from courseware.interface import say
from courseware.text import Language
from exercises import Exercise, Variant
from exercises import Field as Asked
from tests.browser.answering import fill, spoil
from tests.browser.eavesdropper import Eavesdropper
from tests.browser.visitor import Visitor, settled


@dataclass(frozen=True)
class Seat:
    """One exercise on the screen, in one language, and the record of the lab that shows it."""

    page: Page
    ears: Eavesdropper
    store: Store
    student: Student
    exercise: Exercise
    language: Language

    @property
    def box(self) -> Locator:
        """The part of the page that holds the question, its answer and what came of it."""
        return self.page.locator(f".st-key-question-{self.slug}")

    @property
    def slug(self) -> str:
        """The id of the exercise as a style class holds it."""
        return self.exercise.id.replace(".", "-")

    @property
    def variant(self) -> Variant:
        """What this student is asked, with the solution that the page must not know."""
        return variant_for(self.store, self.student, self.exercise)

    @property
    def asked(self) -> Asked:
        """The field to fill in."""
        return self.variant.question.fields[0]

    @property
    def stands(self) -> QuestionStatus:
        """How the student stands by the record."""
        return question_status(self.store, self.student, self.exercise)

    @property
    def answered(self) -> Mapping[str, object]:
        """The last answer that is on the record."""
        last = self.stands.last
        assert last is not None
        return last.response

    def spoil(self) -> bool:
        """Leave an answer that cannot be read; False if no hand can leave one."""
        spoiled = [spoil(one, self.box, self.language) for one in self.variant.question.fields]
        return any(spoiled)

    def fill(self, response: Mapping[str, object]) -> None:
        """Fill in a response."""
        for one in self.variant.question.fields:
            fill(one, self.box, response[one.name])

    def send(self) -> None:
        """Hand the answer in."""
        self.box.get_by_role("button", name=say("check_answer", self.language), exact=True).click()

    def verdict(self, *kinds: str) -> str:
        """What stands under the answer, once it is of one of these kinds."""
        found = self.box.locator(", ".join(f".st-key-verdict-{kind}-{self.slug}" for kind in kinds))
        expect(found).to_be_visible()
        return found.inner_text()

    def expect_in_head(self, words: str) -> None:
        """Above the question stand these words."""
        expect(self.box.get_by_test_id("stCaptionContainer").first).to_contain_text(words)

    def expect_attempts_left(self, n: int) -> None:
        """Above the question stands how many tries are left."""
        words = say("try_left_one", self.language) if n == 1 else say("tries_left", self.language, n=n)
        self.expect_in_head(words)


@dataclass
class Desk:
    """Where a student sits down to one exercise after the other, with a browser for each language."""

    visitor: Visitor
    store: Store
    pages: dict[Language, tuple[Page, Eavesdropper]] = field(default_factory=dict)

    def sit_down(self, path: str, exercise: Exercise, language: Language) -> Seat:
        """The seat in front of an exercise; its page is opened only if it is not open yet."""
        page, ears = self._screen(language)
        address = f"{self.visitor.address}{path}&lang={language}"
        if page.url != address:
            page.goto(address)
            settled(page)
        student = self.store.owner()
        assert student is not None
        seat = Seat(page, ears, self.store, student, exercise, language)
        expect(seat.box).to_be_visible()
        return seat

    def leave(self) -> None:
        """The student goes, and nobody listens any more."""
        for _, ears in self.pages.values():
            ears.leave()
        self.visitor.leave()

    def _screen(self, language: Language) -> tuple[Page, Eavesdropper]:
        if language not in self.pages:
            page = self.visitor.sit_down(language=language)
            self.pages[language] = page, Eavesdropper(page)
        return self.pages[language]
