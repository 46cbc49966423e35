"""Runs along a slider: what is sent can be reached, is what the run itself shows, and is never in the way."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from simulations import Simulation, catalogue, find
from simulations.model import Model
from simulations.picture import to_json
from tests.web.asker import Answer, Asker
from web import sweeps
from web.routes import middleware, routes
from web.runs import measures_of, picture_of
from web.sweeps import (
    MOST_CUSTOMERS,
    MOST_POINTS,
    Slider,
    Sweep,
    SweepBudget,
    address_of_sweep,
    sweep_of,
)

VIEWS = [(simulation, view) for simulation in catalogue().values() for view in simulation.views]


@dataclass
class Clock:
    """A clock that is put forward by hand."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def budget(monkeypatch: pytest.MonkeyPatch) -> Iterator[SweepBudget]:
    """A budget of the test's own, and no runs that a test before has made."""
    own = SweepBudget(most=60, clock=Clock())
    monkeypatch.setattr(sweeps, "BUDGET", own)
    sweeps._made.cache_clear()
    yield own
    sweeps._made.cache_clear()


@pytest.fixture(scope="module")
def client() -> Asker:
    """Somebody who asks the routes."""
    return Asker(Starlette(routes=routes(), middleware=middleware()))


def first_slider(simulation: Simulation) -> Slider:
    """The slider over all that the first numeric parameter may be."""
    name, parameter = next(
        (name, one) for name, one in simulation.parameters.items() if one.bounds and name not in ("n", "seed")
    )
    assert parameter.bounds is not None
    return Slider(simulation, name, parameter.bounds.low, parameter.bounds.high, parameter.bounds.step)


def changed(model: Model, **values: Any) -> Model:
    """The same model with these parameters set otherwise."""
    return replace(model, **values)


def small(simulation: Simulation) -> Model:
    """A run of few customers, where the simulation lets them be few."""
    own = simulation.parameters["n"].bounds if "n" in simulation.parameters else None
    return (
        simulation.model() if own is None else simulation.model(n=max(int(own.low), min(200, int(own.high))))
    )


def address(
    along: str = "product", low: object = 0, high: object = 80, step: object = 1, **more: object
) -> str:
    """Where runs along a slider of the first simulation are asked for."""
    said = {
        "view": "promise",
        "along": along,
        "along-low": low,
        "along-high": high,
        "along-step": step,
        **more,
    }
    return f"/runs/satisfaction.along?{urlencode(said)}"


@given(st.data())
def test_every_setting_that_is_run_is_one_that_the_slider_reaches(data: st.DataObject) -> None:
    simulation = data.draw(st.sampled_from([*catalogue().values()]))
    names = [name for name, one in simulation.parameters.items() if one.bounds]
    parameter = simulation.parameters[data.draw(st.sampled_from(names))]
    own = parameter.bounds
    assert own is not None
    reach = math.floor((own.high - own.low) / own.step + 1e-9)
    begin = data.draw(st.integers(0, max(0, reach - 1)))
    end = data.draw(st.integers(begin + 1, max(begin + 1, reach)))
    low, high = own.low + begin * own.step, min(own.high, own.low + end * own.step)
    most = data.draw(st.integers(2, MOST_POINTS))

    values = Slider(simulation, parameter.name, low, high, own.step).values(most)

    steps = [(one - low) / own.step for one in values]
    assert values == sorted(set(values))
    assert len(values) <= most
    assert values[0] == pytest.approx(low, abs=1e-9)
    assert high - values[-1] < own.step + 1e-9
    assert all(low - 1e-9 <= one <= high + 1e-9 for one in values)
    assert all(one == pytest.approx(round(one), abs=1e-6) for one in steps)
    assert not parameter.is_whole or all(isinstance(one, int) for one in values)


def test_a_slider_of_few_steps_is_run_at_each_of_them() -> None:
    assert Slider(find("satisfaction"), "product", 10, 14, 1).values(MOST_POINTS) == [10, 11, 12, 13, 14]


def read(answer: Answer) -> Any:
    """What an answer says."""
    assert answer.status == 200, answer.text
    return json.loads(answer.text)


def shortened(value: Any) -> Any:
    """All numbers of a picture, in their order, with everything else left as it is."""
    return json.loads(to_json(value))


def is_alike(one: Any, other: Any, size: float) -> bool:
    """Whether two pictures are the same but for the last of five digits."""
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(is_alike(one[k], other[k], size) for k in one)
    if isinstance(one, list):
        numbers = [abs(x) for x in other if isinstance(x, (int, float)) and math.isfinite(x)]
        size = max(numbers, default=0.0)
        return len(one) == len(other) and all(is_alike(a, b, size) for a, b in zip(one, other, strict=True))
    if isinstance(other, float) and not math.isfinite(other):
        return one is None
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=5.1e-5, abs_tol=max(size, abs(other)) * 5.1e-5)
    return bool(one == other)


@pytest.mark.parametrize(("simulation", "view"), VIEWS, ids=lambda one: getattr(one, "name", one))
def test_at_each_setting_the_runs_show_what_the_run_itself_shows(simulation: Simulation, view: str) -> None:
    slider, rest = first_slider(simulation), small(simulation)
    at = slider.values(3)[1]

    picture, measures = Sweep(slider, view, rest, None, "en", tuple(simulation.words.measures)).run(at)

    exact = picture_of(simulation, view, changed(rest, **{slider.along: at}), "en")
    expected = {
        "data": exact.data,
        "layout": exact.layout,
        "alt": exact.alt,
        "start": 0,
        "frames": [
            {"name": one.name, "caption": one.caption, "data": one.data}
            for one in exact.frames[exact.start : exact.start + 1]
        ],
    }
    assert is_alike(shortened(picture), shortened(expected), 0.0)
    known = measures_of(changed(rest, **{slider.along: at}))
    assert measures == {name: value if math.isfinite(value) else None for name, value in known.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_holds_a_picture_and_the_measures_that_are_shown_for_each_setting(
    client: Asker, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeps, "thread_time", Clock())  # else a busy computer makes fewer of them
    said = read(client.get(f"{address(lang=language)}&along-show=cpv,nonsense"))

    simulation = find("satisfaction")
    model = changed(simulation.model(), product=said["at"][3])
    assert said["at"] == [*range(0, 81, 4)]
    assert len(said["pictures"]) == len(said["at"])
    assert said["pictures"][3]["alt"] == picture_of(simulation, "promise", model, language).alt
    assert [*said["measures"]] == [*simulation.views["promise"].measures, "cpv"]
    assert {len(one) for one in said["measures"].values()} == {len(said["at"])}
    known = measures_of(model)
    assert {name: one[3] for name, one in said["measures"].items()} == {
        name: known[name] for name in said["measures"]
    }


def test_pictures_are_sent_at_the_moment_that_is_asked_for(client: Asker) -> None:
    simulation = find("satisfaction")
    view = next(
        view for view in simulation.views if picture_of(simulation, view, simulation.model(), "en").frames
    )
    frames = picture_of(simulation, view, simulation.model(), "en").frames

    first, last, beyond = (
        read(client.get(f"{address(view=view)}&along-moment={n}"))["pictures"][0]["frames"]
        for n in (0, len(frames) - 1, 999)
    )

    assert [one["name"] for one in (*first, *last)] == [frames[0].name, frames[-1].name]
    assert beyond == last


def test_dear_runs_are_made_at_fewer_settings_with_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    slider = first_slider(find("satisfaction"))
    counts = {}
    for seconds in (0.001, 0.02, 0.5):
        clock = Clock()
        monkeypatch.setattr(sweeps, "thread_time", clock)

        def run(_sweep: Sweep, at: float, clock: Clock = clock, seconds: float = seconds) -> Any:
            clock.now += seconds
            return {"at": at}, {}

        monkeypatch.setattr(Sweep, "run", run)
        asked = Sweep(slider, "promise", slider.simulation.model(), None, "en")
        found = [*sweeps._runs(asked, clock.now)]
        counts[seconds] = len(found)
        assert (found[0], found[-1]) == (slider.low, slider.high)

    assert counts == {0.001: MOST_POINTS, 0.02: 9, 0.5: 5}


def test_a_budget_fills_by_its_share_and_never_beyond_what_it_holds() -> None:
    clock = Clock()
    own = SweepBudget(share=0.25, most=2, clock=clock)
    own.spend(3)
    assert own.is_spent()
    clock.now += 4
    assert own.is_spent()
    clock.now += 0.1
    assert not own.is_spent()

    clock.now += 1000
    assert not own.is_spent()
    own.spend(1.9)
    assert not own.is_spent()
    own.spend(0.2)
    assert own.is_spent()


def test_no_run_is_made_while_the_budget_is_spent_and_what_was_made_is_still_given(
    client: Asker, budget: SweepBudget
) -> None:
    made = client.get(address())
    budget.spend(1000)
    again, other = client.get(address()), client.get(address(seed=2))
    assert again.content == made.content
    assert (other.status, other.content) == (204, b"")
    assert other.headers["cache-control"] == "no-store"

    budget.clock.now += 10_000  # type: ignore[attr-defined]

    assert client.get(address(seed=2)).status == 200


def test_making_runs_is_paid_for_and_being_given_them_again_is_not(budget: SweepBudget) -> None:
    asked = Sweep(first_slider(find("satisfaction")), "promise", find("satisfaction").model(), None, "en")
    full = budget._left
    sweep_of(asked)
    paid = full - budget._left
    sweep_of(asked)

    assert paid > 0
    assert full - budget._left == paid


def test_equal_runs_are_made_once_wherever_the_slider_itself_stands() -> None:
    simulation = find("satisfaction")
    slider = Slider(simulation, "product", 0, 80, 1)
    first, second = (
        sweep_of(Sweep(slider, "promise", changed(simulation.model(), product=at), None, "en"))
        for at in (20, 80)
    )
    third = sweep_of(Sweep(slider, "promise", simulation.model(seed=2), None, "en"))

    assert first is second
    assert third != first


def test_runs_of_many_customers_are_not_made_ahead(client: Asker) -> None:
    along_them = address("n", low=1, high=MOST_CUSTOMERS + 1)

    assert client.get(address(n=MOST_CUSTOMERS + 1)).status == 204
    assert client.get(along_them).status == 204


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ({"along": "nothing"}, "nothing"),
        ({"along": ""}, "satisfaction"),
        ({"along": "n", "low": 0, "high": 1e9}, "1–2,000,000"),
        ({"low": 90, "high": 10}, "90"),
        ({"low": 10, "high": 10}, "10"),
        ({"step": 0}, "0"),
        ({"step": -1}, "−1"),
        ({"step": 101}, "101"),
        ({"low": "nan"}, "nan"),
        ({"high": "many"}, "many"),
        ({"high": "inf"}, "inf"),
        ({"along-moment": "late"}, "late"),
        ({"view": "nothing"}, "promise"),
        ({"expectation": 1e9}, "expectation"),
        ({"expectatoin": 1}, "expectation"),
    ],
)
def test_what_no_slider_is_is_refused_in_a_sentence(
    client: Asker, asked: Mapping[str, Any], word: str, language: Language
) -> None:
    answer = client.get(address(**asked, lang=language))

    assert answer.status == 400
    assert answer.headers["content-language"].startswith(language)
    assert word in answer.text
    assert any("\u4e00" <= letter <= "\u9fff" for letter in answer.text) is (language == "zh")


def test_a_word_is_no_slider() -> None:
    simulation, name = next(
        (one, name) for one in catalogue().values() for name, p in one.parameters.items() if p.choices
    )

    with pytest.raises(ReaderError) as refused:
        Slider(simulation, name, 0, 1, 1)

    assert name in refused.value.text["en"]
    assert name in refused.value.text["zh"]


def test_they_come_packed_to_whoever_can_unpack_them(client: Asker) -> None:
    packed, plain = client.get(address()), client.get(address(), takes="identity")

    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.headers["vary"] == plain.headers["vary"] == "accept-encoding"
    assert packed.content == plain.content


def test_the_address_of_a_panel_needs_only_the_name_of_a_slider(client: Asker) -> None:
    simulation = find("satisfaction")
    base = address_of_sweep(simulation, "promise", simulation.model(seed=3), "zh")
    ends = urlencode({"along": "expectation", "along-low": 0, "along-high": 120, "along-step": 1})

    answer = client.get(f"{base}&{ends}")

    expected = picture_of(simulation, "promise", changed(simulation.model(seed=3), expectation=0), "zh")
    assert read(answer)["pictures"][0]["alt"] == expected.alt
