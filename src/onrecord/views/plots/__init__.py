"""Plots as geometry: where marks, lines and labels go. Templates draw them; nothing here knows of pages or records."""

from pathlib import Path

from onrecord.views.plots.network import Network, Tie, plot_network
from onrecord.views.plots.tracks import Lane, Step, TrackPlot, plot_tracks

TEMPLATES = Path(__file__).parent / "templates"
"""Macros that draw the plots as SVG: plots.html."""

__all__ = ["TEMPLATES", "Lane", "Network", "Step", "Tie", "TrackPlot", "plot_network", "plot_tracks"]
