"""The stopwatch times the steps of the chain, each once, and nothing that a step runs within itself."""

import time

from langchain_core.runnables import RunnableLambda

from assistant.chain.runnables import build_chain
from assistant.chain.stopwatch import Stopwatch


def timed(*steps):
    """What the stopwatch shows after a chain of steps has run on 1, and how long that took."""
    watch, begun = Stopwatch(), time.perf_counter()
    build_chain(*steps).invoke(1, {"callbacks": [watch]})
    return watch.seconds, time.perf_counter() - begun


def test_each_step_is_timed_by_its_name_and_together_they_are_no_longer_than_the_whole():
    seconds, whole = timed(("wait", lambda n: time.sleep(0.05) or n), ("add", lambda n: n + 1))
    assert list(seconds) == ["wait", "add"]
    assert seconds["wait"] >= 0.05
    assert sum(seconds.values()) <= whole


def test_a_chain_within_a_step_is_the_time_of_that_step():
    inner = RunnableLambda(lambda n: time.sleep(0.05) or n, name="inner") | RunnableLambda(lambda n: n)
    seconds, _ = timed(("first", lambda n: n), ("outer", lambda n: inner.invoke(n)))
    assert list(seconds) == ["first", "outer"]
    assert seconds["outer"] >= 0.05


def test_a_last_step_that_streams_is_timed_too():
    def stream(n):
        yield n
        yield n + 1

    seconds, _ = timed(("first", lambda n: n), ("stream", stream))
    assert list(seconds) == ["first", "stream"]
