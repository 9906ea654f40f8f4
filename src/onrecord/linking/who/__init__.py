"""Parties of single articles → the parties that they are over all of them, and for whom they speak."""
