"""A selection from WordNet's files, on a few lines written in their format."""

from __future__ import annotations

from pathlib import Path

import pytest

from wordnet_nouns import WordNet, found_in

DATA = """\
  1 a line of the licence
00000001 14 n 01 organization 0 000 | a group of people
00000002 14 n 01 institution 0 000 | an organization
00000003 06 n 01 establishment 0 000 | a place of business
00000011 18 n 01 beadle 0 000 | a parish officer
00000012 14 n 01 dairyhouse 0 001 @ 00000003 n 0000 | where milk is sold
00000013 06 n 01 lantern 0 000 | a light
00000014 18 n 01 lantern 0 000 | a bright person
00000015 18 n 01 boor 0 000 | (disparaging) a rude person
00000016 18 n 01 Zorbo 0 001 @i 00000011 n 0000 | a certain beadle
00000017 18 n 01 rower 0 000 | who rows
"""
INDEX = """\
organization n 1 0 1 0 00000001
institution n 1 0 1 0 00000002
establishment n 1 0 1 0 00000003
beadle n 1 0 1 0 00000011
dairyhouse n 1 1 @ 1 0 00000012
lantern n 2 0 2 0 00000013 00000014
boor n 1 0 1 0 00000015
zorbo n 1 1 @i 1 0 00000016
rower n 1 0 1 0 00000017
"""


@pytest.fixture
def wordnet(tmp_path: Path) -> WordNet:
    for name, text in {
        "data.noun": DATA,
        "index.noun": INDEX,
        "index.verb": "row v 1 0 1 0 00000001\n",
        "index.adj": "",
        "cntlist.rev": "lantern%1:06:00:: 1 7\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="latin-1")
    return WordNet(tmp_path)


def test_people_and_bodies_are_taken_and_things_names_slurs_and_what_is_known_are_not(wordnet: WordNet) -> None:
    # "rower" stands in a list of ours; "organization" and its like are known too
    assert found_in(wordnet) == [("body", "dairyhouse"), ("body", "establishment"), ("person", "beadle")]
