"""When something fails: a sentence for the reader, the whole story for the log."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import streamlit as st

from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language

_LOG = logging.getLogger("lab")


def guarded(draw: Callable[[], None], language: Language) -> None:
    """Draws a page; a failure becomes a sentence with a number that the log explains."""
    with guard(language):
        draw()


@contextmanager
def guard(language: Language) -> Iterator[None]:
    """The same for what is drawn within."""
    try:
        yield
    except ReaderError as error:
        st.error(error.text[language])
    except Exception:
        number = uuid4().hex[:8]
        _LOG.exception("page failed, number %s", number)
        st.error(f"**{say('trouble_title', language)}.** {say('trouble_text', language, number=number)}")
