"""The screen: the only home of Streamlit, one module a page, small components beside them."""
