"""Documents as web pages that need nothing else: no script, nothing fetched, texts escaped by default."""

import math
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mobcalc.language import spoken
from mobcalc.report.formats.chart import STEPS, rounded_up
from mobcalc.report.tables import Chart, Document, Paragraph, Table
from mobcalc.wording.numbers import dollars

if TYPE_CHECKING:
    from jinja2 import Environment

WIDTH, HEIGHT, LEFT, TOP, BELOW = 700, 280, 66, 12, 40
"""The size of a picture and its margins [pixels]."""
MOST_TICKS, HEADING = 12, 180
"""So many numbers stand along a picture, and a heading is no longer than that [characters]."""
STROKES = (
    ("#0b4f5c", ""),
    ("#8a3b00", "8 4"),
    ("#333333", "2 3"),
    ("#5b2a86", "10 3 2 3"),
    ("#1f5c1f", "14 4"),
    ("#7a0c3c", "5 2"),
)
"""How lines are drawn: each with a colour and dashes of its own, so that they differ in black and white."""


class _Tick(NamedTuple):
    """A number beside the picture."""

    at: float
    said: str


class _Drawn(NamedTuple):
    """A line of the picture, and the place of its mark."""

    mark: str
    name: str
    points: str
    color: str
    dashes: str
    x: float
    y: float


@cache
def _environment() -> "Environment":
    """The templates, which escape whatever they are given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("mobcalc.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def page_text(template: str, **values: Any) -> str:
    """A page.

    Args:
        template: the name of a file of `report/templates`.
        values: what it names.
    """
    return _environment().get_template(template).render(language=spoken(), **values)


def html_text(document: Document) -> str:
    """The document as a web page, what was asked as its heading and the answer in large letters."""
    title = next((part.text for part in document if isinstance(part, Paragraph)), "mobcalc")
    return page_text("document.html", title=title, parts=list(_parts(document)))


def _parts(document: Document) -> Iterator[dict[str, Any]]:
    kinds = iter(("heading", "lead"))
    for part in document:
        if isinstance(part, Paragraph):
            kind = "paragraph" if part.lead or "\n" in part.text else next(kinds, "paragraph")
            # A heading is a line or two; an answer that begins the page stands as one.
            kind = "lead" if kind == "heading" and len(part.text) > HEADING else kind
            yield {"kind": kind, **part._asdict()}
        elif isinstance(part, Table):
            yield {"kind": "table", **part._asdict()}
        else:
            yield {"kind": "chart", **_picture(part)}


def _picture(chart: Chart) -> dict[str, Any]:
    """A chart as lines, ticks and texts at their places [pixels]."""
    heights = [height for line in chart.lines for height in line.heights]
    step = rounded_up(max(heights) / STEPS)
    steps = range(math.floor(min(0.0, *heights) / step), STEPS + 1)
    places = max(len(chart.lines[0].heights) - 1, 1)
    across, up = (WIDTH - LEFT - 20) / places, (HEIGHT - BELOW - TOP) / (len(steps) - 1) / step
    bottom = TOP + up * step * STEPS
    apart = math.ceil(places / MOST_TICKS / chart.every) * chart.every
    ends = [bottom - up * line.heights[-1] for line in chart.lines]
    drawn = [
        _Drawn(
            line.mark,
            line.name,
            " ".join(
                f"{LEFT + across * place:.1f},{bottom - up * height:.1f}" for place, height in enumerate(line.heights)
            ),
            *STROKES[number % len(STROKES)],
            WIDTH - 14,
            round(_free(ends, number) + 4.0, 1),
        )
        for number, line in enumerate(chart.lines)
    ]
    return {
        "title": chart.title,
        "caption": chart.caption,
        "along": chart.along,
        "width": WIDTH,
        "height": HEIGHT,
        "left": LEFT,
        "bottom": bottom,
        "ups": [_Tick(round(bottom - up * step * row, 1), dollars(step * row, 1)) for row in steps],
        "alongs": [
            _Tick(round(LEFT + across * place, 1), str(chart.first + place)) for place in range(0, places + 1, apart)
        ],
        "lines": drawn,
    }


def _free(ends: list[float], number: int) -> float:
    """The height of a line's mark: that of its end, moved so far that marks do not lie on each other [pixels]."""
    order = sorted(range(len(ends)), key=lambda one: ends[one])
    at = -math.inf
    for one in order:
        at = max(ends[one], at + LETTER)
        if one == number:
            return at
    raise AssertionError(number)


LETTER = 12.0
"""The height of a mark [pixels]."""
