"""The units of amounts in results, so that writers know how to round them."""

from typing import Annotated

from msgspec import Meta


def unit(name: str) -> Meta:
    """The annotation that gives a field its unit."""
    return Meta(extra={"unit": name})


Money = Annotated[float, unit("USD")]


MoneyPerYear = Annotated[float, unit("USD/year")]


MoneyPerHour = Annotated[float, unit("USD/hour")]


ShareOf = Annotated[float, unit("share")]


Years = Annotated[float, unit("years")]
