"""The views of loyalty, in the order a class meets them."""

from typing import Final

from simulations.loyalty.draw_flows import draw_flows
from simulations.loyalty.draw_kinds import draw_kinds
from simulations.loyalty.draw_plane import draw_plane
from simulations.loyalty.draw_shares import draw_shares
from simulations.loyalty.draw_story import draw_story
from simulations.loyalty.firm import Firm
from simulations.loyalty.views import flows_table, kinds_table, plane_table, shares_table, story_table
from simulations.picture import View

METHODS: Final = ("satisfaction", "knowledge", "switching_cost", "interaction", "care")
SHOCK: Final = ("shock", "shock_period", "competition", "periods")
SHARES: Final = ("share_absolute", "share_inertia", "share_latent", "share_none")
KEPT: Final = ("kept_absolute_after_shock", "kept_inertia_after_shock")

VIEWS: Final[dict[str, View[Firm]]] = {
    "plane": View(plane_table, draw_plane, shows=(*METHODS, *SHOCK), measures=(*SHARES, "mean_attitude")),
    "shares": View(
        shares_table, draw_shares, shows=(*METHODS, *SHOCK), measures=("share_repeat", "mean_attitude", *KEPT)
    ),
    "flows": View(flows_table, draw_flows, shows=(*METHODS, *SHOCK), measures=(*SHARES, *KEPT)),
    "kinds": View(
        kinds_table,
        draw_kinds,
        shows=("reward", "reward_ends", "satisfaction", "care", "switching_cost", "competition", "periods"),
        measures=("repeat_while_rewarded", "repeat_after_reward"),
    ),
    "story": View(
        story_table, draw_story, shows=("customer", *METHODS, *SHOCK), measures=(*SHARES[:2], "mean_attitude")
    ),
}
