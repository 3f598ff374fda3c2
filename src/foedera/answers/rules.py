"""Rules as readable files: clingo programs in sections, each under a header that says what the rule is and why it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from foedera.model.errors import DateInvalid, FoederaError
from foedera.model.time import Span

OWN_JUDGEMENT = "own judgement"  # the source of a rule of ours that no act lays down
CONFIDENCE = {"high": 0.95, "medium": 0.75, "low": 0.4}  # as the tables of the baseline grade their facts
_HEADER = re.compile(r"^%!\s*(?P<key>[a-z]+)\s*:\s*(?P<value>.*?)\s*$")
_KEYS = ("id", "title", "sentence", "basis", "from", "to", "source", "confidence", "test")
_REQUIRED = ("id", "title", "sentence", "basis", "source", "confidence", "test")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEST = re.compile(r"[\w./-]+\.py::\w+(\[.+\])?")
# Outside of texts and comments, `this` stands for the id of the rule itself.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|%[^\n]*|\bthis\b')


class RuleInvalid(FoederaError):
    """A rule file that cannot be used; `line` counts from 1."""

    def __init__(self, path: str, line: int, what: str, expected: str) -> None:
        self.path = path
        self.line = line
        self.expected = expected
        super().__init__(what, where=f"{path}, line {line}", mend=f"Expected: {expected}")


@dataclass(frozen=True, slots=True)
class Basis:
    """The provision a rule rests on; `article` is empty where the whole act is meant."""

    act: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.act}, {self.article}" if self.article else self.act


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it says, on what ground, from when to when, and the program that applies it.

    `valid` is None where it always holds. `line` is that of the first line of its header.
    """

    id: str
    title: str
    sentence: str
    basis: tuple[Basis, ...]
    source: str
    confidence: float
    test: str
    program: str
    path: str
    line: int
    first: date = date.min
    last: date = date.max

    def holds_on(self, day: date) -> bool:
        """Whether the rule is valid on a day."""
        return self.first <= day <= self.last


def shipped_folder() -> Path:
    """Where the rules lie that ship with the program."""
    return Path(__file__).resolve().parent.parent / "data" / "rules"


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The rules that ship with the program, in the order of their files."""
    return tuple(read_rules([shipped_folder()]))


def rules_with(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The shipped rules and those of the user's folders. Raises RuleInvalid at the first fault."""
    return shipped_rules() if not folders else tuple(read_rules([shipped_folder(), *folders]))


def read_rules(places: Iterable[Path]) -> list[Rule]:
    """The rules of these files and folders. Raises RuleInvalid at the first fault, FoederaError if nothing is there."""
    found, faults = check_rules(places)
    if faults:
        raise faults[0]
    return found


def check_rules(places: Iterable[Path]) -> tuple[list[Rule], list[RuleInvalid]]:
    """The rules of these files and folders with everything that is wrong with them, file by file, line by line."""
    rules: list[Rule] = []
    faults: list[RuleInvalid] = []
    for path in _files(places):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(RuleInvalid(str(path), 1, f"cannot be read: {error}.", "a text file in UTF-8"))
            continue
        some, wrong = parse_rules(text, str(path))
        known = {rule.id: rule for rule in rules}
        for rule in some:
            if rule.id in known:
                other = known[rule.id]
                wrong.append(
                    _fault(rule, f"“{rule.id}” is also in {other.path}, line {other.line}.", "an id of its own")
                )
        rules += some
        faults += sorted(wrong, key=lambda fault: fault.line)
    return rules, faults


def _files(places: Iterable[Path]) -> Iterable[Path]:
    for place in places:
        if place.is_dir():
            files = sorted(place.glob("*.lp"))
            if not files:
                raise FoederaError("no rule files here.", where=str(place), mend="Rule files end in .lp.")
            yield from files
        elif place.is_file():
            yield place
        else:
            raise FoederaError("there is nothing here.", where=str(place), mend="Name a rule file or a folder of them.")


def parse_rules(text: str, path: str) -> tuple[list[Rule], list[RuleInvalid]]:
    """The rules of a file's text and its faults. A rule with a fault is left out of the first list."""
    rules: list[Rule] = []
    faults: list[RuleInvalid] = []
    lines = text.splitlines()
    starts = [
        number
        for number, line in enumerate(lines)
        if _HEADER.match(line) and (number == 0 or not lines[number - 1].startswith("%!"))
    ]
    for number, line in enumerate(lines[: starts[0]] if starts else lines, 1):
        if line.strip() and not line.startswith("%"):
            faults.append(RuleInvalid(path, number, "a rule without a header.", "a header that begins with “%! id: …”"))
            break
    if not starts and not faults:
        faults.append(RuleInvalid(path, 1, "no rule.", "a header that begins with “%! id: …”, and below it the rule"))
    for start, end in zip(starts, [*starts[1:], len(lines)][: len(starts)], strict=True):
        found = _section(lines[start:end], start + 1, path)
        if isinstance(found, Rule):
            rules.append(found)
        else:
            faults += found
    ids: dict[str, int] = {}
    for rule in rules:
        if rule.id in ids:
            faults.append(_fault(rule, f"“{rule.id}” is also in line {ids[rule.id]}.", "an id of its own"))
        ids.setdefault(rule.id, rule.line)
    return rules, faults


def _section(lines: Sequence[str], first: int, path: str) -> Rule | list[RuleInvalid]:
    """The rule of one section, or what is wrong with it."""
    faults: list[RuleInvalid] = []
    told: dict[str, list[tuple[int, str]]] = {}
    head = 0
    while head < len(lines) and lines[head].startswith("%!"):
        match = _HEADER.match(lines[head])
        if match is None or match["key"] not in _KEYS:
            known = ", ".join(_KEYS)
            faults.append(
                RuleInvalid(path, first + head, f"“{lines[head]}” is no line of a header.", f"one of: {known}")
            )
        else:
            told.setdefault(match["key"], []).append((first + head, match["value"]))
        head += 1
    for key, entries in told.items():
        if len(entries) > 1 and key != "basis":
            faults.append(RuleInvalid(path, entries[1][0], f"“{key}” stands twice.", f"one line “%! {key}: …”"))
    for key in _REQUIRED:
        if not any(value for _, value in told.get(key, [])):
            line = told[key][0][0] if key in told else first
            faults.append(RuleInvalid(path, line, f"the header lacks “{key}”.", f"a line “%! {key}: {_EXAMPLES[key]}”"))
    faults += [fault for key, entries in told.items() for fault in _wrong_value(path, key, *entries[0])]
    body = "\n" * (first + head - 1) + "\n".join(lines[head:])
    faults += _wrong_program(path, body)
    if faults:
        return faults
    one = {key: entries[0][1] for key, entries in told.items()}
    return Rule(
        one["id"],
        one["title"],
        one["sentence"],
        tuple(_basis(value) for _, value in told["basis"]),
        one["source"],
        CONFIDENCE[one["confidence"]],
        one["test"],
        _TOKEN.sub(lambda token: f'"{one["id"]}"' if token[0] == "this" else token[0], body),
        path,
        first,
        Span.parse(one["from"]).earliest if one.get("from") else date.min,
        Span.parse(one["to"]).latest if one.get("to") else date.max,
    )


_EXAMPLES = {
    "id": "isa-enables-classified-exchange",
    "title": "a few words",
    "sentence": "one plain sentence that says the rule",
    "basis": "Act | article",
    "source": "https://…, or “own judgement”",
    "confidence": "high, medium or low",
    "test": "tests/answers/test_can.py::test_name",
}


def _wrong_value(path: str, key: str, line: int, value: str) -> Iterable[RuleInvalid]:
    if not value:
        return
    if key == "id" and not _ID.fullmatch(value):
        yield RuleInvalid(path, line, f"“{value}” is no id.", "small letters, digits and hyphens")
    if key == "confidence" and value not in CONFIDENCE:
        yield RuleInvalid(path, line, f"“{value}” is no confidence.", "high, medium or low")
    if key == "source" and value != OWN_JUDGEMENT and not value.startswith(("https://", "http://")):
        yield RuleInvalid(path, line, f"“{value}” is no source.", "an address (https://…), or “own judgement”")
    if key == "test" and not _TEST.fullmatch(value):
        yield RuleInvalid(path, line, f"“{value}” names no test.", "path/test_file.py::test_name")
    if key in ("from", "to"):
        try:
            Span.parse(value)
        except DateInvalid as error:
            yield RuleInvalid(path, line, f"cannot read “{value}” as a date.", error.mend or "2019-02-01")


def _basis(value: str) -> Basis:
    act, _, article = value.partition("|")
    return Basis(act.strip(), article.strip())


def _wrong_program(path: str, body: str) -> list[RuleInvalid]:
    """What clingo cannot read. `body` stands at its own lines of the file."""
    import clingo.ast

    said: list[str] = []
    faults: list[RuleInvalid] = []

    def check(statement: clingo.ast.AST) -> None:
        kind = statement.ast_type
        line = statement.location.begin.line
        if kind in (clingo.ast.ASTType.Script, clingo.ast.ASTType.ShowSignature, clingo.ast.ASTType.Minimize):
            faults.append(RuleInvalid(path, line, f"“{statement}” has no place in a rule.", "facts and rules only"))

    try:
        clingo.ast.parse_string(body, check, logger=lambda _, message: said.append(message))
    except RuntimeError:
        match = re.search(r"<string>:(\d+):(\d+)[^:]*:\s*(?:error:)?\s*(.*)", said[0] if said else "", re.DOTALL)
        line = int(match[1]) if match else 1
        what = " ".join(match[3].split()) if match else "cannot be read"
        faults.append(
            RuleInvalid(path, line, f"clingo says: {what}.", "a clingo rule that ends with a full stop: head :- body.")
        )
    return faults


def _fault(rule: Rule, what: str, expected: str) -> RuleInvalid:
    return RuleInvalid(rule.path, rule.line, what, expected)
