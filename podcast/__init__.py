"""Turns written articles into a narrated, chaptered, mastered podcast."""
