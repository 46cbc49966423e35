"""A course is exported as one zip and imported as a whole or not at all."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from authoring.commands.lessons import run
from authoring.examples.bank import new_bank
from authoring.examples.lesson import new_lesson
from course import all_exercises, lesson_registry
from course import archive as packed
from course.folders import LIBRARY, parts
from course.layers import Layers
from course.transfer import look_into, pack, unpack
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from tests.media import FILES, sound
from tests.own_course import own_course

BANK = new_bank("choice", "tea_shop")
LESSON = new_lesson("tea_shop").replace("complaints.fewer-complaints", "tea_shop.single")
COURSE = {"lessons/tea_shop.yaml": LESSON, "bank/tea_shop.yaml": BANK}
FIRST_READ = LESSON[: LESSON.index("kind: read")].count("\n") + 1


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """An own course that is empty."""
    with own_course(tmp_path) as folder:
        yield folder


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_a_course_comes_in_with_a_report_and_is_taught_at_once(own: Path) -> None:
    report = unpack(packed.pack(COURSE))
    lesson_registry().look()

    assert report.is_done
    assert report.names("added") == ("bank/tea_shop.yaml", "lessons/tea_shop.yaml")
    assert files(own) == COURSE
    assert lesson_registry().lesson("tea_shop") is not None
    assert "tea_shop.single" in all_exercises()


def test_what_is_replaced_is_handed_back_for_the_history(own: Path) -> None:
    unpack(packed.pack(COURSE))
    newer = {**COURSE, "lessons/tea_shop.yaml": LESSON.replace("minutes: 20", "minutes: 25")}
    report = unpack(packed.pack(newer))

    assert report.names("replaced") == ("lessons/tea_shop.yaml",)
    assert report.names("unchanged") == ("bank/tea_shop.yaml",)
    (one,) = (one for one in report.incoming_files if one.fate == "replaced")
    assert (one.before, one.after) == (LESSON, newer["lessons/tea_shop.yaml"])


def test_the_own_course_leaves_without_the_built_in_one_and_comes_back_as_it_was(
    own: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    unpack(packed.pack(COURSE))
    data = pack()
    with own_course(tmp_path_factory.mktemp("other")) as other:
        assert unpack(data).is_done
        assert files(other) == files(own) == COURSE
        assert pack() == data


def test_without_an_own_course_the_built_in_one_leaves() -> None:
    names = set(packed.unpack(pack()))

    assert {f"lessons/{path.name}" for path in LIBRARY.glob("*.yaml")} <= names
    assert "bank/satisfaction.yaml" in names


def test_a_built_in_file_that_comes_in_as_it_is_is_not_copied(own: Path) -> None:
    same = (LIBRARY / "satisfaction.yaml").read_text(encoding="utf-8")
    report = unpack(packed.pack({"lessons/satisfaction.yaml": same}))

    assert report.names("unchanged") == ("lessons/satisfaction.yaml",)
    assert files(own) == {}


def test_an_empty_course_has_nothing_to_pack(own: Path) -> None:
    with pytest.raises(ReaderError, match="nothing to pack"):
        pack()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("lessons/tea_shop.yaml", LESSON.replace("kind: read", "kind: reed", 1), FIRST_READ),
        ("lessons/tea_shop.yaml", LESSON.replace("tea_shop.single", "tea_shop.simgle"), None),
        ("lessons/tea_shop.yaml", "steps: [", 1),
        ("bank/tea_shop.yaml", BANK.replace("type: choice", "type: choise", 1), 16),
        ("bank/tea_shop.yaml", BANK.replace("tea_shop.several", "sat.mean-gap"), None),
    ],
)
def test_one_file_with_an_error_keeps_all_out(own: Path, name: str, text: str, line: int | None) -> None:
    unpack(packed.pack({"bank/before.yaml": BANK.replace("tea_shop.", "before.")}))
    before = files(own)
    report = unpack(packed.pack({**COURSE, name: text}))

    assert not report.is_done
    assert name in report.names("refused")
    assert files(own) == before
    errors = [problem for problem in report.problems if problem.severity == "error"]
    assert {problem.file for problem in errors} >= {name}
    assert line is None or line in {problem.line for problem in errors}


def test_a_lesson_may_name_the_questions_that_come_with_it(own: Path) -> None:
    alone = unpack(packed.pack({"lessons/tea_shop.yaml": LESSON}))
    together = unpack(packed.pack(COURSE))

    assert not alone.is_done
    assert together.is_done


def test_what_no_longer_fits_elsewhere_is_told(own: Path) -> None:
    bank = new_bank("choice", "other").replace("id: other", "id: satisfaction", 1)
    report = unpack(packed.pack({"bank/satisfaction.yaml": bank.replace("- id: other.", "- id: other.")}))

    assert report.is_done
    assert {Path(problem.file).name for problem in report.elsewhere} >= {"satisfaction.yaml"}
    assert "sat.mean-gap" in " ".join(problem.message.en for problem in report.elsewhere)


def test_looking_writes_nothing(own: Path) -> None:
    report = look_into(packed.pack(COURSE))

    assert report.is_sound
    assert not report.is_done
    assert files(own) == {}


def test_a_link_in_the_course_does_not_lead_the_writing_out_of_it(own: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    outside.write_text("mine", encoding="utf-8")
    (own / "bank").mkdir()
    (own / "bank" / "tea_shop.yaml").symlink_to(outside)

    with pytest.raises(ReaderError, match="a link that leads out"):
        unpack(packed.pack(COURSE))
    assert outside.read_text(encoding="utf-8") == "mine"
    assert not (own / "lessons").exists()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(own: Path) -> None:
    (own / "bank").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(ReaderError, match="nothing was taken in"):
        unpack(packed.pack(COURSE))
    assert set(files(own)) == {"bank"}


def ticking(step: float) -> Callable[[], float]:
    """A clock that moves at every look."""
    ticks = count()
    return lambda: next(ticks) * step


def test_a_zip_that_takes_too_long_is_left_alone(own: Path) -> None:
    with pytest.raises(ReaderError, match="longer than any course"):
        unpack(packed.pack(COURSE), clock=ticking(10))
    report = unpack(packed.pack({**COURSE, "bank/tea_shop.yaml": "["}), clock=ticking(2))

    assert report.names("refused") == tuple(sorted(COURSE))
    assert files(own) == {}


def test_an_own_course_may_be_given(tmp_path: Path) -> None:
    there = {part: Layers(layers.builtin, tmp_path / part) for part, layers in parts().items()}

    assert unpack(packed.pack(COURSE), there).is_done
    assert files(tmp_path) == COURSE
    assert set(packed.unpack(pack(there))) == set(COURSE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_that_finds_no_room_leaves_nothing_half_written_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    full, folder, link = tmp_path / "full.zip", tmp_path / "folder", tmp_path / "link.zip"
    full.symlink_to("/dev/full")
    folder.mkdir()
    link.symlink_to(tmp_path / "far.zip")
    advice = {"en": ("there is no room left", "Name a file in it"), "zh": ("空间已满", "其中的文件名")}
    with own_course(tmp_path / "own"):
        (tmp_path / "own").mkdir()
        unpack(packed.pack(COURSE))
        for path, said in zip((full, folder), advice[language], strict=True):
            assert run(["pack", str(path), "--lang", language]) == 2
            assert said in capsys.readouterr().err
        assert run(["pack", str(link)]) == 0

    assert link.is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"own", "full.zip", "folder", "link.zip", "far.zip"}
    assert list(folder.iterdir()) == []


WORDS: dict[Language, tuple[str, str, str, str]] = {
    "en": ("Written:", "added", "Taken in: 2 added", "Nothing was taken in"),
    "zh": ("已写入：", "新增", "已导入：新增 2 个", "没有导入任何内容"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_packs_and_takes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    written, added, taken, refused = WORDS[language]
    with own_course(tmp_path / "first"):
        unpack_into = tmp_path / "first"
        unpack_into.mkdir()
        unpack(packed.pack(COURSE))
        assert run(["pack", str(tmp_path / "tea.zip"), "--lang", language]) == 0
        assert run(["pack", str(tmp_path / "tea.zip"), "--lang", language]) == 2
    assert written in capsys.readouterr().out
    with own_course(tmp_path / "second"):
        assert run(["unpack", str(tmp_path / "tea.zip"), "--lang", language]) == 0
    said = capsys.readouterr().out
    assert added in said
    assert taken in said

    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        bad.writestr("lessons/tea_shop.yaml", "id: 1")
    with own_course(tmp_path / "second"):
        assert run(["unpack", str(tmp_path / "bad.zip"), "--lang", language]) == 1
        said = capsys.readouterr().out
        assert "lessons/tea_shop.yaml:1:" in said
        assert refused in said
        assert run(["unpack", str(tmp_path / "gone.zip"), "--lang", language]) == 2
        assert run(["unpack", str(tmp_path), "--lang", language]) == 2


def test_what_the_texts_show_travels_with_them_and_is_judged_on_arrival(own: Path) -> None:
    shown = {f"media/{name}": data for name, data in FILES.items()}
    lesson = LESSON.replace("Think of the last time", "![a shop](media/shop.png) Think of the last time")
    report = unpack(packed.pack({**COURSE, "lessons/tea_shop.yaml": lesson, **shown}))

    assert report.is_done
    assert not [problem for problem in report.problems if "media" in problem.message.en]
    assert {path.name: path.read_bytes() for path in (own / "media").iterdir()} == FILES
    assert {name: data for name, data in packed.unpack(pack()).items() if name in shown} == shown
    assert look_into(pack()).names("unchanged") == tuple(sorted((*COURSE, *shown)))


@pytest.mark.parametrize(
    "name", ["media/shop.svg", "media/call.png", "media/sub/shop.png", "media/my shop.png"]
)
def test_a_zip_with_a_file_that_cannot_be_shown_is_refused_whole(own: Path, name: str) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("lessons/tea_shop.yaml", LESSON)
        made.writestr(name, sound())
    with pytest.raises(ReaderError) as refused:
        unpack(stream.getvalue())

    assert name.rpartition("/")[2] in refused.value.text.zh
    assert files(own) == {}
