"""What a lesson may not be called, because a page of the lab or a file of the course has that name."""

from typing import Final

from courseware.text import Text

TAKEN: Final = frozenset(
    {
        "analysis",
        "app",
        "assignments",
        "bidi-components",
        "certificate",
        "classes",
        "component",
        "course",
        "desk",
        "enter",
        "exam",
        "glossary",
        "gradebook",
        "healthz",
        "home",
        "lab",
        "lab-assets",
        "lab-media",
        "live",
        "marking",
        "marks",
        "media",
        "my-customers",
        "my-work",
        "my_work",
        "own_customers",
        "pace",
        "present",
        "print",
        "privacy",
        "report",
        "runs",
        "speaker",
        "static",
        "summary",
    }
)
"""The addresses of the lab's own pages and routes, its names for them, and the other files of a course."""

NAME_TAKEN: Final = (
    Text(en="The lab has a page or file {name} of its own.", zh="实验室自己已有名为 {name} 的页面或文件。"),
    Text(en="Give the lesson, and its file, another name.", zh="请给这一课及其文件换个名称。"),
)


def is_taken(name: str) -> bool:
    """Whether a lesson of this name could not be opened: its address would be another page's, or no page's.

    >>> is_taken("lab"), is_taken("tea.shop"), is_taken("tea_shop")
    (True, True, False)
    """
    return name in TAKEN or "." in name
