"""One router a question; a page and its JSON are made from the same rows."""

from onrecord.views.web.pages import (
    api,
    articles,
    changes,
    claims,
    entry,
    following,
    glance,
    parties,
    read,
    review,
    search,
    timeline,
)

ROUTERS = tuple(
    page.router
    for page in (entry, glance, articles, parties, claims, changes, timeline, search, review, following, read, api)
)
