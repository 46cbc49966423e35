"""What a text shows: which files may be shown, where they are found, what is said of the others."""

import os
from pathlib import Path

import pytest

from course.layers import Layers
from course.media import (
    MediaStore,
    check_media,
    flaws_in,
    keep_media,
    media_store,
    references_in,
    replace_references,
    suggest_name,
)
from courseware.media.formats import ENDINGS, MEGABYTE
from courseware.problem import ReaderError
from tests.media import FILES, picture, put, sound, video
from tests.own_course import own_course


@pytest.fixture
def there(tmp_path: Path) -> MediaStore:
    """A course with a picture, a sound and a video."""
    return MediaStore(Layers(put(tmp_path), None, ENDINGS))


@pytest.mark.parametrize(
    ("name", "data", "kind", "media_type"),
    [
        ("a.png", picture(), "picture", "image/png"),
        ("a.JPG", picture("JPEG"), "picture", "image/jpeg"),
        ("a.jpeg", picture("JPEG"), "picture", "image/jpeg"),
        ("柜台.webp", picture("WEBP"), "picture", "image/webp"),
        ("a.gif", picture("GIF"), "picture", "image/gif"),
        ("a.mp3", sound(), "sound", "audio/mpeg"),
        ("a.mp3", b"ID3" + bytes(10), "sound", "audio/mpeg"),
        ("a.ogg", b"OggS", "sound", "audio/ogg"),
        ("a.m4a", b"\0\0\0\x20ftypM4A ", "sound", "audio/mp4"),
        ("a.mp4", b"\0\0\0\x20ftypisom", "video", "video/mp4"),
        ("a.webm", video(), "video", "video/webm"),
    ],
)
def test_a_file_is_what_its_bytes_say(name: str, data: bytes, kind: str, media_type: str) -> None:
    form = check_media(name, data)

    assert (form.kind, form.media_type) == (kind, media_type)


@pytest.mark.parametrize(
    ("name", "data", "said", "gesagt"),
    [
        ("a.png", picture("JPEG"), "a.png is called PNG, and holds JPG.", "内容却是 JPG"),
        ("a.png", b"<svg onload='alert(1)'/>", "holds none of what the lab shows", "不是实验室能显示的格式"),
        ("a.svg", b"<svg/>", "a drawing (svg) as png", "矢量图（svg）可存为 png"),
        ("a.html", b"<script>", "is no file that the lab shows", "不能显示"),
        ("a.exe.png", b"MZ", "holds none of what the lab shows", "不是实验室能显示的格式"),
        ("a.png", picture()[:30], "is broken", "已损坏"),
        ("a.png", picture() + bytes(2 * MEGABYTE), "at most 2 are allowed", "最多 2 MB"),
        ("a.mp3", sound() + bytes(5 * MEGABYTE), "at most 5 are allowed", "最多 5 MB"),
        ("a.webm", video() + bytes(20 * MEGABYTE), "at most 20 are allowed", "最多 20 MB"),
        ("a.png", picture(size=(5001, 5000)), "5001 × 5000 pixels", "5001 × 5000 像素"),
        ("my queue.png", picture(), "no blanks", "不能有空格"),
        ("con.png", picture(), "cannot be called con.png", "不能叫 con.png"),
        ("../a.png", picture(), "cannot be called ../a.png", "不能叫 ../a.png"),
        (".a.png", picture(), "cannot be called .a.png", "不能叫 .a.png"),
        (f"{'a' * 90}.png", picture(), "at most 80", "最多 80"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_both_languages(
    name: str, data: bytes, said: str, gesagt: str
) -> None:
    with pytest.raises(ReaderError) as refused:
        check_media(name, data)

    assert said in refused.value.text.en
    assert gesagt in refused.value.text.zh


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("![a shop](media/shop.png)", []),
        ('![a shop](media/shop.png "Shop")', []),
        ("![a call](media/call.mp3) ![a visit](media/visit.webm)", []),
        ("`![](shop.png)`\n\n```\n![](shop.png)\n```", []),
        ("[a page](shop.html), and \\![not shown](x)", []),
        ("![](media/shop.png)", ["This says nothing to who cannot see it."]),
        ("![a shop](shop.png)", ["shop.png does not lie in the folder media."]),
        ("![a shop](media/../shop.png)", ["media/../shop.png does not lie in the folder media."]),
        ("![a shop](../media/shop.png)", ["../media/shop.png does not lie in the folder media."]),
        ("![a shop](media/%2e%2e%2fshop.png)", ["media/%2e%2e%2fshop.png does not lie in the folder media."]),
        ("![a shop](media/nothing.png)", ["The folder media has no file nothing.png."]),
        (
            "![a shop](https://example.com/shop.png)",
            ["This lies outside the course; without the internet nobody sees it."],
        ),
        (
            "![a shop](data:image/png;base64,AA)",
            ["This lies outside the course; without the internet nobody sees it."],
        ),
        ("![a [big] shop](media/shop.png)", ["A picture is written in a way that the lab does not read."]),
        (
            "![a shop][1]\n\n[1]: media/shop.png",
            ["A picture is written in a way that the lab does not read."],
        ),
    ],
)
def test_a_flaw_is_told_where_it_is_and_nothing_of_what_is_good(
    there: MediaStore, text: str, said: list[str]
) -> None:
    found = list(flaws_in(text, there))

    assert [message.en for _, (message, _) in found] == said
    assert all(words in text and advice.zh for words, (_, advice) in found)


def test_a_name_that_is_nearly_right_is_named(there: MediaStore) -> None:
    ((_, (_, advice)),) = flaws_in("![a shop](media/shopp.png)", there)

    assert advice.en == "Did you mean shop.png?"


def test_a_file_that_cannot_be_shown_is_told_where_it_is_named(there: MediaStore, tmp_path: Path) -> None:
    put(tmp_path, {"shop.png": b"no picture"})
    ((_, (message, _)),) = flaws_in("![a shop](media/shop.png)", there)

    assert "holds none of what the lab shows" in message.en
    assert there.find("shop.png") is None


def test_references_are_replaced_where_they_stand_and_code_is_left_alone() -> None:
    text = "A ![b](media/c.png) `![d](media/e.png)` ![f](media/g.mp3)!"

    assert replace_references(text, lambda one: f"<{one.alt}>") == "A <b> `![d](media/e.png)` <f>!"
    assert [one.name for one in references_in(text)] == ["c.png", "g.mp3"]


def test_the_address_of_a_file_changes_with_its_bytes_and_is_found_by_no_other_digest(
    there: MediaStore, tmp_path: Path
) -> None:
    before = there.find("shop.png")
    put(tmp_path, {"shop.png": picture(colour=(1, 2, 3))})
    after = there.find("shop.png")

    assert before is not None
    assert after is not None
    assert before.address != after.address
    assert there.at(after.digest, "shop.png") == after
    assert there.at(before.digest, "shop.png") is None
    assert there.at(after.digest, "call.mp3") is None


@pytest.mark.parametrize(
    "name", ["../secret.png", "..", "/etc/passwd", "sub/shop.png", "shop.png\0", "", "x" * 5000]
)
def test_no_name_leads_out_of_the_folder(there: MediaStore, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "media" / "sub").mkdir()
    (tmp_path / "media" / "sub" / "shop.png").write_bytes(picture())

    assert there.find(name) is None


def test_a_link_out_of_the_folder_and_a_pipe_are_no_files(there: MediaStore, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "media" / "link.png").symlink_to(tmp_path / "secret.png")
    os.mkfifo(tmp_path / "media" / "pipe.png")

    assert there.find("link.png") is None
    assert there.find("pipe.png") is None
    assert "leads out of the folder" in str(there.flaw("link.png"))
    assert "pipe" in str(there.flaw("pipe.png"))


def test_a_file_of_the_own_course_covers_the_built_in_one(tmp_path: Path) -> None:
    builtin, own = put(tmp_path), tmp_path / "own"
    own.mkdir()
    with own_course(own):
        mine = put(own, {"shop.png": picture(colour=(1, 2, 3))})
        both = MediaStore(Layers(builtin, mine, ENDINGS))

        assert both.find("shop.png") != MediaStore(Layers(builtin, None, ENDINGS)).find("shop.png")
        assert both.names() == tuple(sorted(FILES))
        assert media_store().find("shop.png") == both.find("shop.png")


@pytest.mark.parametrize(
    ("given", "suggested"),
    [
        ("shop.png", "shop-2.png"),
        ("SHOP.PNG", "shop-2.png"),
        ("IMG 2024_03 (1).JPEG", "img-2024-03-1.jpeg"),
        ("柜台 照片.webp", "柜台-照片.webp"),
        ("../../etc/passwd", "passwd"),
        ("…….png", "media.png"),
    ],
)
def test_a_suggested_name_has_no_blanks_and_is_free(given: str, suggested: str) -> None:
    assert suggest_name(given, {"shop.png"}) == suggested


def test_a_file_is_kept_once_and_never_over_another(tmp_path: Path) -> None:
    where = Layers(tmp_path / "none", tmp_path / "own" / "media", ENDINGS)
    kept = keep_media("shop.png", picture(), where)
    again = keep_media("shop.png", picture(), where)
    for name in ("shop.png", "Shop.png"):
        with pytest.raises(ReaderError, match="There is another file called shop"):
            keep_media(name, picture(colour=(1, 2, 3)), where)

    assert kept == again == tmp_path / "own" / "media" / "shop.png"
    assert [path.read_bytes() for path in kept.parent.iterdir()] == [picture()]
