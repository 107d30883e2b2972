"""Pictures of money, drawn when the site is built: SVG of our own, whose text stays text (docs/adr/0010-pictures.md).

`bars` draws a list of bars, `flow` the way of the money in three columns (`layout` says where things lie), `figure` puts a
picture, what it says in words and its table together, and `money` says which pictures the pages have.
"""
