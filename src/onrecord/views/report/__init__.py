"""A dossier to send and to print: one HTML page with plots, and the same in Markdown."""

from onrecord.views.report.dossier import Dossier, gather_dossier
from onrecord.views.report.rendering import render_html, render_markdown, write_report

__all__ = ["Dossier", "gather_dossier", "render_html", "render_markdown", "write_report"]
