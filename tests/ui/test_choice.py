"""A choice is never lost, whatever the browser says of it."""

from streamlit.testing.v1 import AppTest

KEY = "course"


def page() -> None:
    import streamlit as st

    from ui.choice import choose_one

    st.text(choose_one("Which?", ("tea", "rice", "soup"), key="course", default="rice"))


def test_at_first_the_default_is_chosen_and_then_what_was_clicked() -> None:
    at = AppTest.from_function(page).run()
    assert at.text[0].value == "rice"

    at.segmented_control(key=KEY).select("soup").run()

    assert at.text[0].value == "soup"


def test_what_was_chosen_holds_where_the_browser_says_that_nothing_is() -> None:
    at = AppTest.from_function(page).run()
    at.segmented_control(key=KEY).select("soup").run()

    at.segmented_control(key=KEY).set_value([]).run()

    assert at.text[0].value == "soup"
    assert at.segmented_control(key=KEY).value == "soup"
