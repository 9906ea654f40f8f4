"""Listening: one process, one port, until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from onrecord.errors import SettingsError

WAITING = 128


def listen(app: FastAPI, host: str, port: int, say_address: Callable[[str], None]) -> None:
    """Serve until Ctrl-C. Raises SettingsError if the address cannot be taken."""
    bound = _bind(host.strip("[]"), port)
    named = f"[{host}]" if ":" in host and not host.startswith("[") else host
    say_address(f"http://{named}:{bound.getsockname()[1]}/")
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="on")
    uvicorn.Server(config).run(sockets=[bound])


def _bind(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, protocol)
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind(address)
            bound.listen(WAITING)
        except OSError:
            bound.close()
            raise
    except OSError as error:
        raise SettingsError(
            f"--host {host} --port {port}: found that the address cannot be taken ({error.strerror or error}); "
            "expected a free port of this machine; choose another with --port"
        ) from error
    return bound
