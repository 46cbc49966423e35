"""The page with the pictures of all play steps."""

from courseware.text import LANGUAGES
from tests.gallery import PAGE, PICTURES, page_text, picture_file, play_steps


def test_the_page_of_play_steps_says_what_the_charts_say_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_text(), "make pictures"


def test_every_play_step_has_its_picture_in_both_languages() -> None:
    missing = [
        picture_file(lesson, step, language)
        for lesson, _, step in play_steps()
        for language in LANGUAGES
        if not (PICTURES / picture_file(lesson, step, language)).is_file()
    ]

    assert missing == [], "make pictures"
