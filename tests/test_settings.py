from __future__ import annotations

import os

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import Settings, build_settings


@pytest.mark.parametrize(
    ("environment", "options", "expected"),
    [
        ({}, {}, "onrecord.db"),
        ({"ONRECORD_RECORD": "a.db"}, {}, "a.db"),
        ({"ONRECORD_RECORD": ""}, {}, "onrecord.db"),
        ({"ONRECORD_RECORD": "a.db"}, {"record": "b.db"}, "b.db"),
    ],
)
def test_an_option_wins_over_the_environment_and_that_over_the_default(environment, options, expected):
    assert build_settings(environment, **options).record == expected


def test_threads_come_from_the_option_or_the_environment():
    assert build_settings({"ONRECORD_THREADS": "3"}).threads == 3
    assert build_settings({"ONRECORD_THREADS": "3"}, threads=5).threads == 5


def test_workers_come_from_the_option_or_the_environment_and_are_else_one_less_than_threads():
    assert build_settings({"ONRECORD_WORKERS": "3"}).workers == 3
    assert build_settings({"ONRECORD_WORKERS": "3"}, workers=0).workers == 0
    assert [build_settings({}, threads=n).workers for n in (1, 2, 3, 16)] == [0, 1, 2, 3]


def test_without_a_word_there_is_a_thread_for_each_core_that_is_ours():
    assert 1 <= build_settings({}).threads <= (os.cpu_count() or 1)


@pytest.mark.parametrize(
    ("environment", "options"),
    [
        ({"ONRECORD_THREADS": "many"}, {}),
        ({"ONRECORD_THREADS": "0"}, {}),
        ({}, {"threads": -1}),
        ({}, {"workers": -1}),
        ({"ONRECORD_WORKERS": "few"}, {}),
        ({}, {"record": " "}),
    ],
)
def test_what_cannot_be_used_is_said(environment, options):
    with pytest.raises(SettingsError, match=r"found .*; expected .*; "):
        build_settings(environment, **options)


def test_settings_cannot_be_made_wrong():
    with pytest.raises(SettingsError):
        Settings(threads=0)
