"""How hypothesis draws: anew while somebody works, the same for all before a change, and far more on demand.

`HYPOTHESIS_PROFILE` names the profile, `--hypothesis-seed` another seed; the end of a run says both.
"""

import gc
import os
import random
from functools import _lru_cache_wrapper
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, is_hypothesis_test, settings

CI_SEED: Final = 20260302
"""What the ci profile draws from; another number tries other examples, for everybody."""

TIMES: Final = {"dev": 1, "ci": 1, "mutants": 1, "thorough": 20}
"""How many examples a profile draws where a test asks for one."""

settings.register_profile("dev", deadline=None)
# no database and no clock: what was drawn yesterday, or how busy the computer is, decides nothing
settings.register_profile(
    "ci",
    deadline=None,
    database=None,
    derandomize=False,  # where CI is set, hypothesis would else draw by the test's name and hear no seed
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
# a mutant is noticed or not; nobody reads its smallest example, which would take most of the time
settings.register_profile("mutants", settings.get_profile("ci"), phases=(Phase.explicit, Phase.generate))
settings.register_profile(
    "thorough", deadline=None, derandomize=False, suppress_health_check=[HealthCheck.too_slow]
)


def chosen() -> str:
    """The profile that the environment asks for; another name than these stops the run."""
    name = os.environ.get("HYPOTHESIS_PROFILE") or "dev"
    if name not in TIMES:
        raise pytest.UsageError(f"HYPOTHESIS_PROFILE is {name!r}; it is one of {', '.join(TIMES)}.")
    return name


def seed_of(profile: str) -> str | None:
    """The seed of a run: of ci always the same, of thorough a new one that can be asked for again.

    None for dev: hypothesis then draws anew and tries what failed before, which a seed would keep it from.
    """
    seeds = {"ci": CI_SEED, "mutants": CI_SEED, "thorough": random.SystemRandom().getrandbits(32)}
    return str(seeds[profile]) if profile in seeds else None


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Load the profile before any test is read, since tests take what they do not say from it."""
    profile = chosen()
    settings.load_profile(profile)
    if config.getoption("hypothesis_seed") is None:
        config.option.hypothesis_seed = seed_of(profile)


def pytest_sessionstart() -> None:
    """Forget what an earlier run of this process worked out: mutmut starts each mutant from one that ran."""
    if chosen() == "mutants":
        for one in gc.get_objects():
            if isinstance(one, _lru_cache_wrapper):
                one.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that says how many examples it wants draw as many more as the profile asks for."""
    times, seen = TIMES[chosen()], set[int]()
    for item in items:
        test = getattr(item, "function", None)
        if times > 1 and test is not None and is_hypothesis_test(test) and id(test) not in seen:
            seen.add(id(test))
            draw_more(test, times)


def draw_more(test: object, times: int) -> None:
    """Give a test so many times its examples."""
    # settings can be given to a test once only, and nothing public changes them: this name is hypothesis' own
    given: settings = vars(test)["_hypothesis_internal_use_settings"]
    vars(test)["_hypothesis_internal_use_settings"] = settings(given, max_examples=given.max_examples * times)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was drawn, so that a run can be had again."""
    seed = config.getoption("hypothesis_seed")
    again = f"--hypothesis-seed={seed}" if seed else "examples drawn anew"
    terminalreporter.write_line(f"hypothesis: profile {chosen()}, {again}")
