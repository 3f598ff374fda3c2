"""Which files a command reads, and what is known of each besides its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.model.documents import DocumentFacts
from foedera.model.errors import FoederaError, UsageWrong
from foedera.model.time import Span

if TYPE_CHECKING:
    from foedera.documents import Manifest


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was not read, and why."""

    path: str
    error: FoederaError


@dataclass
class Inputs:
    """The files to read, in the order of their paths; failures are kept until the end.

    `left_out` counts what an extractor could not use of files that were read.
    """

    paths: list[Path]
    facts: DocumentFacts
    manifest: Manifest | None = None
    failures: list[Failure] = field(default_factory=list)
    left_out: int = 0

    def failed(self, path: Path, error: FoederaError) -> None:
        """Note that an input could not be used."""
        self.failures.append(Failure(str(path), error))

    def facts_of(self, path: Path) -> DocumentFacts:
        """What the options or the manifest say of a file."""
        if self.manifest is None:
            return self.facts
        return self.manifest.facts_for(path) or self.facts


def gather_inputs(
    paths: list[Path],
    *,
    date: str | None,
    title: str | None,
    publisher: str | None,
    url: str | None,
    manifest: Path | None,
) -> Inputs:
    """The inputs of a command. Raises UsageWrong or ManifestInvalid for what cannot be used."""
    facts = DocumentFacts(title=title, date=Span.parse(date) if date else None, publisher=publisher, url=url)
    files = _files(paths)
    told = facts != DocumentFacts()
    if told and len(files) != 1:
        raise UsageWrong(
            f"--date, --title, --publisher and --url speak of one file, and {len(files)} were given.",
            mend="Name one file, or put the facts in a CSV and give it with --manifest.",
        )
    if manifest is None:
        return Inputs(files, facts)
    from foedera.documents import read_manifest

    read = read_manifest(manifest)
    inputs = Inputs(files, facts, read)
    inputs.failures += [Failure(str(manifest), error) for error in read.errors]
    return inputs


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and those of known formats in the folders named; each once, in the order of their paths."""
    from foedera.documents import KNOWN_FORMATS

    found: dict[str, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = [
                each for each in sorted(path.rglob("*")) if each.is_file() and each.suffix.lower() in KNOWN_FORMATS
            ]
            if not inside:
                raise UsageWrong(
                    f"no file of a known format in the folder {path}.",
                    mend=f"Known formats: {', '.join(sorted(KNOWN_FORMATS))}.",
                )
            found |= {str(each): each for each in inside}
        else:
            found[str(path)] = path
    return [found[name] for name in sorted(found)]
