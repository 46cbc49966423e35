"""What a lesson is for: goals, key and difficult points, methods, as a teaching plan states them."""

from collections.abc import Sequence

import streamlit as st

from courseware.interface import say
from courseware.text import Language, Text
from lessons import Lesson
from ui.prose import prose


def about(lesson: Lesson, language: Language) -> None:
    """Draws the plan of the lesson behind a fold."""
    parts: tuple[tuple[str, Sequence[Text]], ...] = (
        ("goal_knowledge", lesson.goals.knowledge),
        ("goal_ability", lesson.goals.ability),
        ("goal_character", lesson.goals.character),
        ("key_points", lesson.key_points),
        ("difficult_points", lesson.difficult_points),
        ("methods", lesson.methods),
        ("tools", lesson.tools),
    )
    with st.expander(say("about_lesson", language), icon=":material/flag:"):
        for name, points in parts:
            if points:
                lines = "\n".join(f"- {prose(point[language], language)}" for point in points)
                st.markdown(f"**{say(name, language)}**\n\n{lines}")
