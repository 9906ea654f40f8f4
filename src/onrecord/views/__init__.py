"""Answers for people and programs; the only part that prints, exits, or knows an exit status."""
