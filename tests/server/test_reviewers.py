"""Who signs a decision."""

from __future__ import annotations

import pytest
from fastapi import Response

from foedera.model.errors import UsageWrong
from foedera.server.reviewers import remember_reviewer


def test_a_name_is_kept_in_the_browser_and_sent_to_nobody_else():
    response = Response()
    remember_reviewer(response, "  Ana   Örn ")

    cookie = response.headers["set-cookie"]
    assert cookie.startswith("foedera_who=Ana%20%C3%96rn;")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize("typed", ["", "   ", "x" * 81, "a\x1bb"])
def test_what_is_no_name_is_refused(typed: str):
    with pytest.raises(UsageWrong):
        remember_reviewer(Response(), typed)
