"""The views of recovery: where customers are lost, and what helping sooner brings back."""

from typing import Final

from simulations.picture import View
from simulations.recovery.draw_handling import draw_handling, handling_table
from simulations.recovery.draw_paths import draw_paths, paths_table
from simulations.recovery.model import Recovery

VIEWS: Final[dict[str, View[Recovery]]] = {
    "paths": View(
        paths_table,
        draw_paths,
        shows=("complaint_rate", "fix_rate", "fast_rate", "loss", "claim", "value_per_customer"),
        measures=("stay_share", "share_silent_of_leavers", "value_kept", "value_lost"),
    ),
    "handling": View(
        handling_table,
        draw_handling,
        shows=("fix_rate", "fast_rate", "complaint_rate", "loss", "claim"),
        measures=("stay_share", "stay_expected", "stay_share_silent", "stay_share_fast"),
    ),
}
