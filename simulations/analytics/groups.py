"""Groups of like customers: k-means over recency, frequency and money."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulations.analytics.base import Customers, population

FEWEST: Final = 100
"""With fewer customers there is nothing to group; then the fifths of their spending stand in."""
STARTS: Final = 4


@lru_cache(maxsize=16)
def groups(model: Customers) -> NDArray[np.int64]:
    """The group of each customer, from 0; group 0 spends most per head.

    scikit-learn takes seconds to load and is only loaded here, by whoever looks at the groups.
    """
    people = population(model)
    if model.n < FEWEST:
        order = np.argsort(np.argsort(-people.monetary, kind="stable"), kind="stable")
        return np.asarray(order * model.groups // model.n)
    columns = people.features[:, :3]
    label = k_means((columns - columns.mean(axis=0)) / columns.std(axis=0), model.groups)
    spent = np.bincount(label, people.monetary) / np.bincount(label)
    rank = np.empty(model.groups, dtype=np.int64)
    rank[np.argsort(-spent, kind="stable")] = np.arange(model.groups)
    return np.asarray(rank[label])


def k_means(columns: NDArray[np.float64], count: int, starts: int = STARTS) -> NDArray[np.int64]:
    """The group of each row by k-means, the best of several starts; the same every time.

    One thread does it in 0.02 s. Two threads wait for each other at every round, and beside other work, as
    in a class that plays, they waited for five seconds and more.
    """
    from sklearn.cluster import KMeans
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, user_api="openmp"):
        means = KMeans(count, n_init=starts, random_state=0, algorithm="lloyd").fit(columns)
    return np.asarray(means.labels_, dtype=np.int64)
