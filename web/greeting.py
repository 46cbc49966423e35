"""What the lab prints once it is open: addresses that can be typed here and elsewhere, and the desk's."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from courseware.interface import both
from courseware.text import Language
from web.access.caller import is_this_computer
from web.access.refusal import ENTER
from web.addresses import DESK

_EVERYWHERE: Final = ("0.0.0.0", "::", "")  # noqa: S104


def greeting(
    host: str,
    port: int,
    language: Language,
    *,
    in_network: Callable[[], str | None],
    new_link: Callable[[], str],
    days: int,
    needs_key: bool,
) -> str:
    """The lines for the terminal.

    `new_link` makes the token of a link, `days` is how long guests are kept; `needs_key` says that nobody
    is let in without key or link, not even at this computer.
    """
    everywhere, is_open = host in _EVERYWHERE, not is_this_computer(host)
    here = base(host if is_open and not everywhere else "localhost", port)
    number = in_network() if everywhere else None
    lines = [both("open_at").fill({"address": here})]
    if everywhere:
        lines.append(
            both("open_in_network").fill({"address": base(number, port)}) if number else both("open_alone")
        )
    if is_open or needs_key:
        lines.append(both("desk_link_here").fill({"address": link_of(here, new_link())}))
    else:
        lines.append(both("desk_at").fill({"address": f"{here}/{DESK}"}))
    if number:
        lines.append(both("desk_link_elsewhere").fill({"address": link_of(base(number, port), new_link())}))
    if is_open:
        lines.append(both("guests_kept").fill({"days": days}))
    return "\n".join(line[language] for line in (*lines, both("how_to_close")))


def base(host: str, port: int) -> str:
    """The address of a lab.

    >>> base("::1", 8501)
    'http://[::1]:8501'
    """
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def link_of(where: str, token: str) -> str:
    """The link that lets one browser in."""
    return f"{where}{ENTER}?{urlencode({'link': token})}"
