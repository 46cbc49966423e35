"""The chart of customers kept: how many more stay as more are called, by each score."""

from typing import Final

import numpy as np

from courseware.table import Table
from courseware.text import Language
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.uplift.draw_scores import Curves, draw_scores
from simulations.uplift.learning import ranking
from simulations.uplift.model import THOUSAND, Uplift, count_called
from simulations.words import Words

TOPS: Final = (15.0, 45.0, 135.0, 400.0, 1000.0)


def draw_qini(model: Uplift, table: Table, words: Words, language: Language) -> Picture:
    """Customers kept per thousand by risk, uplift, lot and the truth; the choice as a dot."""
    now = float(ranking(model).kept[count_called(model)]) * THOUSAND / model.n
    facts = with_facts(model.measures(), share=model.called, now=now)
    ends = {name: float(table[f"kept_by_{name}"][-1]) for name in ("lot", "uplift")}
    best = {f"best_{name}": float(np.max(table[f"kept_by_{name}"])) for name in ("risk", "uplift", "truth")}
    alt = words.views["qini"].phrases["alt"].fill(with_facts(facts, **ends, **best))[language]
    return draw_scores(
        Curves("qini", "kept_by_", model.called, now, TOPS, facts, alt), table, words, language
    )
