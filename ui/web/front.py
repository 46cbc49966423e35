"""What stands before the lab's pages, from the outside in."""

import time

from starlette.middleware import Middleware

from ui.settings import settings_here
from ui.web.arrivals import Arrivals, FirstRuns
from ui.web.descriptors import seats_for, soft_limit
from ui.web.hosts import HostCheck
from ui.web.messages import MessageLimit
from ui.web.origin import OriginCheck
from ui.web.seating import Seating
from ui.web.seats import Seats
from ui.web.uploads import UploadLimit


def web_middleware() -> list[Middleware]:
    """The checks by which a request costs nothing if it is refused, then the seats and the queue."""
    settings = settings_here()
    arrivals = Arrivals()
    seats = Seats(seats_for(soft_limit(), settings.seats), settings.seats_per_address, time.monotonic)
    return [
        Middleware(HostCheck, hosts=settings.hosts),
        Middleware(OriginCheck),
        Middleware(UploadLimit),
        Middleware(Seating, seats=seats, is_crowded=lambda: arrivals.is_crowded),
        Middleware(MessageLimit),
        Middleware(FirstRuns, arrivals=arrivals),
    ]
