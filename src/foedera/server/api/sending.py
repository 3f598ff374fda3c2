"""A file that a program sends: handed in at the desk that the pages use, and waited for."""

from __future__ import annotations

import time
from typing import BinaryIO

from foedera.model.documents import Marking
from foedera.model.errors import DocumentUnreadable, UsageWrong
from foedera.model.time import Span
from foedera.server.uploads import Stage, Upload, UploadDesk

_PAUSE = 0.1  # seconds between two looks at how far the reading has come


def checked_facts(facts: dict[str, str]) -> dict[str, str]:
    """What is told of a file, as far as it is told. Raises DateInvalid, UsageWrong for what cannot be meant."""
    told = {name: " ".join(word.split()) for name, word in facts.items() if word.strip()}
    markings = [each.value for each in Marking]
    if told.get("marking", markings[0]) not in markings:
        raise UsageWrong(f"marking does not take “{told['marking'][:40]}”.", mend=f"It takes: {', '.join(markings)}.")
    if not told.get("url", "https://").startswith(("http://", "https://")):
        raise UsageWrong(f"url does not take “{told['url'][:100]}”.", mend="It takes an address: https://….")
    if "date" in told:
        Span.parse(told["date"])
    return told


def read_sent(desk: UploadDesk, name: str, content: BinaryIO, facts: dict[str, str]) -> Upload:
    """Have a file read into the record, and come back when that is done. Raises DocumentUnreadable."""
    upload = desk.hand_in(name, content, facts)
    while not upload.is_over:
        time.sleep(_PAUSE)
        upload = desk.spool.get(upload.id) or upload
    if upload.stage is Stage.FAILED:
        raise DocumentUnreadable(upload.what, where=upload.name, mend=upload.mend)
    return upload
