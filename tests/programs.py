"""Programs of others that some tests need: left out where one is missing, unless all are required."""

import shutil
from typing import NoReturn

import pytest

from tests.browser.chromium import is_required


def program(name: str) -> str:
    """Where this program is; without it the test is left out, or fails if everything is required."""
    return shutil.which(name) or missing(f"There is no {name}.")


def missing(why: str) -> NoReturn:
    """Leave the test out, or fail if everything is required."""
    if is_required():
        pytest.fail(why)
    pytest.skip(why)


def needs(*names: str) -> pytest.MarkDecorator:
    """Marks tests that are left out where one of these programs is missing, unless all are required."""
    absent = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(bool(absent) and not is_required(), reason=f"install {', '.join(absent)}")
