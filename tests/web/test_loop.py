"""The server's event loop: woken seldom, and yet nobody who calls is left waiting."""

import asyncio
import threading
import time

from web.loop import OnceWokenLoop, new_loop

CALLERS, CALLS = 4, 2_000


class CountingLoop(OnceWokenLoop):
    """A loop that counts how often it was really woken."""

    woken = 0

    def _read_from_self(self) -> None:
        self.woken += 1
        super()._read_from_self()


def test_every_call_from_another_thread_is_heard_and_few_of_them_wake_the_loop() -> None:
    loop, heard, everything = CountingLoop(), 0, asyncio.Event()

    def hear() -> None:
        nonlocal heard
        heard += 1
        if heard == CALLERS * CALLS:
            everything.set()

    def call(number: int) -> None:
        for k in range(CALLS):
            loop.call_soon_threadsafe(hear)
            if (k + number) % 97 == 0:
                time.sleep(0.0005)  # long enough for the loop to fall asleep again

    callers = [threading.Thread(target=call, args=(number,)) for number in range(CALLERS)]
    with asyncio.Runner(loop_factory=lambda: loop) as runner:

        async def listen() -> None:
            for caller in callers:
                caller.start()
            await asyncio.wait_for(everything.wait(), 20)

        runner.run(listen())

    assert heard == CALLERS * CALLS
    assert loop.woken < heard


def test_a_single_call_wakes_a_sleeping_loop_at_once() -> None:
    waits = []

    async def ask() -> None:
        loop = asyncio.get_running_loop()
        for _ in range(20):
            heard = asyncio.Event()
            threading.Timer(0.005, loop.call_soon_threadsafe, (heard.set,)).start()
            await asyncio.wait_for(heard.wait(), 10)
            waits.append(heard.is_set())

    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(ask())

    assert all(waits)
