from __future__ import annotations

from telling import Teller

from onrecord.linking.what.references import References


def test_pronouns_mean_who_speaks_in_a_paraphrase_and_who_was_named_before_in_a_quotation() -> None:
    reading = (
        Teller("a")
        .says("Elena Marsh", "said", "she had signed")
        .says("Peter Field", "said", "“I saw her”", direct=True)
        .reading()
    )
    names = {party.id: party.name for party in reading.parties}
    references = References(reading)
    paraphrase, quotation = ({names[id_] for id_ in references.of(s)[0]} for s in reading.statements)
    assert paraphrase == {"Elena Marsh"}
    assert quotation == {"Elena Marsh", "Peter Field"}
