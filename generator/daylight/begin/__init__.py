"""Begins the repository of a new office, and brings the program in an office's repository up to date.

`answers` are what is asked, `office` the files that are then the office's own, `program` those that stay the program's, and
`writing_down` and `upgrade` put both in a folder.
"""
