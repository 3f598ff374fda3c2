"""Write examples/japan-uk-status-notice.docx. Run again only when its words change: python scripts/make_example_docx.py"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from docx import Document

ROWS = (
    ("Agreement", "Signed", "In force"),
    ("Agreement on the security of information", "4 July 2013", "January 2014"),
    ("Acquisition and Cross-Servicing Agreement", "26 January 2017", "2017"),
    ("Reciprocal Access Agreement", "11 January 2023", "15 October 2023"),
)
PARAGRAPHS = (
    "The Reciprocal Access Agreement between Japan and the United Kingdom was signed in London on 11 January 2023 and "
    "entered into force on 15 October 2023.",
    "It allows the forces of one country to visit the other for exercises. The Acquisition and Cross-Servicing Agreement "
    "of 2017 permits them to supply each other with fuel, food and transport.",
    "Agreements on the transfer of defence equipment and on the security of information were signed in London on "
    "4 July 2013.",
)


def main() -> None:
    """Write the file beside the other examples."""
    document = Document()
    properties = document.core_properties
    properties.title = "Defence agreements between Japan and the United Kingdom: status"
    properties.author = "Foedera example documents"
    properties.created = properties.modified = datetime(2023, 10, 16, tzinfo=UTC)
    document.add_heading(properties.title, level=0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph(
        "Sources: Ministry of Foreign Affairs of Japan, 4 July 2013 and 15 September 2023; UK Government, 26 January 2017."
    )
    document.save(str(Path(__file__).parent.parent / "examples" / "japan-uk-status-notice.docx"))


if __name__ == "__main__":
    main()
