"""OnRecord reads news articles and keeps the record of who said what, on whose word, and when."""

__version__ = "0.1.0"
