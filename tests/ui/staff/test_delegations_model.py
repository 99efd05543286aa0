"""Delegations as staff see them: all of them, and one that is opened and let in."""

import pytest


@pytest.fixture
def delegations(on_duty, bridge):
    on_duty.open("delegations")
    bridge.answer()
    return on_duty.delegations


def test_arrived_of_expected(delegations):
    assert (delegations.state, delegations.rows.total) == ("ready", 3)
    assert (delegations.arrived, delegations.total) == (2, 28 + 22 + 16)
    assert (delegations.rows.value(0, "arrived"), delegations.rows.value(0, "expected")) == (2, 28)


def test_one_is_opened_and_let_in_by_who_is_signed_in(delegations, bridge, kiosk):
    delegations.open("7")
    bridge.answer()
    assert delegations.opened
    delegations.one.toggle("1005")
    delegations.one.let_in()
    bridge.answer()
    assert kiosk.calls.of("arrive") == [(7, frozenset({1005}), "s1")]
    assert delegations.one.refused.value(0, "why") == "未审核"
    delegations.close()
    bridge.answer()
    assert not delegations.opened
    assert delegations.rows.value(0, "arrived") == 2 + 24
    assert delegations.one.name == ""


def test_there_may_be_none(delegations, bridge, kiosk):
    kiosk.delegations.count = 0
    delegations.refresh()
    bridge.answer()
    assert delegations.state == "none"
    delegations.open("7")  # gone meanwhile
    bridge.answer()
    assert not delegations.opened


def test_what_could_not_be_read_is_said(delegations, bridge, kiosk):
    kiosk.fail("delegations")
    delegations.refresh()
    bridge.answer()
    assert delegations.state == "failed"
    kiosk.mend()
    delegations.retry()
    bridge.answer()
    assert delegations.state == "ready"


def test_signing_out_closes_the_list(on_duty, delegations, bridge):
    delegations.open("7")
    bridge.answer()
    on_duty.sign_out()
    assert not delegations.opened
    assert (delegations.one.name, delegations.one.members.total) == ("", 0)
