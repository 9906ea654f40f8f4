"""Invented articles in every input format, as bytes: something sound to read, and something to damage.

The PDF writer knows just what is needed for a page of text in one of the fonts that every reader has.
"""

from __future__ import annotations

import html
import json
import random
import textwrap
from dataclasses import dataclass
from datetime import date, timedelta

_PEOPLE = (
    "Ida Fenn",
    "Rolf Aske",
    "Marta Quill",
    "Tobias Wren",
    "José Núñez",
    "Aoife Byrne",
    "Kofi Mensah",
    "Lena Strand",
)
_POSTS = ("the mayor", "the harbour master", "a council spokesman", "the union’s leader", "the company’s lawyer")
_PLACES = ("Port Alder", "Eastmere", "Low Hallam", "Saint Brannock", "Grey Ferry")
_MATTERS = ("the harbour contract", "the school roof", "the ferry timetable", "the missing ledger", "the new tram line")
_OUTLETS = ("The Quay Courier", "Eastmere Post", "Northern Wire", "The Hallam Ledger")
_SENTENCES = (
    "{who}, {post}, said on {day} that the inquiry into {matter} would be over within weeks.",
    "“I was never asked about {matter},” {who} told reporters in {place}. “Not once, and not by anybody.”",
    "A day later {post} denied that any promise had been made about {matter}, and called the report “a fairy tale”.",
    "Two people who had seen the letters said that {who} knew of {matter} in the spring, well before the vote.",
    "{who} said she could not recall the meeting and was not certain that it had taken place at all.",
    "The council of {place} wants every paper about {matter} to be laid open, according to {post}.",
    "According to a statement of {day}, the company had not been told that the rules for {matter} had changed.",
    "Asked whether {matter} would be put off again, {post} declined to comment, and then smiled at the cameras.",
    "It rained in {place} on {day}, and only a dozen people came to hear what {who} had to say about {matter}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True)
class Invented:
    """An article before it is put into a format."""

    title: str
    byline: str
    publisher: str
    published: str
    url: str
    paragraphs: tuple[str, ...]


def invent(rng: random.Random) -> Invented:
    """A story of five to twelve paragraphs, told by chance."""
    matter, place = rng.choice(_MATTERS), rng.choice(_PLACES)
    paragraphs = tuple(
        " ".join(_sentence(rng, matter, place) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(5, 12))
    )
    published = (date(2019, 1, 1) + timedelta(days=rng.randrange(1500))).isoformat()
    title = f"{rng.choice(_PEOPLE)} and {matter}: what is known in {place}"
    url = f"https://news.example/{published}/{rng.randrange(10**9)}"
    return Invented(title, f"By {rng.choice(_PEOPLE)}", rng.choice(_OUTLETS), published, url, paragraphs)


def _sentence(rng: random.Random, matter: str, place: str) -> str:
    return rng.choice(_SENTENCES).format(
        who=rng.choice(_PEOPLE), post=rng.choice(_POSTS), day=rng.choice(_DAYS), matter=matter, place=place
    )


def as_txt(article: Invented) -> bytes:
    """Plain text with a front matter."""
    head = [
        "---",
        f'title: "{article.title}"',
        f"publisher: {article.publisher}",
        f"published: {article.published}",
        f"url: {article.url}",
        "---",
    ]
    return "\n".join([*head, "", "\n\n".join(article.paragraphs), ""]).encode()


def as_html(article: Invented) -> bytes:
    """A page with a menu, structured data and a footer."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": f"{article.published}T08:30:00+00:00",
        "author": {"@type": "Person", "name": article.byline.removeprefix("By ")},
        "publisher": {"@type": "Organization", "name": article.publisher},
    }
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in article.paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(article.title)} | {article.publisher}</title>
<link rel="canonical" href="{article.url}"><script type="application/ld+json">{json.dumps(said)}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{html.escape(article.title)}</h1><p class="byline">{article.byline}</p>
{body}
</article><footer>All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>
""".encode()


def as_jsonl(articles: list[Invented]) -> bytes:
    """One line an article."""
    lines = []
    for article in articles:
        said = {
            "id": article.url.rsplit("/", 1)[-1],
            "url": article.url,
            "title": article.title,
            "publisher": article.publisher,
            "byline": article.byline,
            "published": article.published,
            "text": "\n\n".join(article.paragraphs),
        }
        lines.append(json.dumps(said, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()


def as_pdf(article: Invented, width: int = 90, lines_a_page: int = 48) -> bytes:
    """Pages of wrapped lines, with a blank line's gap between paragraphs."""
    lines = [article.title, ""]
    for paragraph in article.paragraphs:
        lines += [*textwrap.wrap(paragraph, width), ""]
    pages = [lines[start : start + lines_a_page] for start in range(0, len(lines), lines_a_page)]
    return write_pdf(pages, title=article.title)


def write_pdf(pages: list[list[str]], title: str = "") -> bytes:
    """A PDF with one line of text for each string; an empty string leaves a line's room."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, lines in enumerate(pages):
        shown = b"\n".join(b"(" + _pdf_string(line) + b") Tj T*" for line in lines)
        content = b"BT /F1 10 Tf 14 TL 50 780 Td\n" + shown + b"\nET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(b"<< /Title (" + _pdf_string(title) + b") >>")
    return _pdf_file(objects)


def _pdf_file(objects: list[bytes]) -> bytes:
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(file + b"startxref\n%d\n%%%%EOF\n" % table)


def _pdf_string(text: str) -> bytes:
    encoded = text.encode("cp1252", "replace")
    return encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
