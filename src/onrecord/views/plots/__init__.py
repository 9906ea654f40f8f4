"""Plots as geometry: where marks, lines and names go, on pages and in reports alike. Nothing here knows of either.

Templates draw them (plots.html) and one style sheet colours them (plots.css), by the colours that a page has named.
"""

from pathlib import Path

from onrecord.views.plots.network import Network, plot_network
from onrecord.views.plots.tracks import Lane, Point, TrackPlot, plot_tracks

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
STYLE = STATIC / "plots.css"

__all__ = ["STATIC", "STYLE", "TEMPLATES", "Lane", "Network", "Point", "TrackPlot", "plot_network", "plot_tracks"]
