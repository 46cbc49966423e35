"""The command that opens the lab: one process, one socket, one sentence if it cannot."""

import argparse
import asyncio
import errno
import os
import socket
import sys
from collections.abc import Callable, Sequence
from typing import Final

import uvicorn

from courseware.language import negotiate, terminal_locale
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.text import Language, Text
from web.settings import WebSettings

PORT: Final = 8501
_BUSY: Final = Text(
    en="Port {port} is taken by another program: stop it, or choose another port, for example "
    "make run PORT={other}.",
    zh="端口 {port} 已被其他程序占用：请先关闭它，或换一个端口，例如 make run PORT={other}。",
)
_REFUSED: Final = Text(
    en="The lab cannot listen at {host}, port {port} ({why}).",
    zh="实验室无法在 {host} 的端口 {port} 上提供服务（{why}）。",
)
_CLOSED: Final = Text(en="The lab is closed.", zh="实验室已关闭。")


def main(arguments: Sequence[str], preload: Callable[[], None]) -> int:
    """Opens the lab and keeps it open until Ctrl-C; the exit status is 1 if it could not be opened.

    `preload` loads the pages, once the port is ours.
    """
    asked = _parse(arguments)
    language = terminal_language()
    try:
        with listen(asked.host, asked.port) as ours:
            _load(preload)
            tell_what_to_mend(language)
            _serve(ours, asked.host, language)
    except KeyboardInterrupt:
        pass  # uvicorn closes everything, then repeats the signal, unless whoever started us ignores it
    except ReaderError as error:
        print(error.text[language], file=sys.stderr)
        return 1
    except ProblemsFoundError as error:
        print("\n".join(problem.show(language) for problem in error.problems), file=sys.stderr)
        return 1
    print(_CLOSED[language])
    return 0


def _load(preload: Callable[[], None]) -> None:
    """Loads what takes seconds, once the port is ours; first what may be refused."""
    from classroom import GUESTS_KEPT_FOR, end_guests, enrol_all_members, forget_old
    from classroom.sign_in.sessions import forget_old_sign_ins
    from web.front.descriptors import raise_limit
    from web.front.quiet import throttle_repeating_lines
    from web.settings import settings_here

    settings_here()
    raise_limit()
    throttle_repeating_lines()
    from web.records import records_here

    records = records_here()
    forget_old(records)
    forget_old_sign_ins(records)
    enrol_all_members(records)
    end_guests(records, records.clock() - GUESTS_KEPT_FOR)
    from web.access.key import key_here
    from web.sweep import begin_sweep

    key_here()
    begin_sweep(records)
    preload()


def tell_what_to_mend(language: Language) -> None:
    """Names the files that cannot be shown as they stand; the lab opens with what is good."""
    from course import bank_registry, lesson_registry

    for problem in (*bank_registry().problems(), *lesson_registry().problems()):
        print(problem.show(language), file=sys.stderr)


def terminal_language() -> Language:
    """The language of the person at the terminal, by the usual variables."""
    return negotiate(accepted=terminal_locale(os.environ))


def listen(host: str, port: int) -> socket.socket:
    """A socket at this address that sends small messages at once; a ReaderError if it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sets TCP_NODELAY on accepted connections only if the protocol is named here.
    ours = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # on Windows this option would let two labs share a port
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        ours.bind((host, port))
        ours.listen(512)
    except (OSError, OverflowError) as error:
        ours.close()
        raise ReaderError(_why(error, host, port)) from error
    return ours


def _why(error: OSError | OverflowError, host: str, port: int) -> Text:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return _BUSY.fill({"port": port, "other": port + 1})
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return _REFUSED.fill({"host": host, "port": port, "why": reason})


class _Lab(uvicorn.Server):
    """A server that tells its address as soon as it answers there."""

    def __init__(self, settings: uvicorn.Config, told: str) -> None:
        super().__init__(settings)
        self.told = told

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(self.told, flush=True)


def _serve(ours: socket.socket, host: str, language: Language) -> None:
    from streamlit import config

    port: int = ours.getsockname()[1]
    config.set_option("server.address", host)
    config.set_option("server.port", port)
    from app import app
    from web.front.messages import MOST_FROM_TEACHERS
    from web.settings import settings_here

    web = settings_here()
    requests, websockets = _protocols(web)
    settings = uvicorn.Config(
        app,
        http=requests,
        ws=websockets,
        # Windows has a loop of another kind, which is woken otherwise.
        loop="asyncio" if os.name == "nt" else "web.loop:new_loop",
        ws_ping_interval=20,
        ws_ping_timeout=60,
        ws_max_size=MOST_FROM_TEACHERS,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
        log_level="warning",
        access_log=False,
        server_header=False,
        # Who is asking is believed from the proxies that were named, and from nobody else.
        proxy_headers=bool(web.proxies),
        forwarded_allow_ips=list(web.proxies),
    )
    _Lab(settings, _greet(host, port, language)).run(sockets=[ours])


def _greet(host: str, port: int, language: Language) -> str:
    from classroom import GUESTS_KEPT_FOR, make_link
    from web.access.key import key_here
    from web.greeting import greeting
    from web.own_address import in_network
    from web.records import records_here
    from web.settings import settings_here

    return greeting(
        host,
        port,
        language,
        in_network=in_network,
        new_link=lambda: make_link(records_here()),
        days=GUESTS_KEPT_FOR.days,
        needs_key=key_here().is_set or settings_here().is_shared,
    )


def _protocols(web: WebSettings) -> tuple[type[asyncio.Protocol], type[asyncio.Protocol]]:
    """What speaks with a browser, as many connections as the system has room for."""
    from web.front.authority import Networks
    from web.front.descriptors import connections_for, soft_limit
    from web.front.protocol import Connections, protocols

    most = connections_for(soft_limit())
    # A browser opens six connections to fetch a page's scripts, and one stays.
    each = min(8 * web.seats_per_address, most * 3 // 4)
    return protocols(Connections(most, each, trusted=Networks(web.proxies)))


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m ui", description=main.__doc__)
    parser.add_argument("--port", type=int, default=PORT, help=f"where it answers (default {PORT})")
    parser.add_argument(
        "--host", default="127.0.0.1", help="0.0.0.0 opens it to the network (default: this computer only)"
    )
    return parser.parse_args(arguments)
