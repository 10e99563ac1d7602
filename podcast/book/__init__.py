"""A book: which of its files are no chapters, and the notes to its text."""
