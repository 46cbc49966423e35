"""Pictures stand on paper, sounds and videos by their names, and slides have room for them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from course import course_plan, find_lesson, glossary
from course.media import media_store
from courseware.language import DisplayLanguage, languages_of
from courseware.text import Language, Text
from lessons import School
from lessons.passages import cut
from papers import teaching_plan
from papers.display_language import versions
from papers.markdown import Prose
from papers.pages import PageWriter, PaperRequest, Shell, plan_page
from papers.plan import plan_of
from papers.word.document import WIDTH
from papers.word.pictures import HIGHEST
from tests.media import picture, put, showing
from web.runs import picture_of

SHOWN = (
    "See ![a shop](media/shop.png), ![a call](media/call.mp3), ![a visit](media/visit.webm), "
    "![gone](media/x.png)."
)
FILES = {"wide.jpg": picture("JPEG", (4000, 300)), "high.webp": picture("WEBP", (100, 3000))}


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[None]:
    """Pictures of several kinds, a sound and a video."""
    with showing(tmp_path):
        put(tmp_path, FILES)
        yield


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "[Sound: a call], [Video: a visit], gone."),
        ("zh", "［声音：a call］, ［视频：a visit］, gone."),
    ],
)
def test_a_page_for_paper_has_the_picture_and_names_the_rest(language: Language, said: str) -> None:
    shop = media_store().find("shop.png")
    assert shop is not None

    for html in (Prose(glossary()).html(SHOWN, language), Prose(glossary()).inline_html(SHOWN, language)):
        assert f'<img src="{shop.address}" alt="a shop"' in html
        assert said in html
    assert Prose(glossary()).plain(SHOWN, language) == f"See a shop, {said}"


def test_the_plan_in_word_holds_the_pictures_with_their_words_none_too_large() -> None:
    shown = (
        "![a shop](media/shop.png)\n\n![a street](media/wide.jpg)\n\n- ![a tower](media/high.webp)\n\n"
        + SHOWN
    )
    lesson = find_lesson("satisfaction")
    step = lesson.steps[0].model_copy(
        update={"text": Text(en=shown, zh=shown), "notes": Text(en=shown, zh=shown)}
    )
    one = lesson.model_copy(update={"steps": (step, *lesson.steps[1:])})
    paper = Document(BytesIO(teaching_plan(one, course_plan(), glossary(), "both")))
    pictures = paper.inline_shapes

    assert {shape._inline.docPr.get("descr") for shape in pictures} >= {"a shop", "a street", "a tower"}
    assert all(Mm(1) < shape.width <= WIDTH and shape.height <= HIGHEST + 1 for shape in pictures)
    assert (
        "[Sound: a call]" not in paper.element.xml
    )  # one text in both languages is written once, in Chinese
    assert "［声音：a call］" in paper.element.xml


def test_what_both_languages_show_stands_once_on_a_paper_in_both() -> None:
    text = Text(en="See ![a shop](media/shop.png)", zh="看 ![店](media/shop.png)")
    alone = Text(en="![a shop](media/shop.png)", zh="![店](media/shop.png)")

    assert versions(text, "both") == (("zh", text.zh), ("en", "See "))
    assert versions(alone, "both") == (("zh", alone.zh),)
    assert versions(alone, "en") == (("en", alone.en),)


def test_two_pictures_do_not_stand_on_one_slide_while_one_has_room_beside_words() -> None:
    shop = "![a shop](media/shop.png)"

    assert len(cut(Text(en=f"Look.\n\n{shop}", zh=f"看。\n\n{shop}"))) == 1
    assert len(cut(Text(en=f"{shop}\n\n{shop}", zh=f"{shop}\n\n{shop}"))) == 2


def test_pictures_of_one_paragraph_stay_together_and_leave_the_words_after_them_whole() -> None:
    row = "![a](media/shop.png) ![b](media/shop.png) ![c](media/visit.webm)"
    passages = cut(Text(en=f"{row}\n\nOne.\n\nTwo.\n\nThree.", zh=f"{row}\n\n一。\n\n二。\n\n三。"))

    assert [passage.en for passage in passages] == [row, "One.\n\nTwo.\n\nThree."]


@pytest.mark.parametrize("display_language", ["en", "zh", "both"])
def test_name_and_logo_of_the_school_stand_at_the_head_of_the_plan_in_word(
    display_language: DisplayLanguage,
) -> None:
    school = School(name=Text(en="Lakeside College", zh="湖滨学院"), logo="media/wide.jpg")
    course = course_plan().model_copy(update={"school": school})
    made = teaching_plan(find_lesson("satisfaction"), course, glossary(), display_language)
    first = Document(BytesIO(made)).paragraphs[0]

    assert (
        first.text.split()
        == " ".join(school.name[language] for language in languages_of(display_language)).split()
    )
    assert len(first._p.xpath(".//pic:pic")) == 1


def test_pages_for_paper_begin_with_the_school_if_the_course_names_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = PaperRequest("plan", "satisfaction", "zh")
    writer = PageWriter(Prose(glossary()), "zh", picture_of)
    shell = Shell("", "", "/desk", lambda *_: "")
    school = School(name=Text(en="Lakeside College", zh="湖滨<学院>"), logo="media/shop.png")
    course = course_plan().model_copy(update={"school": school})
    plan, logo = plan_of(find_lesson("satisfaction"), course), media_store().find("shop.png")
    assert logo is not None

    bare = plan_page(plan, asked, writer, shell)
    monkeypatch.setattr("papers.pages.course_plan", lambda: course)
    headed = plan_page(plan, asked, writer, shell)

    assert "湖滨" not in bare
    assert f'<img src="{logo.address}" alt="">' in headed
    assert "湖滨&lt;学院&gt;" in headed
