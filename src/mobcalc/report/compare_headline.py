"""The one screen of `compare --headline`."""

from mobcalc.language import say
from mobcalc.report.tables import Column, Document, Paragraph, Table
from mobcalc.results.compare import Comparison
from mobcalc.results.headline import Headline
from mobcalc.wording import compare_headline as text
from mobcalc.wording.screen import asked, labels, than

NAME, NUMBER = 42, 12


def document(comparison: Comparison, headline: Headline) -> Document:
    """What is asked, the answer, the study and what is found here side by side.

    Args:
        comparison: of one apprenticeship with a life without training.
        headline: the sentence, and its study.
    """
    one = next(result for result in comparison.pathways if result.id != comparison.baseline)
    names = labels(comparison, comparison.pathways)
    first, *others = map(say, text.COLUMNS)
    columns = (Column(first, NAME, False), *(Column(title, NUMBER) for title in others))
    of = text.compared(names[one.id], than(names[comparison.baseline]))
    last = "\n".join([*text.notes(one), text.basis(comparison)])
    return [
        Paragraph(f"{of} {asked(comparison)}"),
        Paragraph(f"{text.question(headline)} {text.answer(headline, one)}"),
        Table("", columns, [*text.amounts(comparison, headline, one)]),
        Paragraph(last),
    ]
