"""Options as letters, large enough to vote on by hand; right or wrong only once that is revealed."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from courseware.language import DisplayLanguage
from courseware.text import Language, Text
from ui.present.display_language import Spoken, tell

OptionMark = Literal["open", "right", "wrong"]
_SIGNS = {"open": "", "right": " ✓", "wrong": " ✗"}


def letter(place: int) -> str:
    """The letter of an option by its place from 0.

    >>> letter(0), letter(3)
    ('A', 'D')
    """
    return chr(ord("A") + place)


def lettered(options: Sequence[Text], language: Language) -> str:
    """The options in words, one below the other."""
    return "\n".join(f"- **{letter(n)}** {option[language]}" for n, option in enumerate(options))


def show_options(
    options: Sequence[Spoken],
    display_language: DisplayLanguage,
    key: str,
    *,
    verdicts: Sequence[OptionMark] = (),
    whys: Sequence[Spoken | None] = (),
) -> None:
    """One row for each option: its letter, its words, and once revealed whether it is right and why."""
    with st.container(key=f"options-{key}", gap="xsmall"):
        for place, option in enumerate(options):
            verdict: OptionMark = verdicts[place] if verdicts else "open"
            with st.container(
                key=f"option-{verdict}-{key}-{place}", horizontal=True, gap="small", wrap=False
            ):
                st.markdown(f"**{letter(place)}{_SIGNS[verdict]}**", width="content")
                with st.container(gap=None):
                    tell(option, display_language, f"{key}-{place}")
                    if whys and (why := whys[place]) is not None:
                        with st.container(key=f"why-{key}-{place}"):
                            tell(why, display_language, f"why-{key}-{place}")
