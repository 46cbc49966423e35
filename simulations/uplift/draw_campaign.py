"""The chart of the campaign: what it earns to call more and more customers, by each score."""

from typing import Final

from courseware.language import conventions
from courseware.table import Table
from courseware.text import Language
from simulations.measures import with_facts
from simulations.picture import Picture
from simulations.uplift.draw_scores import Curves, draw_scores
from simulations.uplift.model import Uplift
from simulations.words import Words

TOPS: Final = tuple(base * 10.0**power for power in range(1, 6) for base in (1, 4))


def draw_campaign(model: Uplift, table: Table, words: Words, language: Language) -> Picture:
    """Profit per thousand customers by risk, uplift, lot and the truth; the choice as a dot."""
    facts = with_facts(model.measures(), share=model.called)
    phrases = words.views["campaign"].phrases
    said = [phrases["alt"].fill(with_facts(facts, **_at(model, table)))[language]]
    if facts["cost_per_kept"] == facts["cost_per_kept"]:
        said.append(phrases["alt_cost"].fill(with_facts(facts, acquisition=model.acquisition))[language])
    alt = conventions(language).blank.join(said)
    curves = Curves("campaign", "profit_by_", model.called, facts["profit"], TOPS, facts, alt)
    return draw_scores(curves, table, words, language)


def _at(model: Uplift, table: Table) -> dict[str, float]:
    """What each score earns at the share that lies nearest to the chosen one."""
    row = round(model.called * (len(table["share_called"]) - 1))
    names = ("lot", "risk", "uplift", "truth")
    return {f"by_{name}": float(table[f"profit_by_{name}"][row]) for name in names}
