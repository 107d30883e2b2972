"""What the tests of views share: small sites."""

from functools import partial

import pytest
from tests.small import small


@pytest.fixture
def make(tmp_path):
    """Makes one site of a few records (see tests/small.py)."""
    return partial(small, tmp_path)
