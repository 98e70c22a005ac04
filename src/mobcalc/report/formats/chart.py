"""Charts as lines of text, through plotille: dots where the terminal has them, letters alone where it has not."""

import math

from mobcalc.report.tables import Chart
from mobcalc.wording.numbers import dollars

STEPS = 4
"""Heights that are labelled, besides nothing at the bottom."""
LINES = 4
"""Lines from one of them to the next."""
HEIGHT = STEPS * LINES + 1
"""Lines of the chart itself; each labelled height lies in a line of its own, the top one too."""
TICK = 10
"""Characters from one number along the chart to the next."""
NO_DOTS = "\u2800"
"""The empty character of plotille, which no ASCII terminal has."""


def chart_text(chart: Chart, width: int, dots: bool) -> str:
    """The chart, with the numbers along it and the names of its marks.

    Args:
        chart: what to draw.
        width: columns to fill [characters].
        dots: whether fine dots can be shown between the letters.
    """
    step = rounded_up(max(max(line.heights) for line in chart.lines) / STEPS)
    labels = ["" if row % LINES else dollars(step * row / LINES, 1) for row in range(HEIGHT)]
    margin = max(len(label) for label in labels)
    ticks = max(2, (width - margin - 3) // TICK)
    places = len(chart.lines[0].heights)
    apart = math.ceil(places / ticks / chart.every) * chart.every
    rows = _drawn(chart, ticks * TICK, apart * ticks, step * HEIGHT / LINES, dots).replace(NO_DOTS, " ").splitlines()
    lines = [f"{label:>{margin}} |{row}" for label, row in zip(reversed(labels), rows, strict=True)]
    lines.append(" " * margin + " +" + "-" * (ticks * TICK))
    numbers = "".join(f"{chart.first + tick * apart:<{TICK}}" for tick in range(ticks))
    lines.append(" " * (margin + 2) + numbers)
    lines.append(" " * (margin + 2) + chart.along)
    lines += [f"{line.mark} = {line.name}" for line in chart.lines]
    return "\n".join(row.rstrip() for row in lines) + "\n"


def _drawn(chart: Chart, columns: int, places: int, top: float, dots: bool) -> str:
    """The lines of the chart on a canvas: dots from place to place, and letters on top of them."""
    from plotille import Canvas  # only charts need it

    canvas = Canvas(columns, HEIGHT, xmin=0, ymin=0, xmax=places, ymax=top)
    for line in chart.lines if dots else []:
        for place, (height, after) in enumerate(zip(line.heights, line.heights[1:], strict=False)):
            canvas.line(place, height, place + 1, after)
    # Dots that stand close are seen better with fewer letters on top.
    for place in range(0, len(chart.lines[0].heights), chart.every if dots else 1):
        # Letters take turns in lying on top, so that lines which meet stay visible.
        turn = place // (chart.every if dots else 1) % len(chart.lines)
        for line in chart.lines[turn:] + chart.lines[:turn] if not dots else [chart.lines[turn]]:
            canvas.point(place, line.heights[place], marker=line.mark)
    return str(canvas.plot())


def rounded_up(amount: float) -> float:
    """An amount with one or two digits, not below the one given."""
    if amount <= 0.0:
        return 1.0
    scale = 10.0 ** math.floor(math.log10(amount))
    return next(scale * digits for digits in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 20) if scale * digits >= amount)
