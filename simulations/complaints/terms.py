"""The terms: how attachment moves people to speak and to stay, how complaints go, and a button."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, TypeVar

from simulations.model import Model
from simulations.parameter import between, one_of, parameters
from simulations.tarp import TARP

GIVEN_BACK: Final = "given_back"
"""Stay by what the failure took and the recovery gave back, instead of by a survey."""


@dataclass(frozen=True, kw_only=True)
class Terms(Model):
    """Customers whom the firm has failed; each has an attachment to it that nobody sees."""

    number: ClassVar[int] = 11

    n: int = between(1, 2_000_000, default=20_000, step=1)
    basis: str = one_of(*TARP, GIVEN_BACK, default="minor")
    attachment_on_complaint: float = between(0, 1.5, default=0.8, step=0.1)
    attachment_on_staying: float = between(0, 2, default=1.0, step=0.1)
    readiness: float = between(-2, 2, default=0.0, step=0.1)
    fix_rate: float = between(0, 1, default=0.6, step=0.05)
    fast_rate: float = between(0, 1, default=0.5, step=0.05)
    button: float = between(0, 1, default=0.5, step=0.05)
    button_for: str = one_of("nobody", "half", "everybody", default="nobody")
    before: float = between(0, 3, default=1.6, step=0.1)
    taken: float = between(0, 3, default=1.6, step=0.1)
    back_unresolved: float = between(-0.5, 0.5, default=-0.15, step=0.05)
    back_resolved: float = between(0, 1.2, default=0.75, step=0.05)
    back_at_once: float = between(0, 1.2, default=0.9, step=0.05)


T = TypeVar("T", bound=Terms)
SURVEYED: Final = ("basis", "attachment_on_complaint", "attachment_on_staying", "readiness")
"""What the levels are solved from if a survey gives the shares that stay."""
RECOVERED: Final = ("basis", "before", "taken", "back_unresolved", "back_resolved", "back_at_once")
"""What the levels are made of otherwise."""


def only(terms: T, *names: str) -> T:
    """The same terms in these respects, the usual ones in all others: runs that agree in them share."""
    usual: dict[str, Any] = {p.name: p.default for p in parameters(terms) if p.name not in names}
    return replace(terms, **usual)
