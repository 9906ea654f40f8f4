"""Which language a text is in: a gate, since the reader knows English only."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SAMPLE_CHARACTERS = 20_000
# Below this the detector takes lists of names for other languages, so only the script counts.
_TOO_SHORT = 200
# Words that hold English sentences together; in running English about two words in five are among them, while in other
# languages that share some of them ("in", "an", "a", "on") fewer than one in eight.
_ENGLISH_GLUE = frozenset((
    "the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "as", "by", "at", "he", "she",
    "it", "from", "his", "her", "they", "said", "has", "had", "have", "be", "are", "were", "not", "who", "which",
    "an", "or", "but", "this", "would", "will", "their", "its", "been", "after", "we", "i", "you",
))  # fmt: skip
_ENGLISH_SHARE = 0.2
_WORD = re.compile(r"[^\W\d_]+")
_OWN_SCRIPTS = {
    "Hiragana": "Japanese", "Hangul": "Korean", "Cjk": "Chinese", "Greek": "Greek", "Hebrew": "Hebrew", "Thai": "Thai",
    "Armenian": "Armenian", "Georgian": "Georgian", "Tamil": "Tamil", "Khmer": "Khmer",
}  # fmt: skip
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The language's name where the text is clearly not English; short texts get the benefit of the doubt."""
    sample = text[:_SAMPLE_CHARACTERS]
    script = _foreign_script(sample)
    if script is None and (len(sample) < _TOO_SHORT or _glue_share(sample) >= _ENGLISH_SHARE):
        return None
    code = _detect(sample)
    if script is None and code in ("en", "unknown"):
        return None
    if script in _OWN_SCRIPTS:
        return _OWN_SCRIPTS[script]
    if code in _NAMES:
        return _NAMES[code]
    return f"a language in {script} script" if script else f"a language with the code {code!r}"


def _detect(sample: str) -> str:
    from resiliparse.parse.lang import detect_fast

    return str(detect_fast(unicodedata.normalize("NFC", sample))[0])


def _glue_share(sample: str) -> float:
    words = _WORD.findall(sample.lower())
    return sum(word in _ENGLISH_GLUE for word in words) / len(words) if words else 0.0


def _foreign_script(sample: str) -> str | None:
    """The script of most letters, unless that is Latin."""
    letters = [character for character in sample[:2_000] if character.isalpha()]
    foreign = [
        character for character in letters if character > "\u024f" and "LATIN" not in unicodedata.name(character, "")
    ]
    if len(foreign) * 2 <= len(letters):
        return None
    scripts = Counter(unicodedata.name(character, "foreign").split()[0].capitalize() for character in foreign)
    # Japanese writes more Chinese signs than its own, but only Japanese writes its own.
    return "Hiragana" if "Hiragana" in scripts else scripts.most_common(1)[0][0]
