"""What a slider's move must not load, and what a visitor's computer never needs."""

import subprocess
import sys

from tests.architecture.sources import ROOT

LOOK = """
import sys
import simulations
for name in simulations.catalogue():
    model = simulations.model_of(name)(n=50)
    model.measures()
    for view in simulations.find(name).views.values():
        view.table(model)
print(*sorted(name for name in {heavy!r} if name in sys.modules))
"""


def loaded(code: str, *heavy: str) -> set[str]:
    """Which of the heavy libraries a fresh Python holds after running this code."""
    command = [sys.executable, "-c", code.format(heavy=heavy)]
    return set(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split())


def test_running_a_simulation_loads_neither_pandas_nor_a_chart_library() -> None:
    heavy = "pandas", "plotly.express", "plotly.graph_objects", "sklearn", "sqlalchemy", "streamlit"

    assert not loaded(LOOK, *heavy)


def test_drawing_customers_at_run_time_does_not_load_faker() -> None:
    code = """
import sys
import datasets
for locale in ("en_US", "zh_CN"):
    datasets.make("customers", n=20, seed=1, locale=locale)
print(*sorted(name for name in {heavy!r} if name in sys.modules))
"""

    assert not loaded(code, "faker")
