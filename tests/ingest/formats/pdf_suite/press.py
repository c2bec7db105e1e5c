"""A small press for the suite: words are set in measures of an exact width, line by line, on an A4 page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
registerFont(TTFont("Serif", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
SUBJECTS = (
    "swimming pool,library van,town bridge,market square,bus shelter,school crossing,refuse contract,village hall,"
    "harbour wall,cycle path,street lighting,play area,flood defence,housing list,car park,cemetery chapel,"
    "fostering service,youth centre,food waste trial,parish boundary,museum roof,allotment site,winter gritting,"
    "taxi licence policy,public toilets,local plan,music service,care home,pension fund,tree survey,canal towpath,"
    "air quality plan,fire station,leisure trust,pest control charge,planning backlog,recycling centre,war memorial"
).split(",")
SENTENCES = (
    "The officer presented the report on the {0} and took members through the costs in some detail.",
    "Members asked how the work on the {0} would be paid for and when residents would be told of it.",
    "It was said that the {0} had been raised before and that the answer then had been the same.",
    "The chair thanked those who had written about the {0} and hoped that they would go on doing so.",
    "A member thought that the {0} deserved a visit, and others were of the same mind.",
)


def prose(n: int, sentences: int = 3) -> str:
    """A paragraph that no other number gives: its first words name its subject."""
    subject = SUBJECTS[n % len(SUBJECTS)]
    chosen = [SENTENCES[(n + k) % len(SENTENCES)].format(subject) for k in range(sentences)]
    return " ".join([f"On the {subject} the committee heard from the head of service.", *chosen])


@dataclass
class Press:
    """One document. `y` is the baseline of the line set last, in points from the foot of the page."""

    path: Path
    size: float = 11
    leading: float = 13.2
    top: float = 72
    bottom: float = 72
    gold: list[dict[str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.canvas = Canvas(str(self.path), pagesize=A4, invariant=1, pageCompression=1)
        self.page, self.y = 1, HEIGHT - self.top
        self.every_page = lambda: None

    def passage(self, printed: str | None, text: str) -> None:
        """Note what the reader must find: the number as printed and the first words."""
        self.gold.append({"printed": printed, "starts": " ".join(text.split()[:7])})

    def put(self, x: float, text: str, *, font: str = "Helvetica", size: float = 0, y: float = 0) -> None:
        """Set words at a place; y counts from the foot, 0 for the current line."""
        self.canvas.setFont(font, size or self.size)
        self.canvas.drawString(x, y or self.y, text)

    def right(self, x: float, text: str, *, font: str = "Helvetica", y: float = 0) -> None:
        """Set words so that they end at x."""
        self.put(x - stringWidth(text, font, self.size), text, font=font, y=y)

    def down(self, lines: float = 1) -> None:
        """Go down by lines, to a new page where the page is full."""
        self.y -= lines * self.leading
        if self.y < self.bottom:
            self.feed()

    def feed(self) -> None:
        """Begin a new page."""
        self.every_page()
        self.canvas.showPage()
        self.page, self.y = self.page + 1, HEIGHT - self.top

    def wrap(self, text: str, width: float, font: str = "Helvetica", first: float = 0) -> list[str]:
        """The lines of a text in a measure, the first of them shorter by `first` points."""
        lines, line = [], ""
        for word in text.split():
            room = width - (first if not lines else 0)
            if line and stringWidth(f"{line} {word}", font, self.size) > room:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return [*lines, line]

    def paragraph(
        self, x: float, width: float, text: str, *, font: str = "Helvetica", first: float = 0
    ) -> None:
        """Set a paragraph, its first line set in by `first`, and a blank line under it."""
        for n, line in enumerate(self.wrap(text, width, font, first)):
            self.put(x + (0 if n else first), line, font=font)
            self.down()

    def numbered(self, printed: str, at: float, x: float, width: float, text: str) -> None:
        """Set a paragraph with its number in a run of its own on the same baseline."""
        self.put(at, printed)
        self.passage(printed, text)
        self.paragraph(x, width, text)
        self.down(0.6)

    def heading(self, x: float, text: str, size: float = 0) -> None:
        """Set a bold line with space about it."""
        self.put(x, text, font="Helvetica-Bold", size=size or self.size)
        self.down(1.6)

    def save(self) -> None:
        """Close the file."""
        self.every_page()
        self.canvas.save()
