"""What a program may import from `foedera`: one sorted list, and importing it does no work."""

import subprocess
import sys

import foedera


def test_every_public_name_can_be_had():
    """Each name of the list is there, and the list names all that can be had."""
    assert all(getattr(foedera, name) is not None for name in foedera.__all__)
    assert set(foedera.__all__) == set(foedera._PLACE_OF)


def test_importing_does_no_work():
    """`import foedera` loads none of its rooms."""
    check = "import sys, foedera; sys.exit(', '.join(name for name in sys.modules if name.startswith('foedera.')) or 0)"

    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=False).returncode == 0


def test_the_verbs_work_together(tmp_path):
    """Read a text, extract its claims, enter them, ask for a status: the main job in Python."""
    from datetime import date

    from foedera import DocumentFacts, Span, answer_status, document_from_text, extract_claims, open_record

    text = "Japan and France signed an Agreement on the Security of Information on 24 October 2011."
    document = document_from_text(text, facts=DocumentFacts(date=Span.parse("2011-10-24")))
    claims = extract_claims(document)
    with open_record(tmp_path / "record.sqlite") as record:
        record.enter_document(document, claims, run=record.begin_run("rules/1"))
        answer = answer_status(record, "eu-jpn-epa", on=date(2018, 12, 1))

    assert [claim.kind.value for claim in claims] == ["instrument_event"]
    assert answer.status.value == "signed"
