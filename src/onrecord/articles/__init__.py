"""Page or file → Article: reads whatever a reporter has, one article at a time, and says why where it cannot."""

from onrecord.articles.collect import collect, measure
from onrecord.articles.options import Defaults, Limits

__all__ = ["Defaults", "Limits", "collect", "measure"]
