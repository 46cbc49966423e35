"""The theme of the lab as a style sheet for the whole page, from the same settings that Streamlit reads."""

import re
from typing import Final

import streamlit as st

_CAPITAL: Final = re.compile("([A-Z])")
_OF_EACH: Final = (
    "primaryColor",
    "backgroundColor",
    "secondaryBackgroundColor",
    "textColor",
    "linkColor",
    "borderColor",
)
_OF_BOTH: Final = ("font", "codeFont", "baseRadius", "buttonRadius")


def theme_sheet() -> str:
    """Custom properties as Streamlit names them (``--st-text-color``), for light and for dark.

    Streamlit gives them to components alone; here they are for every style sheet of the page, and
    they are there before Streamlit is, so that a dark page never begins white.

    >>> theme_sheet().count("--st-background-color:")
    2
    """
    both = f"html{{{_written('theme', _OF_BOTH)}background:var(--st-background-color)}}"
    return both + "".join(_of(light) for light in ("light", "dark"))


def plain_theme_sheet() -> str:
    """The same for pages without a script, which take light or dark as the system says.

    >>> "@media(prefers-color-scheme:dark){html{color-scheme:dark;" in plain_theme_sheet()
    True
    """
    light, dark = (
        f"html{{color-scheme:{one};{_written(f'theme.{one}', _OF_EACH)}}}" for one in ("light", "dark")
    )
    return f"html{{{_written('theme', _OF_BOTH)}}}{light}@media(prefers-color-scheme:dark){{{dark}}}"


def _of(light: str) -> str:
    return f'html[data-lab-light="{light}"]{{color-scheme:{light};{_written(f"theme.{light}", _OF_EACH)}}}'


def _written(section: str, names: tuple[str, ...]) -> str:
    values = {name: st.get_option(f"{section}.{name}") for name in names}
    css_names = {name: _CAPITAL.sub(r"-\1", name).lower() for name in names}
    return "".join(f"--st-{css_names[name]}:{value};" for name, value in values.items() if value is not None)
