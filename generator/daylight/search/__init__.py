"""Finding things: files from which a reader's browser finds records by words, and shows and counts registers."""
