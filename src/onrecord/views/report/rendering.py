"""A dossier as files: report.html, which needs nothing beside it, and report.md, which leads into it."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from pathlib import Path

import jinja2
from markupsafe import Markup

from onrecord import __version__
from onrecord.errors import SettingsError
from onrecord.views import present
from onrecord.views.affair import ClaimShown, Track, Wanted, distinct
from onrecord.views.originals import web_url
from onrecord.views.plots import STYLE as STYLE_OF_PLOTS
from onrecord.views.plots import TEMPLATES as PLOTS
from onrecord.views.plots import Lane, Network, Point, TrackPlot, plot_network, plot_tracks
from onrecord.views.quoting import Quoted, when
from onrecord.views.report.dossier import Dossier, said_at
from onrecord.views.report.sources import Sources
from onrecord.vocabulary import Interval, Side

TEMPLATES = Path(__file__).parent / "templates"
MOST_LANES = 10
HTML, MARKDOWN = "report.html", "report.md"


def write_report(dossier: Dossier, folder: Path, *, with_articles: bool = True) -> Mapping[str, Path]:
    """Write both files, each replaced as a whole. Raises SettingsError if the folder cannot be made or written to."""
    texts = {
        HTML: render_html(dossier, with_articles=with_articles),
        MARKDOWN: render_markdown(dossier, with_articles=with_articles),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            partial = folder / f"{name}.tmp"
            partial.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
            os.replace(partial, folder / name)
    except OSError as error:
        raise SettingsError(
            f"--output {folder}: found that it cannot be written ({error.strerror}); expected a folder of yours with "
            "room in it; name another"
        ) from error
    return {"html": folder / HTML, "markdown": folder / MARKDOWN}


def render_html(dossier: Dossier, *, with_articles: bool = True) -> str:
    """The whole page: styles and plots are in it, scripts are not, and it asks for nothing from elsewhere."""
    sources = Sources(dossier.sources, dossier.cited, with_articles=with_articles)
    environment = _environment(is_html=True)
    style = "\n".join(path.read_text(encoding="utf-8") for path in (TEMPLATES / "report.css", STYLE_OF_PLOTS))
    context = _context(dossier, sources) | {
        "style": Markup(style),
        "network": _network(dossier),
        "first_contact": _first_contacts(dossier).get,
        "plot_of": lambda shown: _plot_of(shown, sources),
    }
    return environment.get_template("report.html").render(context)


def render_markdown(dossier: Dossier, *, with_articles: bool = True) -> str:
    """The same in Markdown. Lines lead into report.html where that has the articles, else to the original pages."""
    sources = Sources(dossier.sources, dossier.cited, with_articles=with_articles)
    text = _environment(is_html=False).get_template("report.md").render(_context(dossier, sources))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _environment(*, is_html: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([TEMPLATES, PLOTS]),
        autoescape=is_html,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "day": present.day_label,
        "days": _days,
        "when": lambda told: when(told.days, told.printed),
        "count_of": present.count_of,
        "ref": present.ref_label,
        "md": _escaped_for_markdown,
        "shorten": present.shortened,
    }
    return environment


def _context(dossier: Dossier, sources: Sources) -> dict[str, object]:
    return {
        "dossier": dossier,
        "sources": sources,
        "sides": tuple(Side),
        "said_at": said_at,
        "distinct": distinct,
        "address": sources.address,
        "number": lambda article: sources.of(article).number,
        "asked": _asked(dossier.wanted),
        "version": __version__,
        "web_url": web_url,
        "html_file": HTML,
    }


def _asked(wanted: Wanted) -> str:
    """What the report is narrowed down to, in words; empty where it is the whole record."""
    known = [
        f"“{wanted.words}”" if wanted.words else "",
        wanted.party or "",
        f"from {_day(wanted.since.isoformat())}" if wanted.since else "",
        f"until {_day(wanted.until.isoformat())}" if wanted.until else "",
    ]
    return ", ".join(filter(None, known))


def _day(day: str) -> str:
    return present.day_label(day).partition(" ")[2]


def _plot_of(shown: ClaimShown, sources: Sources) -> TrackPlot:
    tracks = distinct(shown.tracks)[:MOST_LANES]
    return plot_tracks(Lane(track.party.name, None, _points(track, sources)) for track in tracks)


def _points(track: Track, sources: Sources) -> tuple[Point, ...]:
    return tuple(
        Point(
            _day_of(quoted),
            quoted.side,
            sources.address(said_at(quoted)),
            f"{track.party.name} {quoted.side.value}, {when(quoted.days, quoted.printed)}: {_words(quoted)}",
            is_dated=quoted.days is not None,
        )
        for quoted in track.quoted
        if quoted.side
    )


def _day_of(quoted: Quoted) -> date | None:
    """Where it stands in time: the day said, else the day printed."""
    days = quoted.days or quoted.printed
    return days.start if days else None


def _days(interval: Interval | None) -> str:
    return when(interval, None)


def _network(dossier: Dossier) -> Network:
    shown = dossier.contacts.things
    names: dict[str, str] = {party.id: party.name for each in shown for party in each.parties}
    pairs: Counter[tuple[str, str]] = Counter()
    for each in shown:
        pairs.update(combinations(sorted(party.id for party in each.parties), 2))
    return plot_network(names, pairs, {})


def _first_contacts(dossier: Dossier) -> dict[str, str]:
    """Party → the first contact in the list that it is in."""
    numbered = reversed(list(enumerate(dossier.contacts.things, 1)))
    return {party.id: f"#contact-{n}" for n, shown in numbered for party in shown.parties}


def _words(quoted: Quoted) -> str:
    return present.shortened(quoted.words, 200)


def _escaped_for_markdown(text: str) -> str:
    """Text as Markdown shows it, whatever signs an article has in it."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(text.split())).replace("://", ":\\//")
