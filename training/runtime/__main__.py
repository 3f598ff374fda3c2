"""`python -m runtime DIR > claims.jsonl`: the claims of every text of a gold folder, told each text's own date."""

import json
import pathlib
import sys

from .extractor import extract_all

folder = pathlib.Path(sys.argv[1])
documents = [
    (path.stem, path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8")).get("date", ""))
    for path in sorted(folder.glob("*.txt"))
    if len(sys.argv) < 3 or path.stem in sys.argv[2:]
]
for claim in extract_all(documents):
    print(json.dumps(claim, ensure_ascii=False))
