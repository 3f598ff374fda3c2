"""What can go wrong, named by what the caller can mend."""

from __future__ import annotations


class FoederaError(Exception):
    """The root of every error that Foedera raises on purpose.

    `what` says what went wrong, `where` names the place, `mend` says what would have been accepted.
    """

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """Where, what and how to mend, as one text for a person."""
        first = f"{self.where}: {self.what}" if self.where else self.what
        return f"{first}\n{self.mend}" if self.mend else first


class UsageWrong(FoederaError):
    """The command or call was put together wrongly (exit code 2)."""


class ClaimInvalid(FoederaError):
    """A claim breaks the grammar of claims."""


class DateInvalid(FoederaError):
    """A text cannot be read as EDTF (ISO 8601-2)."""


class DocumentUnreadable(FoederaError):
    """A file cannot be read as a document."""


class ExtractionFailed(FoederaError):
    """A document was read, but no claims could be extracted from it."""


class ExtractorUnavailable(FoederaError):
    """An extractor cannot be used here: a package, a model, a key or a server is missing."""


class ManifestInvalid(FoederaError):
    """A manifest has a row or a column that cannot be used."""


class NameUnknown(FoederaError):
    """Nothing in the record bears this name; `candidates` are the nearest names."""

    def __init__(self, name: str, candidates: tuple[str, ...] = (), *, what: str = "name") -> None:
        self.name = name
        self.candidates = candidates
        mend = f"Did you mean: {', '.join(candidates)}?" if candidates else ""
        super().__init__(f"no {what} is called “{name}” in this record.", mend=mend)


class InstrumentUnknown(NameUnknown):
    """The record has no instrument of this name."""

    def __init__(self, name: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(name, candidates, what="instrument")


class NameAmbiguous(FoederaError):
    """A name stands for more than one thing; `candidates` says which."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        self.name = name
        self.candidates = candidates
        super().__init__(
            f"“{name}” stands for more than one thing.",
            mend="Name one of them: " + "; ".join(candidates),
        )


class DecisionInvalid(FoederaError):
    """A decision about a claim or an entity makes no sense as it stands."""


class StoreUnavailable(FoederaError):
    """The record cannot be opened or written."""


class RecordDamaged(FoederaError):
    """What the record holds does not agree with itself."""
