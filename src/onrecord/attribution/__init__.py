"""Article → Statements: encode, model, decode, statements."""

from onrecord.attribution.statements import ArticleReader, load_reader

__all__ = ["ArticleReader", "load_reader"]
