"""`foedera extract --extractor llm`: a language model asked from the command line."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("langextract", reason="the extra foedera[llm] is not installed")

from tests.claims.llm.server import failing, playing, told

EXPLORED = {
    "kind": "commitment",
    "quote": "Japan and France will explore joint naval exercises",
    "party": ["Japan", "France"],
    "undertaking": "joint naval exercises",
    "strength": "explores",
}


def asked(server, *more):
    """The options that ask this server."""
    return "--extractor", "llm", "--model", "played", "--llm-url", server.url, *more


def test_claims_of_a_model_leave_like_any_others(foedera, papers):
    """The same line of JSON, signed by the model."""
    with playing(told(EXPLORED)) as server:
        ran = foedera("extract", papers / "note.md", *asked(server, "-f", "jsonl"))
    (line,) = [json.loads(line) for line in ran.out.splitlines()]

    assert (ran.code, line["kind"], line["extractor"]) == (0, "commitment", "llm/1+played")


def test_what_was_left_out_is_named_and_the_exit_code_says_so(foedera, papers):
    """A claim whose quote is not in the text is dropped, named on standard error, and the exit code is 1."""
    with playing(told(EXPLORED, EXPLORED | {"quote": "Japan will attack"})) as server:
        ran = foedera("extract", papers / "note.md", *asked(server, "-f", "jsonl"))

    assert (ran.code, len(ran.out.splitlines())) == (1, 1)
    assert "“Japan will attack”: claim dropped: its quote does not stand in the text." in ran.err
    assert "Left out of what was read: 1" in ran.err


def test_rules_and_model_together(foedera, papers):
    """What both find is one claim, surer than either alone."""
    rules = foedera("extract", papers / "note.md", "-f", "jsonl").out.splitlines()
    with playing(told(EXPLORED)) as server:
        ran = foedera("extract", papers / "note.md", *asked(server, "-f", "jsonl"), "--extractor", "rules+llm")
    (both,) = [json.loads(line) for line in ran.out.splitlines()]

    assert len(rules) == 1
    assert both["confidence"] > max(json.loads(rules[0])["confidence"], 0.6)
    assert both["extractor"].endswith(" & llm/1+played")


def test_a_reading_in_part_is_taken_up_again(foedera, papers, tmp_path):
    """The record does not take a document for read when the model was too busy for some passage of it."""
    record = tmp_path / "record.sqlite"
    with playing(failing(400), told(EXPLORED)) as server:
        first = foedera("read", papers / "note.md", "--empty", "--record", record, *asked(server))
        second = foedera("read", papers / "note.md", "--record", record, *asked(server))
        third = foedera("read", papers / "note.md", "--record", record, *asked(server))

    assert (first.code, "0 claims entered" in first.err) == (1, True)
    assert (second.code, "1 read again" in second.err, "1 claims entered" in second.err) == (0, True, True)
    assert (third.code, "1 known already" in third.err) == (0, True)


WRONG = {
    "no model": (["--extractor", "llm"], "--model"),
    "a model nobody asks": (["--model", "gpt-4o"], "--extractor"),
    "no address": (["--extractor", "llm", "--model", "m", "--llm-url", "localhost:8000"], "http://127.0.0.1:8000/v1"),
    "nobody there": (["--extractor", "llm", "--model", "m", "--llm-url", "http://127.0.0.1:9/v1"], "--llm-url"),
    "an unknown model": (["--extractor", "llm", "--model", "northmoor-7b"], "--llm-url"),
}


@pytest.mark.parametrize(("options", "mend"), WRONG.values(), ids=WRONG)
def test_wrong_use_says_how_it_is_mended(foedera, papers, options, mend, monkeypatch):
    """Options that do not go together, or a model that cannot be asked."""
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    ran = foedera("extract", papers / "note.md", *options)

    assert ran.code == 2
    assert mend in ran.err
