"""Coming in: see also test_guard.py for the token."""

from __future__ import annotations

import pytest
from web_clients import form_key

from onrecord.views.web.pages.entry import local


def test_a_person_gives_their_name_once(browser):
    answer = browser.post("/name", data={"name": " Ada  Ö. ", "form_key": form_key(browser)}, follow_redirects=False)
    assert answer.status_code == 303
    assert "You judge as <bdi>Ada Ö.</bdi>" in browser.get("/").text


def test_who_leaves_has_to_give_the_token_again(guarded):
    from web_clients import TOKEN

    guarded.post("/login", data={"token": TOKEN})
    guarded.post("/logout", data={"form_key": form_key(guarded)})
    assert guarded.get("/articles", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("address", ["/", "/articles?page=2"])
def test_addresses_of_ours_are_followed(address):
    assert local(address) == address


@pytest.mark.parametrize("address", ["", "//x", "/\\x", "http://x", "javascript:x", "/a\r\nSet-Cookie: b"])
def test_addresses_of_others_are_not(address):
    assert local(address) == "/"
