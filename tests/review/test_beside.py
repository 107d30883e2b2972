"""Work beside other work gives the same, sees what was there when it began, and loses no mistake."""

import sys

import pytest

from daylight.review.beside import beside

MODULE = sys.modules["daylight.review.beside"]


@pytest.mark.parametrize("cores", [1, 4])
def test_it_sees_what_was_there_when_it_began(monkeypatch, cores):
    monkeypatch.setattr(MODULE, "cores", lambda: cores)
    seen = [1]
    wait = beside(lambda: sum(seen))
    seen.append(2)
    assert wait() == 1


@pytest.mark.parametrize("cores", [1, 4])
def test_a_mistake_is_raised_where_the_result_is_asked_for(monkeypatch, cores):
    monkeypatch.setattr(MODULE, "cores", lambda: cores)
    wait = beside(lambda: {}["nothing"])
    with pytest.raises(KeyError, match="nothing"):
        wait()
