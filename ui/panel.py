"""The play panel: controls beside a chart, two scenarios on the same luck, and the run to carry away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from simulations.model import MAX_SEED, Model
from simulations.parameter import ParameterValue
from ui.components.chart import chart
from ui.controls import draw_controls
from ui.errors import guard
from ui.exploration import tell
from ui.play_setup import PlaySetup, measure_label, state_key, state_of, write_measure
from web.runs import address_of_run, address_of_table, measures_of, picture_of

_ROOM_FOR_MEASURES = 4
_WIDTHS = (0.36, 0.64)
"""Of the words and controls, and of the run beside them."""


def current_values(setup: PlaySetup) -> dict[str, ParameterValue]:
    """The settings of the simulation as the reader left them."""
    values = dict(setup.defaults())
    for name in values:
        said = state_of(setup, name).get()
        if said is not None:
            values[name] = said
    return values


def show_controls(setup: PlaySetup, language: Language) -> None:
    """The controls of the setup, those that it folds away in a drawer, each as the session has it."""
    for name, default in setup.defaults().items():
        state_of(setup, name).begin(default)
    draw_controls(setup.controls, language, key=setup.key, folded=setup.more)


def kept_model(setup: PlaySetup) -> Model | None:
    """The run that the reader keeps to compare with, if any."""
    kept: Model | None = state_of(setup, "kept").get()
    return kept


def show_chart(
    setup: PlaySetup,
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
    kept = kept_model(setup)
    models = (kept, model) if kept else (model,)
    labels = (say("scenario_a", language), say("scenario_b", language)) if kept else ()
    pictures = [picture_of(setup.simulation, setup.view, one, language) for one in models]
    chart(
        [replace(one, start=0) for one in pictures] if is_to_be_played else pictures,
        tables=[address_of_table(setup.simulation, setup.view, one, language) for one in models],
        labels=labels,
        key=state_key(setup, "chart"),
        language=language,
        share=share,
    )


def show_measures(setup: PlaySetup, model: Model, language: Language) -> None:
    """The measures of the run, each with that of the kept one if the reader compares."""
    words, kept = setup.simulation.words, kept_model(setup)
    names = setup.measures or setup.simulation.views[setup.view].measures
    with st.grid(min_column_width=128, gap="xsmall", key=f"measures-{setup.slug}"):
        for name in names[:_ROOM_FOR_MEASURES]:
            value = measures_of(model)[name]
            before = measures_of(kept)[name] if kept else None
            st.metric(
                measure_label(setup.simulation, name, language),
                write_measure(setup.simulation, name, value),
                delta=None
                if before is None
                else say("kept_value", language, value=write_measure(setup.simulation, name, before)),
                delta_color="off",
                delta_arrow="off",
                help=words.measures[name].help[language],
            )


def compare(setup: PlaySetup) -> None:
    """Keeps the run that is shown to compare with, or lets the kept one go. A callback's work."""
    kept = state_of(setup, "kept")
    now = setup.model(current_values(setup))
    kept.set(None if kept.get() else now)


def apply_answer(setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> None:
    """Keeps the run that stands and sets the answer beside it. A callback's work."""
    if is_applied(setup, answer):
        return
    state_of(setup, "kept").set(setup.model(current_values(setup)))
    for one in setup.controls:
        name = one.parameter.name
        if name in answer:
            state_of(setup, name).set(one.parameter.read(answer[name]))


def toggle_answer(setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> None:
    """Sets the answer beside the run that stands, or puts that run back. A callback's work."""
    kept = kept_model(setup)
    if kept is None or not is_applied(setup, answer):
        apply_answer(setup, answer)
        return
    for name in setup.defaults():
        state_of(setup, name).set(getattr(kept, name))
    state_of(setup, "kept").set(None)


def is_applied(setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> bool:
    """Whether the answer stands beside another run."""
    now, kept = current_values(setup), kept_model(setup)
    return kept is not None and all(now[name] == value for name, value in answer.items() if name in now)


def offer_answer(setup: PlaySetup, answer: Mapping[str, ParameterValue], language: Language) -> None:
    """The button that draws the answer beside the reader's own run; only once it is due."""
    st.button(
        say("apply_answer", language),
        key=state_key(setup, "answer"),
        on_click=apply_answer,
        args=(setup, answer),
        icon=":material/task_alt:",
    )


def other_luck(setup: PlaySetup) -> None:
    """Takes other customers. A callback's work."""
    seed = state_of(setup, "seed")
    seed.set((int(seed.get()) + 1) % MAX_SEED)


def reset(setup: PlaySetup) -> None:
    """Puts everything back to where it stood at first. A callback's work."""
    for name, default in setup.defaults().items():
        state_of(setup, name).set(default)
    state_of(setup, "kept").set(None)


def tools(setup: PlaySetup, language: Language) -> None:
    """Compare, other customers, reset, and the run's link and data; outside what a slider redraws."""

    kept = kept_model(setup)
    with st.container(horizontal=True, gap="small", key=f"tools-{setup.slug}"):
        label = say("compare_off" if kept else "compare", language)
        st.button(label, key=state_key(setup, "compare"), on_click=compare, args=(setup,), type="secondary")
        st.button(
            say("new_luck", language), key=state_key(setup, "other"), on_click=other_luck, args=(setup,)
        )
        st.button(
            say("reset", language),
            key=state_key(setup, "reset"),
            on_click=reset,
            args=(setup,),
            type="tertiary",
        )
        key = state_key(setup, "share")
        with st.popover(say("share", language), type="tertiary", key=key, on_change="rerun") as drawer:
            if drawer.open:
                _share(setup, setup.model(current_values(setup)), language)
    if kept:
        st.caption(say("same_seed", language, seed=kept.seed))


def _share(setup: PlaySetup, model: Model, language: Language) -> None:
    address = address_of_run(setup.simulation, setup.view, model, kept_model(setup))
    here = urlsplit(st.context.url or "http://localhost:8501/")
    st.markdown(say("share_link", language))
    st.code(f"{here.scheme}://{here.netloc}/lab?{address}&lang={language}", language=None, wrap_lines=True)
    st.link_button(say("share_csv", language), f"/runs/{setup.simulation.name}.csv?{address}&lang={language}")


def panel(
    setup: PlaySetup,
    language: Language,
    before: Callable[[], None] | None = None,
    *,
    is_covered: bool = False,
    address: Mapping[str, str] | None = None,
    after: Callable[[], None] | None = None,
) -> None:
    """Words and controls on the left, the run on the right, its tools below.

    `before` draws what stands above the controls. A covered run is neither made nor sent until the reader
    has predicted, or wants to see it all the same. Where an `address` is given, the page's own holds it
    and what the reader sets, so that a reload shows the same runs. `after` is called whenever the run has
    been drawn, also when only a control has moved.
    """
    _run(setup, language, before, is_covered=is_covered, address=address, after=after)
    if not is_covered:
        _, right = st.columns(_WIDTHS, gap="medium")
        with right:
            tools(setup, language)


@st.fragment
def _run(
    setup: PlaySetup,
    language: Language,
    before: Callable[[], None] | None,
    *,
    is_covered: bool,
    address: Mapping[str, str] | None,
    after: Callable[[], None] | None,
) -> None:
    """The part that is drawn anew when a control moves, and nothing else is."""
    with guard(language):
        left, right = st.columns([0.25, 0.75] if kept_model(setup) else _WIDTHS, gap="medium")
        with left:
            if before is not None:
                before()
            with st.container(key=f"controls-{setup.slug}", gap="xsmall"):
                show_controls(setup, language)
        with right:
            words = setup.simulation.words.views[setup.view]
            st.markdown(
                f"**{words.title[language]}**" + ("" if is_covered else f" — {words.message[language]}")
            )
            if is_covered:
                _cover(setup, language)
            else:
                model = setup.model(current_values(setup))
                show_chart(setup, model, language)
                show_measures(setup, model, language)
    if address is not None:
        with guard(language):
            tell(setup, setup.model(current_values(setup)), kept_model(setup), address, language)
    if after is not None:
        with guard(language):
            after()


def _cover(setup: PlaySetup, language: Language) -> None:
    """The place of a run that comes after a prediction; nothing of the run is sent, and nobody is forced."""
    with st.container(
        border=True, key=f"cover-{setup.slug}", horizontal_alignment="center", vertical_alignment="center"
    ):
        st.markdown(say("veiled", language))
        if st.button(say("unveil", language), key=state_key(setup, "unveil"), type="tertiary"):
            state_of(setup, "unveiled").set(True)
            st.rerun()


def is_unveiled(setup: PlaySetup) -> bool:
    """Whether the reader wanted to see the run without predicting."""
    return bool(state_of(setup, "unveiled").get())
