"""What every test of the lab stands on, in whichever folder it lies: how much chance it draws, and which."""

import signal

pytest_plugins = ["tests.profiles"]


def pytest_configure() -> None:
    """A shell has what runs in the background ignore Ctrl-C: a program that a test stops must not."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
