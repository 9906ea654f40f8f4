"""One router a question; a page and its JSON are made from the same rows."""

from onrecord.views.web.pages import api, articles, entry, glance, search

ROUTERS = (entry.router, glance.router, articles.router, search.router, api.router)
