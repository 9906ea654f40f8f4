"""Draws docs/report.png: two parts of the report of the sample affair, side by side, in a browser without a window.

python docs/pictures.py    (needs Playwright, a developer dependency, and Chromium; CHROMIUM says where that is)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src/onrecord/samples"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
WIDTH, HEIGHT = 860, 1120
LARGEST = 300_000

BESIDE = """
<style>
  body {{ margin: 0; padding: 26px; display: flex; gap: 26px; background: #e9e5da; }}
  img {{ width: {width}px; display: block; border: 1px solid #cfc7b6; }}
</style>
<img src="{first}"><img src="{second}">
"""


def make_report(folder: Path) -> Path:
    """The report of the samples."""
    onrecord = [sys.executable, "-m", "onrecord"]
    record = str(folder / "record.db")
    subprocess.run([*onrecord, "read", str(SAMPLES), "--record", record], check=True, capture_output=True)
    subprocess.run([*onrecord, "report", "--record", record, "-o", str(folder)], check=True, capture_output=True)
    return folder / "report.html"


def picture_of(page: Page, report: Path, anchor: str, target: Path) -> Path:
    """The part of the report that begins at an anchor."""
    page.goto(f"{report.as_uri()}#{anchor}")
    page.screenshot(path=target)
    return target


def main() -> None:
    """Read the samples, make their report, and keep the picture."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        report = make_report(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        first = picture_of(page, report, "", folder / "first.png")
        second = picture_of(page, report, "positions", folder / "second.png")
        both = folder / "both.html"
        both.write_text(BESIDE.format(width=WIDTH * 3 // 4, first=first.as_uri(), second=second.as_uri()), "utf-8")
        page.set_viewport_size({"width": 2 * (WIDTH * 3 // 4) + 82, "height": HEIGHT * 3 // 4 + 54})
        page.goto(both.as_uri())
        target = ROOT / "docs" / "report.png"
        page.screenshot(path=target)
        browser.close()
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"found {size:,} bytes; expected at most {LARGEST:,}, which a page of text can bear")


if __name__ == "__main__":
    main()
