"""Ctrl-C ends a watch, also where what it raised was swallowed."""

import os
import signal
import weakref

import pytest

from layoutgen.jobs.interrupts import hearing_interrupts


class Thing:
    """Something that is cleaned up."""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # that it is lost is the point
def test_an_interrupt_that_cleaning_up_swallowed_is_told_at_the_next_look() -> None:
    thing = Thing()
    kept = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGINT))  # what a callback raises is lost
    with hearing_interrupts() as interrupts:
        interrupts.look_up()
        del thing
        assert kept() is None
        with pytest.raises(KeyboardInterrupt):
            interrupts.look_up()


def test_afterwards_an_interrupt_is_heard_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with hearing_interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
