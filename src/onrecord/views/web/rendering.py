"""Pages from templates: everything is escaped, and what an article says cannot become part of the page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord import __version__
from onrecord.record import FOLLOWED, Judgement, other_of, told_by
from onrecord.views import present
from onrecord.views.originals import web_url
from onrecord.views.plots import TEMPLATES as PLOTS
from onrecord.views.web.access import Sessions

TEMPLATES = Path(__file__).parent / "templates"
REVIEWER_COOKIE = "onrecord_reviewer"
LONGEST_NAME = 80
NAVIGATION = (
    ("/articles", "Articles"),
    ("/parties", "Parties"),
    ("/claims", "Claims"),
    ("/changes", "Changes"),
    ("/conflicts", "Conflicts"),
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/review", "Review"),
    ("/read", "Add"),
)
"""The pages that every page leads to."""

Context = Mapping[str, object]


def build_environment() -> jinja2.Environment:
    """The templates with their filters. A name that a template misspells is an error, not an empty place."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([TEMPLATES, PLOTS]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "day": present.day_label,
        "count_of": present.count_of,
        "days": present.interval_label,
        "ref": present.ref_label,
        "ref_in": lambda text, ref: text.replace(ref, present.ref_label(ref)),
        "web_url": web_url,
        "decision": decision_label,
        "number": lambda value: f"{value:,}",
    }
    environment.globals |= {"version": __version__, "navigation": NAVIGATION}
    return environment


class Pages:
    """Renders the templates, with what every page needs: who is at work, and the key of its forms."""

    def __init__(self, sessions: Sessions) -> None:
        self._environment = build_environment()
        self._sessions = sessions

    def __call__(
        self, request: Request, template: str, context: Context | None = None, status: int = 200
    ) -> HTMLResponse:
        session = request.scope.get("session_name")
        common = {
            "path": request.url.path,
            "query": request.query_params,
            "form_key": self._sessions.form_key(session) if session else "",
            "reviewer": reviewer_of(request),
            "is_settling": request.app.state.desk.is_settling,
        }
        html = self._environment.get_template(template).render(common | dict(context or {}))
        return HTMLResponse(html, status_code=status)


def reviewer_of(request: Request) -> str | None:
    """The name under which a person judges, as they gave it once; None before that."""
    name = " ".join(unquote(request.cookies.get(REVIEWER_COOKIE, "")).split())
    return name[:LONGEST_NAME] or None


def decision_label(judgement: Judgement) -> str:
    """What was decided, in a few words."""
    told = told_by(judgement)
    if judgement.field == FOLLOWED:
        return "from now on"
    other = other_of(judgement)
    if other is not None and judgement.field != "review":
        return (other.evidence.source or other.evidence.anchor.exact) if other.evidence else other.id
    if judgement.field == "review":
        return str(told.get("review", judgement.new))
    if judgement.field in ("spans", "added"):
        return " … ".join(piece["text"] for piece in told.get("content", []))
    return f"{judgement.old or 'not known'} → {judgement.new or 'not known'}"
