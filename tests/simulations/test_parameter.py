"""A value that needs no reading stays as it is; every other is read or refused as ever."""

import numpy as np
import pytest

from courseware.problem import ReaderError
from simulations.call_centre.model import CallCentre


@pytest.mark.parametrize("given", [14, 14.0, "14", np.int64(14), np.float64(14)])
def test_a_whole_number_is_the_same_however_it_is_given(given: object) -> None:
    model = CallCentre(agents=given)  # type: ignore[arg-type]

    assert type(model.agents) is int
    assert model == CallCentre(agents=14)


@pytest.mark.parametrize("given", [True, 0, 1201, 1.5, float("nan"), float("inf"), None, ""])
def test_a_number_that_is_not_allowed_is_refused_in_a_sentence(given: object) -> None:
    with pytest.raises(ReaderError, match="agents takes a whole number from 1 to 1,200"):
        CallCentre(agents=given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["hang up", "", 1, None])
def test_a_word_that_is_not_allowed_is_refused_in_a_sentence(given: object) -> None:
    with pytest.raises(ReaderError, match="callers takes one of hang_up, hold_on"):
        CallCentre(callers=given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [float("nan"), float("inf"), -0.5, True])
def test_a_share_that_is_none_is_refused(given: object) -> None:
    with pytest.raises(ReaderError, match="threshold takes a number from 0 to 120"):
        CallCentre(threshold=given)  # type: ignore[arg-type]
