"""A manifest says what files do not; each cell that cannot be read is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.documents import read_manifest
from foedera.model.documents import Marking
from foedera.model.errors import ManifestInvalid


def _manifest(folder: Path, content: str) -> Path:
    path = folder / "manifest.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_row_gives_the_facts_of_a_file(tmp_path: Path) -> None:
    """Every column is a fact; an empty cell says nothing."""
    path = _manifest(
        tmp_path,
        "path,title,date,publisher,url,language,marking\n"
        "pact.txt,The Pact,2018-07-17,Pact Secretariat,https://pact.example/1,en,TLP:GREEN\n"
        "other.txt,,2019,,,,\n",
    )

    manifest = read_manifest(path)
    facts, other = manifest.facts_for("pact.txt"), manifest.facts_for("other.txt")

    assert facts is not None and other is not None
    assert (facts.title, str(facts.date), facts.publisher) == ("The Pact", "2018-07-17", "Pact Secretariat")
    assert (facts.url, facts.language, facts.marking) == ("https://pact.example/1", "en", Marking.GREEN)
    assert (other.title, str(other.date), other.marking) == (None, "2019", None)
    assert manifest.errors == ()


def test_a_file_is_found_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row names a file as given, seen from the working folder, or seen from the manifest's folder."""
    (tmp_path / "texts").mkdir()
    path = _manifest(tmp_path / "texts", "path,title\none.txt,One\ntexts/two.txt,Two\n")
    monkeypatch.chdir(tmp_path)

    manifest = read_manifest(path.relative_to(tmp_path))
    titles = {
        name: facts.title if (facts := manifest.facts_for(name)) else None
        for name in ("texts/one.txt", "./texts/two.txt", str(tmp_path / "texts/one.txt"), "three.txt")
    }

    assert titles == {
        "texts/one.txt": "One",
        "./texts/two.txt": "Two",
        str(tmp_path / "texts/one.txt"): "One",
        "three.txt": None,
    }


WRONG = {
    "a date that is none": ("path,date\na.txt,1 Feb 2019\n", "row 2", "“date”: cannot read “1 Feb 2019” as a date."),
    "a marking that is none": ("path,marking\na.txt,SECRET\n", "row 2", "“marking”: “SECRET” is no marking."),
    "a row without a path": ("path,title\na.txt,A\n,B\n", "row 3", "“path” is empty; the row is not read."),
    "the same file twice": ("path,title\na.txt,A\na.txt,B\n", "row 3", "“path”: “a.txt” has a row already"),
    "an unknown column": ("path,datum\na.txt,2019\n", "row 1", "unknown column “datum”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_named_and_the_rest_counts(tmp_path: Path, name: str) -> None:
    """An error names row, column, value and mend; the row's other cells and the other rows are kept."""
    content, where, what = WRONG[name]

    manifest = read_manifest(_manifest(tmp_path, content))

    (error,) = manifest.errors
    assert error.where.endswith(where)
    assert what in error.what
    assert error.mend
    assert manifest.facts_for("a.txt") is not None


def test_a_manifest_without_paths_is_refused(tmp_path: Path) -> None:
    """Without a column of paths there is nothing that a manifest could say."""
    with pytest.raises(ManifestInvalid, match="no column “path”"):
        read_manifest(_manifest(tmp_path, "file,date\na.txt,2019\n"))
    with pytest.raises(ManifestInvalid, match="cannot be read"):
        read_manifest(tmp_path / "absent.csv")


def test_a_manifest_from_a_spreadsheet_is_read(tmp_path: Path) -> None:
    """Spreadsheets write a byte order mark, and semicolons in many countries."""
    manifest = read_manifest(_manifest(tmp_path, "\ufeffpath;title\na.txt;The Pact, in short\n"))

    facts = manifest.facts_for("a.txt")
    assert facts is not None and facts.title == "The Pact, in short"
