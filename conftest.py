"""What every test of the lab stands on, in whichever folder it lies: how much chance it draws, and which."""

import os
import signal

pytest_plugins = ["tests.profiles"]


def pytest_configure() -> None:
    """Programs answer in the language of the terminal, which is English here wherever the tests are run.

    A shell has what runs in the background ignore Ctrl-C: a program that a test stops must not.
    """
    os.environ["LC_ALL"] = "C.UTF-8"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
