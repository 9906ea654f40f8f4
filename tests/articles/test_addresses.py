from __future__ import annotations

import ipaddress

import pytest

from onrecord.articles.addresses import is_public_web, resolve


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_public_addresses_may_be_asked_on_web_ports_only(address: str) -> None:
    assert is_public_web(ipaddress.ip_address(address), 443)
    assert is_public_web(ipaddress.ip_address(address), 80)
    assert not is_public_web(ipaddress.ip_address(address), 22)
    assert not is_public_web(ipaddress.ip_address(address), 8080)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",  # Teredo around 127.0.0.1
    ],
)  # fmt: skip
def test_private_and_special_addresses_may_not_however_they_are_wrapped(address: str) -> None:
    assert not is_public_web(ipaddress.ip_address(address), 80)


def test_a_number_in_place_of_a_name_is_that_address() -> None:
    assert list(resolve("127.0.0.1", 80)) == [ipaddress.ip_address("127.0.0.1")]
