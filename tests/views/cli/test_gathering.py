from __future__ import annotations

from types import SimpleNamespace

from onrecord.errors import RecordError
from onrecord.linking.memory import Memory, NoShelf
from onrecord.record import open_record
from onrecord.views.cli.gathering import refresh_links
from onrecord.vocabulary import Article, Decisions, Reading, Relinked, Run


def test_links_are_brought_up_to_date_before_anything_is_told(call, affair_record):
    with open_record("onrecord.db") as record:
        record.writer.write(Reading(Article("new", "Nobody spoke."), (), Run("hand", "1")))
        assert record.links.are_stale()
    assert call("claims").stderr == "linking …\n"
    with open_record("onrecord.db") as record:
        assert not record.links.are_stale()


def test_links_that_are_up_to_date_are_left_alone(call, affair_record):
    assert call("claims").stderr == ""


def test_a_record_that_cannot_be_written_is_told_as_it_was_linked(capsys):
    class Links:
        def are_stale(self) -> bool:
            return True

        def shelf(self) -> NoShelf:
            return NoShelf()

        def changed(self):
            return frozenset(), iter(())

        def decisions(self) -> Decisions:
            return Decisions()

        def remembering(self, encode, model):
            return encode

        def keep(self, step: Relinked, memory: Memory) -> bool:
            raise RecordError("onrecord.db: found that SQLite could not go on")

    refresh_links(SimpleNamespace(links=Links()))
    assert "cannot be written, so that what was read last is not linked yet" in capsys.readouterr().err
