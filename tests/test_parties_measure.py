"""The evaluation of linked parties: what it takes from ECB+, and its scores on piles whose scores are known."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from types import ModuleType

import pytest
from scripts import ROOT, load_script

from onrecord.vocabulary import ArticleId, Party, PartyKind


@pytest.fixture(scope="module")
def parties() -> ModuleType:
    sys.path.insert(0, str(ROOT / "evaluation"))
    return load_script("evaluation/parties.py")


DOCUMENT = """\
<Document>
<token t_id="1" sentence="0">Pilot</token><token t_id="2" sentence="0">held</token>
<token t_id="3" sentence="1">Ann</token><token t_id="4" sentence="1">Lee</token><token t_id="5" sentence="1">'s</token>
<token t_id="6" sentence="1">pilot</token><token t_id="7" sentence="2">Bo</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="2"><token_anchor t_id="3"/><token_anchor t_id="4"/><token_anchor t_id="5"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="3"><token_anchor t_id="6"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="4"><token_anchor t_id="7"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="9" instance_id="HUM1"/>
</Markables>
<Relations>
<CROSS_DOC_COREF><source m_id="1"/><source m_id="2"/><source m_id="3"/><target m_id="9"/></CROSS_DOC_COREF>
</Relations>
</Document>
"""


def test_a_chain_of_checked_mentions_with_a_name_is_a_party(parties):
    found = parties.document(ElementTree.fromstring(DOCUMENT), "1_1ecb.xml", {"0", "1"}, frozenset({"pilot"}))
    ((party, who),) = found
    assert (who, party.name, party.roles, party.kind) == ("HUM1", "Ann Lee", ("Pilot", "pilot"), PartyKind.PERSON)


def local(article: str, name: str) -> Party:
    return Party(ArticleId(article), name, PartyKind.PERSON)


def test_linking_is_scored_beside_answers_that_ask_nothing(parties):
    some = (local("a", "Ann Lee"), local("b", "Ann Lee"), local("c", "Lee"), local("d", "Bo Ray"))
    pile = parties.Pile(some, {party.id: party.name.split()[-1] for party in some})
    recalls = {name: parties.score([pile], answer).scores()[1] for name, answer in parties.ANSWERS.items()}
    assert recalls == {"linked": 100, "same name": pytest.approx(100 * (4 / 3 + 1 / 3 + 1) / 4), "each alone": 50}
    assert list(parties.wrong(pile)) == []


def test_what_was_kept_apart_or_thrown_together_is_told(parties):
    some = (local("a", "Ann Lee"), local("b", "Ann Lee"), local("c", "The Weaver"))
    pile = parties.Pile(some, {some[0].id: "one", some[1].id: "two", some[2].id: "two"})
    assert sorted(parties.wrong(pile)) == ["apart: Ann Lee || The Weaver", "together: Ann Lee || Ann Lee"]


def test_parties_that_were_read_are_whom_the_key_names_there(parties):
    folder = ROOT / "evaluation/stories/development/lake-permit"
    key = parties.story(folder)
    read = parties.as_read(folder, load_script("evaluation/gold_readings.py").readings(folder))
    assert {id_: read.who[id_] for id_ in key.who} == key.who
