"""Files in any common encoding are read, and what cannot be decoded is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.samples import read

LATIN = (
    "Die Flotten von Nordmoor übten im Mai – “größer” als je zuvor. Ändern wird sich für Eastmark einiges, heißt es. "
)
ENCODED = {
    "UTF-8": ("naïve “Pact”", "utf-8"),
    "UTF-8 with its mark": ("naïve “Pact”", "utf-8-sig"),
    "UTF-16 with its mark": ("naïve “Pact”", "utf-16"),
    "UTF-16 without": ("The Pact holds in the Sunder Sea.", "utf-16-le"),
    "Windows": (LATIN * 4, "cp1252"),
    "Japanese": ("北の国と東の国は、安全保障と防衛に関する協定に署名した。両国は毎年対話を行う。" * 4, "shift_jis"),
    "Korean": ("두 나라는 안보 및 방위 동반자 관계를 체결하였다. 양측은 매년 대화를 개최한다. " * 4, "euc_kr"),
    "Chinese": ("两国签署了安全与防务伙伴关系协定，双方每年举行一次对话。海军将在六月举行联合演习。" * 4, "gb18030"),
    "Central European": ("Ministři obrany obou zemí podepsali dohodu o spolupráci. Příští cvičení začne v květnu, řekl mluvčí. " * 4, "cp1250"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENCODED)
def test_an_encoding_is_found(tmp_path: Path, name: str) -> None:
    """A file need not say in which encoding it is."""
    text, encoding = ENCODED[name]

    assert read(tmp_path, text.encode(encoding)).text == text


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    """A page that declares its encoding is read in it."""
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Ministři a země.</p></body></html>'

    assert read(tmp_path, page.encode("iso-8859-2"), "a.html").text == "Ministři a země."


def test_damaged_bytes_are_named_with_their_place(tmp_path: Path) -> None:
    """One bad byte in a UTF-8 text does not turn the rest into another encoding."""
    document = read(tmp_path, "“Northmoor” – “Eastmark” – ".encode() + b"\xff" + " “Pact”".encode())

    assert document.text == "“Northmoor” – “Eastmark” – \ufffd “Pact”"
    assert [(one.where, one.reason) for one in document.skipped] == [("character 27", "bytes that are no UTF-8")]


def test_line_ends_and_control_characters_are_settled_once(tmp_path: Path) -> None:
    """Line ends of every system are line feeds; characters that nobody sees on paper are gone; the rest stays."""
    document = read(tmp_path, "North\r\nEast\rWest\x07  Sunder\u00a0Sea".encode())

    assert document.text == "North\nEast\nWest  Sunder\u00a0Sea"
