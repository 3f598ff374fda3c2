"""Names alone: our names, dates and recogniser against spaCy's small pipeline, on the same files in the same run.

    python benchmarks/names.py [--shared ../shared] [--misses] [--spurious]

The texts and their annotated entities are dstl's re3d (official British and American texts). What is compared, and how, is
said in benchmarks/README.md, "Names alone".
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDERS = ("uk-gov", "us-state")

ORGANISATION, LOCATION, PERSON, PLATFORM, DATE = "organisation", "location", "person", "platform", "date"
TYPES = (ORGANISATION, LOCATION, PERSON, PLATFORM, DATE)
# What the annotators' types are here; types that are not named mentions of ours are left out on both sides.
GOLD = {
    "Organisation": ORGANISATION,
    "Location": LOCATION,
    "Person": PERSON,
    "MilitaryPlatform": PLATFORM,
    "Temporal": DATE,
}
# A state is annotated as organisation or as location, as the sentence has it: either is right for a state.
STATE = (LOCATION, ORGANISATION)
SPACY = {
    "ORG": (ORGANISATION,),
    "GPE": STATE,
    "LOC": (LOCATION,),
    "FAC": (LOCATION,),
    "PERSON": (PERSON,),
    "PRODUCT": (PLATFORM,),
    "DATE": (DATE,),
}
OURS = {
    "state": STATE,
    "bloc": (ORGANISATION,),
    "institution": (ORGANISATION,),
    "agency": (ORGANISATION,),
    "force": (ORGANISATION,),
    "unit": (ORGANISATION,),
    "operation": (ORGANISATION,),
    "programme": (ORGANISATION,),  # funds above all
    "company": (ORGANISATION,),
    "centre": (ORGANISATION,),
    "person": (PERSON,),
    "place": (LOCATION,),
    "vessel": (PLATFORM,),
    "equipment": (PLATFORM,),
}

# The files do not say when they were published; without any date, "on 25 June" is no day. Which one is told changes no span.
TOLD = "2016-07-01"

_SMALL = frozenset("a al an and at bin d de del di du e for in of on the to van von y".split())
_PRONOUNS = frozenset(
    "he her hers him his i it its me my our ours she that their them these they this those us we who you your".split()
)
_CALENDAR = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:jan|febr)uary\b|\b(?:march|april|may|june|july|august|october)\b|\b(?:sept|nov|dec)ember\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an|since|from|until|by)\s+", re.IGNORECASE)
_OWNING = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Named:
    """A named mention: its characters without article, preposition and owner's s, and the types that are right for it."""

    start: int
    end: int
    types: tuple[str, ...]
    text: str


def named(text: str, start: int, end: int, types: tuple[str, ...]) -> Named | None:
    """The mention, trimmed; None where it names nothing: a noun like any other in it, or no day, month or year."""
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    owning = _OWNING.search(text[start:end])
    end -= len(owning.group()) if owning else 0
    if types == (DATE,):
        return Named(start, end, types, text[start:end]) if _CALENDAR.search(text[start:end]) else None
    if not _is_name(text[start:end]):
        return None
    return Named(start, end, types, text[start:end])


def _is_name(words: str) -> bool:
    """Whether words name something: a capital at the head of each but the small ones, and more than a pronoun."""
    large = [word for word in re.findall(r"[^\W_][\w.’'&-]*", words) if word not in _SMALL]
    return bool(large) and all(not word[0].islower() for word in large) and large[0].lower() not in _PRONOUNS


def annotated(text: str, entities: Iterable[dict[str, object]]) -> list[list[Named]]:
    """What the annotators named: overlapping mentions of one type are ways of writing one name, any of them is right."""
    found: dict[Named, None] = {}
    for entity in entities:
        type = GOLD.get(str(entity["type"]))
        mention = type and named(text, int(str(entity["begin"])), int(str(entity["end"])), (type,))
        if mention:
            found[mention] = None
    names: list[list[Named]] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        same = next((name for name in names if any(_is_one(mention, each) for each in name)), None)
        if same is None:
            names.append([mention])
        else:
            same.append(mention)
    return names


def not_compared(text: str, entities: Iterable[dict[str, object]]) -> list[tuple[int, int]]:
    """The places of annotations of other types, and of those that name nothing."""
    places = [(str(each["type"]), int(str(each["begin"])), int(str(each["end"]))) for each in entities]
    return [
        (start, end) for type, start, end in places if type not in GOLD or not named(text, start, end, (GOLD[type],))
    ]


def _is_one(one: Named, other: Named) -> bool:
    same_place = (one.start, one.end) == (other.start, other.end)
    return same_place or (one.types == other.types and one.start < other.end and other.start < one.end)


def by_foedera(texts: list[str]) -> Iterator[list[Named]]:
    """What Foedera names: the steps that extraction takes, on every sentence."""
    from foedera.claims.mentions import Mention
    from foedera.claims.reading import read_places
    from foedera.claims.sentences import cut_sentences, reading_text
    from foedera.documents import document_from_text
    from foedera.model import DocumentFacts, Span
    from foedera.names import load_lexicon

    def mapped(mention: Mention) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """The mention and those inside it that are of another type: a state in the name of its ministry."""
        if mention.generic or (mention.form.value == "demonym"):
            return
        types = OURS.get(mention.kind.value)
        if types:
            yield mention.start, mention.end, types
        for inner in mention.inner:
            if OURS.get(inner.kind.value) != types:
                yield from mapped(inner)

    for text in texts:
        document = document_from_text(text, facts=DocumentFacts(date=Span.parse(TOLD)))
        plain = reading_text(document)
        reading = read_places(document, plain, cut_sentences(document, plain), load_lexicon())
        places = [place for mention in reading.mentions for place in mapped(mention)]
        places += [(date.start, date.end, (DATE,)) for sentence in reading.sentences for date in sentence.dates]
        yield _all_named(document.text, places)


def by_spacy(texts: list[str]) -> Iterator[list[Named]]:
    """What spaCy's small pipeline names."""
    import spacy

    from foedera.claims.parsing import DEFAULT_PIPELINE

    for parsed in spacy.load(DEFAULT_PIPELINE).pipe(texts):
        yield _all_named(
            parsed.text,
            [(e.start_char, e.end_char, SPACY[e.label_]) for e in parsed.ents if e.label_ in SPACY],
        )


def _all_named(text: str, places: Iterable[tuple[int, int, tuple[str, ...]]]) -> list[Named]:
    return [mention for place in sorted(places) if (mention := named(text, *place))]


@dataclass
class Count:
    """How many of the annotated names were found, and how many of those given are right."""

    right: int = 0
    given: int = 0
    annotated: int = 0

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.annotated if self.annotated else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if self.right else 0.0


def compare(
    names: list[list[Named]], given: list[Named], neutral: list[tuple[int, int]], *, exact: bool
) -> tuple[dict[str, Count], list[Named], list[Named]]:
    """Counts by type and in all, what was missed, and what is spurious. Each name is found once, by the first that fits.

    What overlaps a mention that is not compared ("Syrian", a nationality; "the people of Iraq", no name) and fits none
    that is, is neither right nor wrong.
    """
    counts: dict[str, Count] = collections.defaultdict(Count)
    left = list(names)
    spurious = []
    for mention in given:
        fitting = next((name for name in left if any(_fits(mention, each, True) for each in name)), None)
        if fitting is None and not exact:
            fitting = next((name for name in left if any(_fits(mention, each, False) for each in name)), None)
        if fitting is None:
            if any(mention.start < end and start < mention.end for start, end in neutral) or any(
                _fits(mention, each, exact) for n in names for each in n
            ):
                continue  # not compared, or a second word for a name that is found already
            spurious.append(mention)
            counts[mention.types[0]].given += 1
        else:
            left.remove(fitting)
            type = next(each.types[0] for each in fitting if _fits(mention, each, exact))
            counts[type].right += 1
            counts[type].given += 1
            counts[type].annotated += 1
    for name in left:
        counts[name[0].types[0]].annotated += 1
    return counts, [name[0] for name in left], spurious


def _fits(given: Named, gold: Named, exact: bool) -> bool:
    if gold.types[0] not in given.types:
        return False
    if exact:
        return (given.start, given.end) == (gold.start, gold.end)
    return given.start < gold.end and gold.start < given.end


def load(shared: Path) -> list[tuple[str, list[dict[str, object]]]]:
    """The texts with their annotations."""
    found = []
    for folder in FOLDERS:
        place = shared / "data" / "re3d" / folder
        texts = [
            json.loads(line) for line in (place / "documents.json").read_text("utf-8").splitlines() if line.strip()
        ]
        entities = [
            json.loads(line) for line in (place / "entities.json").read_text("utf-8").splitlines() if line.strip()
        ]
        for text in texts:
            found.append((text["text"], [each for each in entities if each["documentId"] == text["_id"]]))
    return found


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--misses", action="store_true", help="what Foedera misses, exactly")
    parser.add_argument("--spurious", action="store_true", help="what Foedera names and nobody annotated")
    given = parser.parse_args()
    if not (given.shared / "data" / "re3d").exists():
        print(f"names: skipped, there is no {given.shared}/data/re3d with the texts to measure on.")
        return 0
    corpus = load(given.shared)
    texts = [text for text, _ in corpus]
    gold = [annotated(text, entities) for text, entities in corpus]
    neutral = [
        [(int(str(e["begin"])), int(str(e["end"]))) for e in entities if e["type"] not in GOLD]
        for _, entities in corpus
    ]
    f1: dict[tuple[str, bool], float] = {}
    for system, work in (("foedera", by_foedera), ("spacy", by_spacy)):
        results = list(work(texts))
        for exact in (True, False):
            total: dict[str, Count] = collections.defaultdict(Count)
            for names, mentions, others in zip(gold, results, neutral, strict=True):
                counts, missed, spurious = compare(names, mentions, others, exact=exact)
                for type, count in counts.items():
                    for key in (type, "all"):
                        total[key].right += count.right
                        total[key].given += count.given
                        total[key].annotated += count.annotated
                if exact and system == "foedera":
                    _print_errors(given, missed, spurious)
            f1[system, exact] = total["all"].scores[2]
            print(f"{system}, {'exact' if exact else 'overlapping'}")
            for type in (*TYPES, "all"):
                precision, recall, score = total[type].scores
                print(f"  {type:13} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}  of {total[type].annotated}")
    for exact in (True, False):
        ratio = f1["foedera", exact] / f1["spacy", exact]
        print(f"F1 ratio, {'exact' if exact else 'overlapping'}: {ratio:.3f}")
    return 0


def _print_errors(given: argparse.Namespace, missed: list[Named], spurious: list[Named]) -> None:
    for mention in missed if given.misses else ():
        print(f"    missed    {mention.types[0]:13} {mention.text!r}")
    for mention in spurious if given.spurious else ():
        print(f"    spurious  {mention.types[0]:13} {mention.text!r}")


if __name__ == "__main__":
    sys.exit(main())
