"""Forms on GitHub: what they ask, made from the schemas, and how a filled one becomes records and an answer.

`templates` writes the issue forms. `turned` reads an issue that was made with one: `answers` finds what was typed, `unsafe`
stops what must not be public, `drafting` and `correcting` make drafts of records, and `reply` says all of it in plain English.
"""
