"""The address of the page, kept up to date with what the reader has set."""

from collections.abc import Mapping, Sequence

import streamlit as st

from courseware.text import Language
from web.assets import entry

_address = st.components.v2.component(
    "lab_address",
    html='<div class="lab-address" hidden></div>',
    js=entry("address/address.js"),
    isolate_styles=False,
)


def keep_address(values: Mapping[str, str], *, kept: Sequence[str], key: str, language: Language) -> None:
    """Puts `values` into the page's address beside the names in `kept`, and drops all others.

    A change of `language` is written into the address by the page itself, which is why it is done anew then.
    """
    _address(key=key, data={"kept": list(kept), "values": dict(values), "language": language})
