"""What stands before the lab's pages, from the outside in."""

import time

from starlette.middleware import Middleware

from web.front.descriptors import seats_for, soft_limit
from web.front.hosts import HostCheck
from web.front.messages import MessageLimit
from web.front.origin import OriginCheck
from web.front.seating import Seating
from web.front.seats import Seats
from web.front.signing_out import SignOutCheck
from web.front.turn_queue import FirstRuns, TurnQueue
from web.front.uploads import UploadLimit
from web.settings import settings_here


def web_middleware() -> list[Middleware]:
    """The checks by which a request costs nothing if it is refused, then the seats and the queue."""
    settings = settings_here()
    turn_queue = TurnQueue()
    seats = Seats(seats_for(soft_limit(), settings.seats), settings.seats_per_address, time.monotonic)
    return [
        Middleware(HostCheck, hosts=settings.hosts),
        Middleware(OriginCheck),
        Middleware(UploadLimit),
        Middleware(Seating, seats=seats, is_crowded=lambda: turn_queue.is_crowded),
        Middleware(MessageLimit),
        Middleware(SignOutCheck),
        Middleware(FirstRuns, turn_queue=turn_queue),
    ]
