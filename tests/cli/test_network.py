"""`foedera network`: ties as a table."""

import json


def test_two_signatories_are_tied_to_their_agreement(foedera, tmp_path):
    """Who signed is tied to what was signed, with how often and when; the lightest ties are left out by name."""
    paper = tmp_path / "paper.txt"
    paper.write_text("Japan and France signed an Agreement on the Security of Information on 24 October 2011.", "utf-8")
    record = tmp_path / "record.sqlite"
    assert foedera("read", paper, "--record", record, "--empty").code == 0

    ran = foedera("network", "--actor", "Japan", "--record", record, "-f", "json")

    tied = {frozenset((row["one"], row["other"])) for row in json.loads(ran.out)}
    assert any("Japan" in pair for pair in tied)
    assert all(row["first"] == "2011-10-24" for row in json.loads(ran.out))
    one = foedera("network", "--limit", "1", "--record", record)
    assert "1 of " in one.err or len(tied) == 1


def test_an_actor_that_nobody_knows_is_named(foedera, tmp_path):
    """As everywhere, the nearest names are offered."""
    record = tmp_path / "record.sqlite"
    (tmp_path / "paper.txt").write_text("Japan and France signed an agreement.", "utf-8")
    assert foedera("read", tmp_path / "paper.txt", "--record", record).code == 0

    ran = foedera("network", "--actor", "Japam", "--record", record)

    assert ran.code == 2
    assert "Japan" in ran.err
