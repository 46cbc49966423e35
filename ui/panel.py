"""The play panel: controls beside a chart, two scenarios on the same luck, and the run to carry away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from simulations.model import MAX_SEED, Model
from simulations.parameter import Value
from ui.components.chart import chart
from ui.controls import draw_controls
from ui.exploration import tell
from ui.scene import Scene, measure_label, write_measure
from ui.trouble import guard
from web.runs import address_of_run, address_of_table, measures_of, picture_of

_ROOM_FOR_MEASURES = 4
_WIDTHS = (0.36, 0.64)
"""Of the words and knobs, and of the run beside them."""


def state_key(scene: Scene, name: str) -> str:
    """Where the session holds one setting of a scene."""
    return f"{scene.key}:{name}"


def current_values(scene: Scene) -> dict[str, Value]:
    """The settings of the scene as the reader left them."""
    values = dict(scene.defaults())
    for name in values:
        said = st.session_state.get(state_key(scene, name))
        if said is not None:
            values[name] = said
    return values


def knobs(scene: Scene, language: Language) -> None:
    """The controls of the scene, those that it folds away in a drawer, each as the session has it."""
    for name, default in scene.defaults().items():
        st.session_state.setdefault(state_key(scene, name), default)
    draw_controls(scene.knobs, language, key=scene.key, folded=scene.more)


def kept_model(scene: Scene) -> Model | None:
    """The run that the reader keeps to compare with, if any."""
    kept: Model | None = st.session_state.get(state_key(scene, "kept"))
    return kept


def show_chart(
    scene: Scene,
    model: Model,
    language: Language,
    *,
    share: float | None = None,
    is_to_be_played: bool = False,
) -> None:
    """The chart of the run, beside the kept one if the reader compares.

    `share` makes it at least so high a part of the screen, and its words and dots grow with the page's. A
    chart that is to be played begins with its first moment and not where it leads to.
    """
    kept = kept_model(scene)
    models = (kept, model) if kept else (model,)
    labels = (say("scenario_a", language), say("scenario_b", language)) if kept else ()
    pictures = [picture_of(scene.simulation, scene.view, one, language) for one in models]
    chart(
        [replace(one, start=0) for one in pictures] if is_to_be_played else pictures,
        tables=[address_of_table(scene.simulation, scene.view, one, language) for one in models],
        labels=labels,
        key=state_key(scene, "chart"),
        language=language,
        share=share,
    )


def show_measures(scene: Scene, model: Model, language: Language) -> None:
    """The measures of the run, each with that of the kept one if the reader compares."""
    words, kept = scene.simulation.words, kept_model(scene)
    names = scene.measures or scene.simulation.views[scene.view].measures
    with st.grid(min_column_width=128, gap="xsmall", key=f"measures-{scene.slug}"):
        for name in names[:_ROOM_FOR_MEASURES]:
            value = measures_of(model)[name]
            before = measures_of(kept)[name] if kept else None
            st.metric(
                measure_label(scene.simulation, name, language),
                write_measure(scene.simulation, name, value),
                delta=None
                if before is None
                else say("kept_value", language, value=write_measure(scene.simulation, name, before)),
                delta_color="off",
                delta_arrow="off",
                help=words.measures[name].help[language],
            )


def compare(scene: Scene) -> None:
    """Keeps the run that is shown to compare with, or lets the kept one go. A callback's work."""
    kept = state_key(scene, "kept")
    now = scene.model(current_values(scene))
    st.session_state[kept] = None if st.session_state.get(kept) else now


def apply_answer(scene: Scene, answer: Mapping[str, Value]) -> None:
    """Keeps the run that stands and sets the answer beside it. A callback's work."""
    if is_applied(scene, answer):
        return
    st.session_state[state_key(scene, "kept")] = scene.model(current_values(scene))
    for one in scene.knobs:
        name = one.parameter.name
        if name in answer:
            st.session_state[state_key(scene, name)] = one.parameter.read(answer[name])


def toggle_answer(scene: Scene, answer: Mapping[str, Value]) -> None:
    """Sets the answer beside the run that stands, or puts that run back. A callback's work."""
    kept = kept_model(scene)
    if kept is None or not is_applied(scene, answer):
        apply_answer(scene, answer)
        return
    for name in scene.defaults():
        st.session_state[state_key(scene, name)] = getattr(kept, name)
    st.session_state[state_key(scene, "kept")] = None


def is_applied(scene: Scene, answer: Mapping[str, Value]) -> bool:
    """Whether the answer stands beside another run."""
    now, kept = current_values(scene), kept_model(scene)
    return kept is not None and all(now[name] == value for name, value in answer.items() if name in now)


def offer_answer(scene: Scene, answer: Mapping[str, Value], language: Language) -> None:
    """The button that draws the answer beside the reader's own run; only once it is due."""
    st.button(
        say("apply_answer", language),
        key=state_key(scene, "answer"),
        on_click=apply_answer,
        args=(scene, answer),
        icon=":material/task_alt:",
    )


def other_luck(scene: Scene) -> None:
    """Takes other customers. A callback's work."""
    seed = state_key(scene, "seed")
    st.session_state[seed] = (int(st.session_state[seed]) + 1) % MAX_SEED


def reset(scene: Scene) -> None:
    """Puts everything back to where it stood at first. A callback's work."""
    for name, default in scene.defaults().items():
        st.session_state[state_key(scene, name)] = default
    st.session_state[state_key(scene, "kept")] = None


def tools(scene: Scene, language: Language) -> None:
    """Compare, other customers, reset, and the run's link and data; outside what a slider redraws."""

    kept = kept_model(scene)
    with st.container(horizontal=True, gap="small", key=f"tools-{scene.slug}"):
        label = say("compare_off" if kept else "compare", language)
        st.button(label, key=state_key(scene, "compare"), on_click=compare, args=(scene,), type="secondary")
        st.button(
            say("new_luck", language), key=state_key(scene, "other"), on_click=other_luck, args=(scene,)
        )
        st.button(
            say("reset", language),
            key=state_key(scene, "reset"),
            on_click=reset,
            args=(scene,),
            type="tertiary",
        )
        key = state_key(scene, "share")
        with st.popover(say("share", language), type="tertiary", key=key, on_change="rerun") as drawer:
            if drawer.open:
                _share(scene, scene.model(current_values(scene)), language)
    if kept:
        st.caption(say("same_seed", language, seed=kept.seed))


def _share(scene: Scene, model: Model, language: Language) -> None:
    address = address_of_run(scene.simulation, scene.view, model, kept_model(scene))
    here = urlsplit(st.context.url or "http://localhost:8501/")
    st.markdown(say("share_link", language))
    st.code(f"{here.scheme}://{here.netloc}/lab?{address}&lang={language}", language=None, wrap_lines=True)
    st.link_button(say("share_csv", language), f"/runs/{scene.simulation.name}.csv?{address}&lang={language}")


def panel(
    scene: Scene,
    language: Language,
    before: Callable[[], None] | None = None,
    *,
    is_covered: bool = False,
    address: Mapping[str, str] | None = None,
    after: Callable[[], None] | None = None,
) -> None:
    """Words and knobs on the left, the run on the right, its tools below.

    `before` draws what stands above the knobs. A covered run is neither made nor sent until the reader
    has predicted, or wants to see it all the same. Where an `address` is given, the page's own holds it
    and what the reader sets, so that a reload shows the same runs. `after` is called whenever the run has
    been drawn, also when only a knob has moved.
    """
    _run(scene, language, before, is_covered=is_covered, address=address, after=after)
    if not is_covered:
        _, right = st.columns(_WIDTHS, gap="medium")
        with right:
            tools(scene, language)


@st.fragment
def _run(
    scene: Scene,
    language: Language,
    before: Callable[[], None] | None,
    *,
    is_covered: bool,
    address: Mapping[str, str] | None,
    after: Callable[[], None] | None,
) -> None:
    """The part that is drawn anew when a knob moves, and nothing else is."""
    with guard(language):
        left, right = st.columns([0.25, 0.75] if kept_model(scene) else _WIDTHS, gap="medium")
        with left:
            if before is not None:
                before()
            with st.container(key=f"knobs-{scene.slug}", gap="xsmall"):
                knobs(scene, language)
        with right:
            words = scene.simulation.words.views[scene.view]
            st.markdown(
                f"**{words.title[language]}**" + ("" if is_covered else f" — {words.message[language]}")
            )
            if is_covered:
                _cover(scene, language)
            else:
                model = scene.model(current_values(scene))
                show_chart(scene, model, language)
                show_measures(scene, model, language)
    if address is not None:
        with guard(language):
            tell(scene, scene.model(current_values(scene)), kept_model(scene), address, language)
    if after is not None:
        with guard(language):
            after()


def _cover(scene: Scene, language: Language) -> None:
    """The place of a run that comes after a prediction; nothing of the run is sent, and nobody is forced."""
    with st.container(
        border=True, key=f"cover-{scene.slug}", horizontal_alignment="center", vertical_alignment="center"
    ):
        st.markdown(say("veiled", language))
        if st.button(say("unveil", language), key=state_key(scene, "unveil"), type="tertiary"):
            st.session_state[state_key(scene, "unveiled")] = True
            st.rerun()


def is_unveiled(scene: Scene) -> bool:
    """Whether the reader wanted to see the run without predicting."""
    return bool(st.session_state.get(state_key(scene, "unveiled")))
