"""Asking a language model, and what comes of answers good and broken."""

from __future__ import annotations

import pytest

pytest.importorskip("langextract", reason="the extra foedera[llm] is not installed")

from tests.claims.llm.server import Played, failing, playing, told

from foedera.claims.llm.extractor import LlmExtractor
from foedera.claims.llm.options import LlmOptions
from foedera.documents import document_from_text
from foedera.model import DocumentFacts, Marking
from foedera.model.errors import ExtractorUnavailable

SENTENCE = "Japan and France signed an Agreement on the Security of Information on 24 October 2011."
SIGNED = {
    "kind": "instrument_event",
    "quote": "Japan and France signed an Agreement on the Security of Information on 24 October 2011",
    "instrument": "Agreement on the Security of Information",
    "event": "signed",
    "party": ["Japan", "France"],
    "when": "2011-10-24",
}
EXERCISE = {
    "kind": "activity",
    "quote": "The navies of Japan and France held a joint exercise in 2012",
    "type": "exercise",
    "participant": ["Japan", "France"],
    "when": "2012",
}
TWO = f"{SENTENCE}\n\n{EXERCISE['quote']}."


def read(server, text=SENTENCE, *, pauses=None, facts=None, **options):
    """What the extractor makes of a text when this server answers."""
    chosen = LlmOptions("played", url=server.url, **options)
    sleep = pauses.append if pauses is not None else lambda seconds: None
    return LlmExtractor(chosen, sleep=sleep).read(document_from_text(text, facts=facts))


def test_a_good_answer_becomes_claims():
    """What the model tells and the text holds is a claim like any other, signed by extractor and model."""
    with playing(told(SIGNED)) as server:
        found = read(server)

    assert (found.skipped, found.complete) == ((), True)
    assert [(claim.kind.value, claim.when.edtf, claim.extractor) for claim in found.claims] == [
        ("instrument_event", "2011-10-24", "llm/1+played")
    ]


def test_the_prompt_tells_the_grammar_and_the_passage():
    """Every kind, the date of the document and the passage itself are in what is sent, and the temperature is 0."""
    from foedera.model import Span

    with playing(told()) as server:
        read(server, facts=DocumentFacts(date=Span.parse("2011-10-25")))
    prompt = server.asked[0]["messages"][-1]["content"]

    assert all(word in prompt for word in ["instrument_event", "affiliation", "2011-10-25", SENTENCE])
    assert server.asked[0]["temperature"] == 0


@pytest.mark.parametrize(
    "fenced", ["```json\n{}\n```", "<think>Let me see.</think>{}"], ids=["in a fence", "after thinking"]
)
def test_an_answer_may_be_wrapped(fenced):
    """Models like to wrap their JSON."""
    with playing(Played(fenced.replace("{}", told(SIGNED).text))) as server:
        assert len(read(server).claims) == 1


def test_what_is_not_in_the_text_is_dropped_and_listed():
    """A quote that the model made up makes no claim, and one may read that it was dropped."""
    with playing(told(SIGNED, SIGNED | {"quote": "Japan and France declared war"})) as server:
        found = read(server)

    assert len(found.claims) == 1
    assert ["quote does not stand" in each.reason for each in found.skipped] == [True]


BROKEN = {
    "no JSON": (Played("Here are the claims you asked for!"), "no JSON"),
    "JSON of another form": (Played('{"claims": 3}'), "no JSON"),
    "a refusal": (Played(None, refusal="I cannot help with that."), "refused"),
    "a refusal in words": (Played("I'm sorry, but I can't assist with that."), "I'm sorry"),
    "nothing": (Played(""), "nothing to say"),
    "an answer cut off": (Played(told(SIGNED).text[:60]), "cut off"),
    "a request not accepted": (failing(400), "HTTP 400"),
}


@pytest.mark.parametrize(("answer", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_answer_is_named_and_the_reading_is_not_complete(answer, reason):
    """The passage that got no usable answer is listed with its place and the reason."""
    with playing(answer) as server:
        found = read(server, attempts=2)

    assert (found.claims, found.complete) == ((), False)
    assert [each.where for each in found.skipped] == [f"characters 0-{len(SENTENCE)}"]
    assert reason in found.skipped[0].reason


def test_one_passage_fails_and_the_rest_goes_on():
    """Each passage stands for itself: what was read of the others is kept."""
    with playing(Played("Sorry?"), told(EXERCISE)) as server:
        found = read(server, TWO, attempts=1, passage=100)

    assert [claim.kind.value for claim in found.claims] == ["activity"]
    assert len(found.skipped) == 1
    assert not found.complete


def test_an_answer_cut_off_is_asked_for_in_halves():
    """A passage with more claims than the model's answer can hold is asked for again, in two parts."""
    with playing(Played(told(SIGNED, EXERCISE).text[:300]), told(SIGNED), told(EXERCISE)) as server:
        found = read(server, TWO)

    assert [claim.kind.value for claim in found.claims] == ["instrument_event", "activity"]
    assert (found.skipped, found.complete) == ((), True)


@pytest.mark.parametrize(
    "trouble", [[failing(429)] * 3, [failing(500)] * 3, [Played("Well …")]], ids=["429", "500", "talk"]
)
def test_what_may_pass_is_asked_for_again(trouble):
    """Too many requests, a server in trouble, an answer in prose: after a pause the model is asked again."""
    pauses = []
    with playing(*trouble, told(SIGNED)) as server:
        found = read(server, pauses=pauses)

    assert (len(found.claims), found.skipped) == (1, ())
    assert pauses == [1.0]


def test_the_pauses_grow_and_end():
    """A server that never recovers is asked a bounded number of times, and said to be too busy."""
    pauses = []
    with playing(Played("Hm."), Played("Hm."), Played("Hm."), told(SIGNED)) as server:
        found = read(server, pauses=pauses, attempts=3)

    assert (pauses, len(server.asked)) == ([1.0, 2.0], 3)
    assert not found.complete


def test_a_slow_model_is_not_waited_for():
    """An answer that takes longer than is allowed counts as none."""
    with playing(Played("", silence=5.0)) as server:
        found = read(server, timeout=0.3, attempts=1)

    assert "no answer in time" in found.skipped[0].reason


@pytest.mark.parametrize(("status", "mend"), [(401, "key"), (403, "key"), (404, "--model")])
def test_what_no_patience_mends_stops_the_reading(status, mend):
    """A wrong key or an unknown model concerns every passage: it is said once, with what to do."""
    with playing(failing(status)) as server, pytest.raises(ExtractorUnavailable) as caught:
        read(server)

    assert mend in caught.value.mend


def test_a_server_that_is_not_there_is_named():
    """Nobody answers at the address: the error says which, and how an address looks."""
    options = LlmOptions("played", url="http://127.0.0.1:9/v1", attempts=1)
    with pytest.raises(ExtractorUnavailable, match=r"127\.0\.0\.1:9"):
        LlmExtractor(options).read(document_from_text(SENTENCE))


def test_a_model_that_nobody_knows_is_named(monkeypatch):
    """Without an address the name must tell the provider."""
    with pytest.raises(ExtractorUnavailable, match="northmoor-7b"):
        LlmExtractor(LlmOptions("northmoor-7b")).read(document_from_text(SENTENCE))


def test_only_the_key_of_the_server_is_sent_to_it(monkeypatch):
    """A provider's key stays here; a server of one's own gets the key that is meant for it, or none."""
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    with playing(told()) as server:
        read(server)
        monkeypatch.setenv("FOEDERA_LLM_KEY", "house-key")
        read(server)

    assert server.keys == ["Bearer none", "Bearer house-key"]


def test_a_document_about_other_things_is_not_sent():
    """What the rules would not read is not sent anywhere either."""
    with playing(told()) as server:
        found = read(server, "The harbour fair drew ten thousand visitors. Ice cream sold out.")

    assert (found.claims, found.skipped, server.asked) == ((), (), [])


def test_a_marked_document_stays_on_the_machine():
    """What must not travel is not sent to a model elsewhere, and that is said."""
    facts = DocumentFacts(marking=Marking.AMBER)
    abroad = LlmExtractor(LlmOptions("gpt-test"), ask=lambda prompt: pytest.fail("it was sent"))
    found = abroad.read(document_from_text(SENTENCE, facts=facts))

    assert "TLP:AMBER" in found.skipped[0].reason
    with playing(told(SIGNED)) as server:
        assert read(server, facts=facts).claims
