"""A web page: its tree, its text, its facts, and what of it is the article."""
