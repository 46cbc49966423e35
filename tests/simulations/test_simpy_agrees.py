"""The line of the call centre beside a discrete-event simulation that counts every moment."""

import numpy as np

from tests.bench.phones import in_simpy, in_the_lab, stream


def test_every_caller_waits_as_long_as_in_simpy_to_the_last_bit() -> None:
    callers = stream(4000)

    assert np.array_equal(in_the_lab(callers), in_simpy(callers))
