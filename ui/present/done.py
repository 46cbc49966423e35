"""What has been done in this window of all that keys ask for: the number up to which it has."""

from typing import Final

import streamlit as st

_DONE: Final = "present:done"


def done_here() -> int:
    """The number of what was last done in this window."""
    done: int = st.session_state.get(_DONE, 0)
    return done


def regard_as_done(number: int) -> None:
    """Nothing up to this number is done in this window any more."""
    st.session_state[_DONE] = max(done_here(), number)
