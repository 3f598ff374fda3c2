"""Debris in texts that went through many hands: it is mended for reading, and every offset stays."""

from __future__ import annotations

import re

# References to characters that lost their ampersand, tags that were never tags, line ends written as a backslash, as news
# feeds and data sets have them: “Westhaven #39;s navy”, “ quot;we stay quot;”, “&lt;b&gt;...&lt;/b&gt;”, “the\navy”.
_NUMBERED = re.compile(r"(?P<space>(?<=\w)\s)?&?#(?P<number>\d{2,4});(?P<tail>(?:s|t|re|ve|ll|d|m)\b)?")
_NAMED = re.compile(r"&?(?P<name>quot|amp);|&?lt;/?[a-z]{1,6}&?gt;?;?(?:\.\.\.)?|\\(?=[A-Za-z$])")
_SIGNS = {"quot": '"', "amp": "&"}
_TELLING = ("#", "quot;", "lt;", "amp;", "\\")
_OWNING = frozenset("'’‘")
# Whose report it is, before the first words: “Reuters - The two sides …”.
_CREDIT = re.compile(r"(?:^|(?<=\n))(?:Reuters|AP|AFP|UPI|CP|dpa|Kyodo|Xinhua|ANSA|EFE|TASS|PA|PTI|Yonhap)\s+[-–—]\s+")


def without_debris(text: str) -> str:
    """The text as it was meant, of the same length: what stands for one sign becomes that sign, and blanks beside it."""
    if any(sign in text for sign in _TELLING):
        text = _NAMED.sub(_from_name, _NUMBERED.sub(_from_number, text))
    return _CREDIT.sub(lambda match: " " * len(match.group()), text)


def _from_number(match: re.Match[str]) -> str:
    number = int(match["number"])
    sign = bytes([number]).decode("cp1252", "replace") if number < 256 else chr(number)
    if not sign.isprintable():
        return match.group()
    if sign in _OWNING:
        return (sign + (match["tail"] or "")).ljust(len(match.group()))
    return (sign + (match["tail"] or "")).rjust(len(match.group()))


def _from_name(match: re.Match[str]) -> str:
    return _SIGNS.get(match["name"] or "", "").rjust(len(match.group()))
