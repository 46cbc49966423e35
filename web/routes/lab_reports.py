"""A student's lab report at a plain address: the page, its Word document, and the reflection that is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Final
from urllib.parse import parse_qs

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from classroom import Student
from classroom.lab_report import ReportFacts, lab_report
from classroom.lab_work import lab_work
from classroom.records.student import find_student
from classroom.reflection import MOST_WORDS, keep_reflection
from course import all_exercises, course_plan, find_lesson, glossary
from courseware.interface import both
from courseware.language import languages_of
from courseware.problem import ReaderError
from courseware.text import Language, Text
from lessons import Lesson
from papers import read_display_language
from papers.lab_report import LabReport
from papers.markdown import Prose
from papers.pages import PageWriter, message_page
from papers.pages.report import REFLECTION, REPORT, WORD, ReportRequest, report_page
from papers.words import word
from web.access.identity import identity_of
from web.access.refusal import language_of
from web.assets import ours
from web.records import records_here
from web.routes.attachment import attachment
from web.routes.posted_pictures import read_pictures
from web.routes.printing import DOCX, shell
from web.runs import measures_of, picture_of
from web.version import lab_version

_LARGEST: Final = 12_000_000
"""Bytes of a form with all charts of a lesson."""
_MOST_FIELDS: Final = 20
"""A report sends one or two; millions of empty ones would fill the memory and hold everybody up."""
_AT_ONCE: Final = 2
"""A class that takes its reports in the same minute must not keep all processors from the others."""
_MOST_DIGITS: Final = 9


@dataclass(frozen=True)
class _Asked:
    """Whose report of which lesson is asked for, once it is known that the caller may have it."""

    lesson: Lesson
    student: Student
    request: ReportRequest

    @property
    def language(self) -> Language:
        """The language of the page around the report."""
        return languages_of(self.request.display_language)[0]

    @property
    def file_name(self) -> str:
        """The caller's own file says whose it is, as teachers ask for; of others the number in the record."""
        if self.request.student is not None:
            return f"lab-report-{self.lesson.id}-s{self.student.id}-{self.request.display_language}.docx"
        named = (word("report")[self.language], self.lesson.id, self.student.number, self.student.name)
        said = "-".join(part for part in named if part)
        return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in said) + ".docx"


class _RefusedError(Exception):
    """What is asked for is not there, or not for the caller."""

    def __init__(self, text: Text, status: int) -> None:
        super().__init__(text.en)
        self.text, self.status = text, status


async def _page(request: Request) -> Response:
    return await _answered(request, lambda asked: HTMLResponse(_written(asked)))


async def _word(request: Request) -> Response:
    sent = await _form(request)
    return await _answered(request, partial(_document, (sent or {}).get("pictures", [""])[0]), sent)


async def _reflection(request: Request) -> Response:
    sent = await _form(request)
    is_script = request.headers.get("accept") == "text/plain"
    keep = partial(_kept, (sent or {}).get("words"), is_script)
    return await _answered(request, keep, sent, is_script=is_script)


async def _answered(
    request: Request,
    make: Callable[[_Asked], Response],
    sent: object = "",
    *,
    is_script: bool = False,
) -> Response:
    """What `make` makes of what the caller may have, or a page that says why there is nothing."""

    def answer() -> Response:
        try:
            if sent is None:
                raise _RefusedError(_TOO_LARGE, 413)
            return make(_asked(request))
        except _RefusedError as error:
            text, status = error.text, error.status
        except ReaderError as error:
            text, status = error.text, 400
        if is_script:
            return PlainTextResponse(text[language_of(request)], status)
        return HTMLResponse(message_page(_NOTHING, text, shell()), status)

    answered = await to_thread.run_sync(answer, limiter=_turns())
    answered.headers["cache-control"] = "no-store"
    return answered


@cache
def _turns() -> CapacityLimiter:
    return CapacityLimiter(_AT_ONCE)


async def _form(request: Request) -> dict[str, list[str]] | None:
    """The fields of what was sent; None if that is more than any report has."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return None
    return await to_thread.run_sync(_fields, body, limiter=_turns())


def _fields(body: bytearray) -> dict[str, list[str]] | None:
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None


def _asked(request: Request) -> _Asked:
    """Whose report is meant: the caller's own, or for a teacher that of any student in the record."""
    try:
        identity = identity_of(request)
    except ReaderError as error:
        raise _RefusedError(error.text, 403) from error
    query = request.query_params
    student = identity.student
    if (number := query.get("student")) is not None:
        if identity.role == "student":
            raise _RefusedError(_ANOTHERS, 403)
        student = _student(number)
    try:
        lesson = find_lesson(request.path_params["lesson"])
    except ReaderError as error:
        raise _RefusedError(error.text, 404) from error
    display_language = read_display_language(query.get("lang"), language_of(request))
    asked = ReportRequest(lesson.id, display_language, student.id if number is not None else None, MOST_WORDS)
    return _Asked(lesson, student, asked)


def _student(number: str) -> Student:
    if number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS:
        with records_here().read() as connection:
            found = find_student(connection, int(number))
        if found is not None:
            return found
    raise _RefusedError(_NOBODY, 404)


def _report(asked: _Asked) -> LabReport:
    work = lab_work(records_here(), asked.student, asked.lesson, all_exercises())
    facts = ReportFacts(course_plan(), all_exercises(), lab_version(), both("lab"), measures_of)
    return lab_report(asked.lesson, asked.student, work, facts)


def _written(asked: _Asked) -> str:
    writer = PageWriter(Prose(glossary()), asked.request.display_language, picture_of)
    return report_page(_report(asked), asked.request, writer, shell(), ours()["print/report.js"].url)


def _document(sent: str, asked: _Asked) -> Response:
    from papers.word.report import report_document  # no other page needs Word

    report, display_language = _report(asked), asked.request.display_language
    charts = {
        f"{row.key}.{one}": (row, one) for row in report.charts() for one in languages_of(display_language)
    }
    pictures = read_pictures(sent, charts)
    messages = {
        (row.key, language): picture_of(row.chart.simulation, row.chart.view, row.chart.model, language).alt
        for row, language in charts.values()
    }
    named = {(charts[name][0].key, charts[name][1]): picture for name, picture in pictures.items()}
    document = report_document(report, named, messages, Prose(glossary()), display_language)
    headers = {"content-disposition": attachment(asked.file_name)}
    return Response(document, media_type=DOCX, headers=headers)


def _kept(sent: list[str] | None, is_script: bool, asked: _Asked) -> Response:
    if asked.request.student is not None:
        raise _RefusedError(_ANOTHERS_WORDS, 403)
    if sent is None:
        raise _RefusedError(_NO_WORDS, 400)
    keep_reflection(records_here(), asked.student, asked.lesson.id, sent[0])
    return Response(status_code=204) if is_script else RedirectResponse(asked.request.address(), 303)


def report_routes() -> list[BaseRoute]:
    """``/report/<lesson>?lang=…``, what it sends, and for teachers ``?student=<number in the record>``."""
    place = f"{REPORT}/{{lesson}}"
    return [
        Route(place, _page),
        Route(f"{place}/{WORD}", _word, methods=["POST"]),
        Route(f"{place}/{REFLECTION}", _reflection, methods=["POST"]),
    ]


_NOTHING: Final = Text(en="There is no report here", zh="这里没有实训报告")
_ANOTHERS: Final = Text(
    en="You may open your own report only: leave “student” out of the address.",
    zh="只能打开自己的实训报告：请去掉网址中的 student。",
)
_ANOTHERS_WORDS: Final = Text(
    en="The reflection is the student's own; teachers read it and write the remark by hand.",
    zh="心得体会由学生本人填写；教师可以阅读，评语请手写。",
)
_NOBODY: Final = Text(en="No student has this number in the record.", zh="学习记录中没有这个编号的学生。")
_NO_WORDS: Final = Text(
    en="No reflection was sent; what was kept stays. Write it on the page of the report.",
    zh="没有收到心得体会，之前保存的内容不变。请在实训报告页面填写。",
)
_TOO_LARGE: Final = Text(
    en="More was sent than a report can hold. Reload the report and try again; what was kept stays.",
    zh="发送的内容超过了实训报告的上限。请刷新报告页面后重试，已保存的内容不受影响。",
)
