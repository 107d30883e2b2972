"""The pictures of a site that can be shown inside another site."""

from daylight.pages.charts import money
from daylight.pages.charts.figure import Figure
from daylight.pages.reports import totals
from daylight.site import Site
from daylight.views.totals import TABLES


def embedded(site: Site) -> list[Figure]:
    """The pictures that have a bare page of their own, named by their id: embed/awards-by-year/ and its like."""
    made = [money.by_year(site, totals.years_table(site)), money.way_of_money(site)]
    ways = [(name, way) for name, way in TABLES.items() if way and way in totals.EMBEDDED]
    made += [money.by_total(site, name, way, totals.divided_table(site, name, way)) for name, way in ways]
    return [of for of in made if of]
