"""The views of complaints: who speaks, a table and an experiment, more complaints, levers, trials."""

from typing import Final

from simulations.complaints.draw_levers import draw_levers
from simulations.complaints.draw_paths import draw_paths
from simulations.complaints.draw_speaking import draw_speaking
from simulations.complaints.draw_trial import draw_trial
from simulations.complaints.draw_who import draw_who
from simulations.complaints.model import Complaints
from simulations.complaints.views import levers_table, paths_table, speaking_table, trial_table, who_table
from simulations.picture import View

VIEWS: Final[dict[str, View[Complaints]]] = {
    "who": View(
        who_table,
        draw_who,
        shows=("attachment_on_complaint", "readiness"),
        measures=("attachment_gap", "complaining", "correlation"),
    ),
    "paths": View(
        paths_table,
        draw_paths,
        shows=(
            "basis",
            "attachment_on_complaint",
            "attachment_on_staying",
            "readiness",
            "before",
            "taken",
            "back_unresolved",
            "back_resolved",
            "back_at_once",
        ),
        measures=("stay_at_once", "all_at_once", "stay_never_failed", "correlation"),
    ),
    "speaking": View(
        speaking_table,
        draw_speaking,
        shows=("attachment_on_complaint", "button", "basis", "readiness", "fix_rate", "fast_rate"),
        measures=("correlation", "stay_if_all_complain", "gain_complain", "per_complaint_expected"),
    ),
    "levers": View(
        levers_table,
        draw_levers,
        shows=("attachment_on_complaint", "basis", "readiness", "fix_rate", "fast_rate"),
        measures=("gain_complain", "gain_fix", "gain_fast", "correlation"),
    ),
    "trial": View(
        trial_table,
        draw_trial,
        shows=("attachment_on_complaint", "button", "basis", "readiness", "fix_rate", "fast_rate"),
        measures=("naive", "per_complaint", "per_complaint_expected", "correlation"),
    ),
}
