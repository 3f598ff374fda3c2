"""Training documents under other names: states, persons and ships are exchanged, in the text and its claims alike."""

from __future__ import annotations

import collections
import json
import re

import numpy as np
from align import Lexicon, Sample, align

from foedera.claims.trained.words import split_words

_STATES = """
Japan Japanese Tokyo; Norway Norwegian Oslo; France French Paris; Germany German Berlin; Italy Italian Rome;
Spain Spanish Madrid; Poland Polish Warsaw; Sweden Swedish Stockholm; Finland Finnish Helsinki; Denmark Danish Copenhagen;
Greece Greek Athens; Turkey Turkish Ankara; India Indian Delhi; Pakistan Pakistani Islamabad; China Chinese Beijing;
Russia Russian Moscow; Ukraine Ukrainian Kyiv; Vietnam Vietnamese Hanoi; Thailand Thai Bangkok; Malaysia Malaysian Putrajaya;
Indonesia Indonesian Jakarta; Philippines Philippine Manila; Australia Australian Canberra; Canada Canadian Ottawa;
Brazil Brazilian Brasília; Chile Chilean Santiago; Argentina Argentine Ankatell; Peru Peruvian Lima; Colombia Colombian Bogotá;
Egypt Egyptian Cairo; Morocco Moroccan Rabat; Kenya Kenyan Nairobi; Nigeria Nigerian Abuja; Ghana Ghanaian Accra;
Israel Israeli Jerusalem; Jordan Jordanian Amman; Qatar Qatari Doha; Oman Omani Muscat; Kuwait Kuwaiti Kuwait;
Portugal Portuguese Lisbon; Netherlands Dutch Hague; Belgium Belgian Brussels; Austria Austrian Vienna; Hungary Hungarian Budapest;
Romania Romanian Bucharest; Bulgaria Bulgarian Sofia; Serbia Serbian Belgrade; Croatia Croatian Zagreb; Slovenia Slovenian Ljubljana;
Estonia Estonian Tallinn; Latvia Latvian Riga; Lithuania Lithuanian Vilnius; Moldova Moldovan Chișinău; Georgia Georgian Tbilisi;
Armenia Armenian Yerevan; Azerbaijan Azerbaijani Baku; Kazakhstan Kazakh Astana; Mongolia Mongolian Ulaanbaatar; Nepal Nepalese Kathmandu;
Singapore Singaporean Singapore; Cambodia Cambodian Penh; Fiji Fijian Suva; Tonga Tongan Nuku; Mexico Mexican Mexico;
Uruguay Uruguayan Montevideo; Ecuador Ecuadorian Quito; Senegal Senegalese Dakar; Angola Angolan Luanda; Mozambique Mozambican Maputo;
Rwanda Rwandan Kigali; Uganda Ugandan Kampala; Ethiopia Ethiopian Ababa; Djibouti Djiboutian Djibouti; Tunisia Tunisian Tunis;
Algeria Algerian Algiers; Albania Albanian Tirana; Montenegro Montenegrin Podgorica; Iceland Icelandic Reykjavik; Ireland Irish Dublin;
Czechia Czech Prague; Slovakia Slovak Bratislava; Taiwan Taiwanese Taipei; Bangladesh Bangladeshi Dhaka; Myanmar Burmese Naypyidaw
"""  # fmt: skip
STATES = [line.split() for line in re.split(r"[;\n]+", _STATES) if line.strip()]
_PERSONS = ("member", "speaker")


class Substitutes:
    """Names of the training documents, to be dealt out anew."""

    def __init__(self, samples: list[Sample], vocabulary, lexicon: Lexicon) -> None:
        self.vocabulary, self.lexicon = vocabulary, lexicon
        self.surnames = sorted({n for s in samples for n in _surnames(s.gold)})
        self.ships = sorted({n for s in samples for n in _ships(s.gold)})

    def vary(self, sample: Sample, rng: np.random.Generator) -> Sample:
        """The document under other names, aligned anew; the document itself where the exchange would break it."""
        renames = self._renames(sample, rng)
        if not renames:
            return sample
        pattern = re.compile(
            r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(renames, key=len, reverse=True))) + r")(?!\w)"
        )

        def rename(text: str) -> str:
            return pattern.sub(lambda m: renames[m[0]], text)

        text = rename(sample.words.text)
        gold = json.loads(json.dumps(sample.gold))
        for claim in gold["claims"]:
            for key, value in claim.items():
                if isinstance(value, list):
                    claim[key] = ["|".join(rename(a) for a in v.split("|")) for v in value]
            claim["quote"] = rename(claim["quote"])
            if claim["quote"] not in text:
                return sample
        words = split_words(text, self.vocabulary)
        same = len(words) == len(sample.words)
        return align(sample.name, gold, words, self.lexicon, [c.anchor for c in sample.claims] if same else None)

    def _renames(self, sample: Sample, rng: np.random.Generator) -> dict[str, str]:
        text = sample.words.text
        counts = collections.Counter(re.findall(r"\w+", text))
        renames: dict[str, str] = {}
        present = [s for s in STATES if any(w in counts for w in s)]
        fresh = [s for s in STATES if s not in present]
        for state, other in zip(present, rng.permutation(len(fresh))[: len(present)], strict=False):
            if rng.random() < 0.7:
                renames |= dict(zip(state, fresh[int(other)], strict=True))
        for names, pool in ((_surnames(sample.gold), self.surnames), (_ships(sample.gold), self.ships)):
            for name in names:
                other = pool[int(rng.integers(len(pool)))]
                if rng.random() < 0.7 and other not in counts and name not in renames:
                    renames[name] = other
        return {k: v for k, v in renames.items() if k in counts}


def _plain_name(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and word[0].isupper() and not word.isupper()


_NOT_NAMES = frozenset(
    "Minister President Command Navy Force Army Council General Ministry Defence Agency Office Union Parliament Commission Committee Group Industries Systems Department Government House Staff Secretary Republic Delegation Embassy Delegate State Court Company Corporation Institute Association Brigade Division Regiment Squadron Fleet".split()
)


def _surnames(gold: dict) -> set[str]:
    """Last words of persons: members of something that hold an office."""
    names = set()
    for claim in gold["claims"]:
        if claim["kind"] == "affiliation" and claim.get("as"):
            for filler in claim["member"]:
                parts = filler.split("|")[0].split()
                if (
                    2 <= len(parts) <= 4
                    and all(p[0].isupper() for p in parts)
                    and _plain_name(parts[-1])
                    and not _NOT_NAMES & set(parts)
                ):
                    names.add(parts[-1])
    return names


def _ships(gold: dict) -> set[str]:
    """Names after a navy's prefix: JS Onami, HMS Richmond."""
    names = set()
    for claim in gold["claims"]:
        for filler in claim.get("asset", ()):
            m = re.match(r"[A-Z][A-Za-z]{0,5}S?N?S? (\w+)$", filler.split("|")[0])
            if m and _plain_name(m[1]) and filler.split()[0].isupper():
                names.add(m[1])
    return names
