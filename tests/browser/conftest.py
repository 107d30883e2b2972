"""A real Chromium, the built sites for it, and people who use them."""

from functools import cache

import pytest
from playwright.sync_api import expect
from tests.browser.person import PATIENCE, Person, Way
from tests.built import example, serve
from tests.typed import site_of

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder of the built site of an office, by its name."""
    return lambda office: example(office, tmp_path_factory)


@pytest.fixture(scope="session")
def records():
    """What an office publishes, by its name, to work out what pages should say."""
    return cache(site_of)


@pytest.fixture(scope="session")
def served(folder):
    """Where the site of an office is served, by its name."""
    servers = {}

    def of(office: str) -> str:
        if office not in servers:
            servers[office] = serve(folder(office))
        return servers[office][1]

    yield of
    for server, _ in servers.values():
        server.shutdown()


@pytest.fixture(scope="session")
def address(served):
    """Where the site of South Yorkshire is served."""
    return served("south-yorkshire")


@pytest.fixture
def meet(browser, served, folder, records):
    """Somebody who uses a site in some way; when the test is over, whatever went wrong on their way fails it."""
    met: list[Person] = []

    def one(way: Way, office: str = "barsetshire") -> Person:
        met.append(Person(browser, way, served(office), folder(office), records(office)))
        return met[-1]

    yield one
    for person in met:
        person.leaves()
    assert [fault for person in met for fault in person.faults] == []
