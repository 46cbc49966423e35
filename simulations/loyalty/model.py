"""Loyalty: what customers feel, what they do, and which of the two a method moves."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.table import Table, make_table
from simulations.loyalty.account import Account, account
from simulations.loyalty.closed_forms import mean_attitude
from simulations.loyalty.firm import Firm
from simulations.loyalty.kinds import KINDS, repeat_shares
from simulations.loyalty.moments import QUADRANTS


@dataclass(frozen=True, kw_only=True)
class Loyalty(Firm):
    """A firm's customers in the plane of attitude and behaviour, month after month."""

    def run(self) -> Table:
        """One row a month from month 0: shares of the quadrants, means, the closed form beside the run."""
        ledger = account(self)
        shares = ledger.counts / self.n
        return make_table(
            {
                "period": range(self.periods + 1),
                **{name: shares[:, code] for code, name in enumerate(QUADRANTS)},
                "attitude": ledger.attitude,
                "attitude_expected": [mean_attitude(self, t) for t in range(self.periods + 1)],
                "behaviour": ledger.behaviour,
                "barrier": [self.barrier(t) for t in range(self.periods + 1)],
            }
        )

    def measures(self) -> Mapping[str, float]:
        """Where the customers stand after the last month; nan where there is nobody to ask."""
        ledger = account(self)
        shares = dict(zip(QUADRANTS, (ledger.counts[-1] / self.n).tolist(), strict=True))
        return {
            **{f"share_{name}": share for name, share in shares.items()},
            "share_repeat": float(ledger.counts[-1][2:].sum()) / self.n,
            "mean_attitude": float(ledger.attitude[-1]),
            "mean_behaviour": float(ledger.behaviour[-1]),
            **_after_shock(self, ledger),
            **_of_kinds(self),
            "effort": self.effort,
        }


def _after_shock(model: Firm, ledger: Account) -> dict[str, float]:
    """What the fall of the barrier leaves of each base, as shares of those there on its eve."""
    flows = ledger.flows_from_eve()
    kept = {"kept_absolute_after_shock": 3, "kept_inertia_after_shock": 2}
    before = {name: int(flows[code].sum()) if model.is_shocked else 0 for name, code in kept.items()}
    still = {name: int(flows[code, code]) for name, code in kept.items()}
    repeat = int(flows[2:].sum()) if model.is_shocked else 0
    return {
        **{name: still[name] / before[name] if before[name] else float("nan") for name in kept},
        "kept_repeat_after_shock": int(flows[2:, 2:].sum()) / repeat if repeat else float("nan"),
    }


def _of_kinds(model: Firm) -> dict[str, float]:
    repeat = repeat_shares(model)[:, KINDS.index("incentive")]
    return {
        "repeat_while_rewarded": float(repeat[min(model.reward_ends, model.periods)]),
        "repeat_after_reward": float(repeat[-1]) if model.reward_ends < model.periods else float("nan"),
    }


MODEL = Loyalty
