"""Rubrics as one passage, for platforms that have a place for what markers should know and no more."""

from courseware.text import Text, in_each
from exercises.rubric import Rubric


def rubric_told(rubric: Rubric) -> Text | None:
    """The criteria with their points, then the model answer; None if there is neither."""
    lines = [_LINE.fill({"text": one.text, "points": f"{one.points:g}"}) for one in rubric.criteria]
    parts = [in_each(lambda language: "\n".join(one[language] for one in lines))] if lines else []
    parts += [rubric.model] if rubric.model else []
    return in_each(lambda language: "\n\n".join(one[language] for one in parts)) if parts else None


_LINE = Text(en="- {text} ({points})", zh="- {text}（{points} 分）")
