"""The screen: the only home of Streamlit, one module a page, small components beside them."""

import courseware  # noqa: F401 - first: from here on Ctrl-C ends in one line
