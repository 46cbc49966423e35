"""The tasks of a play step: each exact run is looked at, and what it brings about is kept and ticked."""

from dataclasses import fields

from classroom.found_ways import note_ways, ways_found
from course import plain_terms
from courseware.expression import Scalar
from courseware.text import Language
from lessons import Lesson, PlayStep, TaskProgress, progress_of, ways_met
from simulations.model import Model
from ui.components.task_list import ShownTask, task_list
from ui.play_setup import PlaySetup
from ui.scenario import current_model
from ui.visit import Visit
from web.runs import measures_of


def show_tasks(visit: Visit, lesson: Lesson, step: PlayStep, setup: PlaySetup) -> None:
    """Draws the tasks with what the run that stands there has brought about."""
    if not step.tasks:
        return
    found = ways_found(visit.store, visit.student, lesson.id, step.id)
    new = ways_met(step.tasks, facts_of(current_model(setup))) - found
    if new:
        note_ways(visit.store, visit.student, lesson.id, step.id, new)
    tasks = [_shown(progress_of(task, found | new), visit.language) for task in step.tasks]
    task_list(tasks, visit.language, key=f"tasks-{lesson.id}-{step.id}")


def facts_of(model: Model) -> dict[str, Scalar]:
    """What a condition may speak of: the measures of the run and how it is set, by their names."""
    settings = {one.name: getattr(model, one.name) for one in fields(model)}
    return {**measures_of(model), **settings}


def _shown(progress: TaskProgress, language: Language) -> ShownTask:
    names = tuple(_plain(name[language], language) for name in progress.names)
    text = _plain(progress.task.text[language], language)
    return ShownTask(text, sum(progress.found), len(progress.found), names)


def _plain(words: str, language: Language) -> str:
    return plain_terms(words, language).replace("**", "").strip()
