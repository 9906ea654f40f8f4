"""Listening on an address of this machine."""

from __future__ import annotations

import socket

import pytest

from onrecord.errors import SettingsError
from onrecord.views.web.listening import listen


def test_a_port_that_is_taken_is_named_with_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"--port {port}.*choose another"):
            listen(None, "127.0.0.1", port, print)


def test_an_address_of_another_machine_cannot_be_taken():
    with pytest.raises(SettingsError, match="cannot be taken"):
        listen(None, "192.0.2.1", 0, print)
