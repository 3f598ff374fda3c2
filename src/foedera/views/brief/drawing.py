"""What the pictures of a brief share: SVG elements that need no style sheet, colours that print, measures of text."""

from __future__ import annotations

from html import escape

WIDTH = 480  # points: the width of a page's text
FONT = "'Libertinus Serif', 'Charter', 'Georgia', serif"
INK, SOFT, RULE = "#1c2430", "#5b6675", "#d5dae1"
AGREEMENT, FIELD, MEETING = "#1f4e79", "#0f766e", "#a0450a"  # told apart by shape too
SEA, LAND, AREA = "#eef3f7", "#e2ddd2", "#1f4e79"


def svg(width: float, height: float, label: str, *parts: str) -> str:
    """A picture of this size in points, with a label for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'role="img" aria-label="{escape(label)}" font-family="{FONT}">' + "".join(parts) + "</svg>"
    )


def text(
    x: float, y: float, words: str, *, size: float = 8, fill: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """Words at a place; `anchor` is start, middle or end."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'


def haloed(x: float, y: float, words: str, *, size: float = 8, fill: str = INK, anchor: str = "start") -> str:
    """Words with a pale rim, so that they can be read on lines and colours."""
    rim = (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="none" stroke="#ffffff" stroke-width="2.4" '
        f'stroke-linejoin="round" text-anchor="{anchor}">{escape(words)}</text>'
    )
    return rim + text(x, y, words, size=size, fill=fill, anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = RULE, width: float = 0.6, dash: str = "") -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width:g}"{dashed}/>'


def diamond(x: float, y: float, radius: float, fill: str, title: str) -> str:
    """A diamond with a title that a pointer shows."""
    points = f"M{x:.1f} {y - radius:.1f}L{x + radius:.1f} {y:.1f}L{x:.1f} {y + radius:.1f}L{x - radius:.1f} {y:.1f}Z"
    return f'<path d="{points}" fill="{fill}"><title>{escape(title)}</title></path>'


def circle(x: float, y: float, radius: float, fill: str, title: str, *, opacity: float = 1) -> str:
    """A disc with a title that a pointer shows."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}" fill-opacity="{opacity:g}" stroke="#ffffff" '
        f'stroke-width="0.6"><title>{escape(title)}</title></circle>'
    )


def square(x: float, y: float, radius: float, fill: str, title: str) -> str:
    """A square with a title that a pointer shows."""
    return (
        f'<rect x="{x - radius:.1f}" y="{y - radius:.1f}" width="{2 * radius:.1f}" height="{2 * radius:.1f}" fill="{fill}" '
        f'stroke="#ffffff" stroke-width="0.6"><title>{escape(title)}</title></rect>'
    )


def width_of(words: str, size: float) -> float:
    """About how wide words are, in points: letters of a book face are a little under half as wide as high."""
    return len(words) * size * 0.47
