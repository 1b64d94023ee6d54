"""A transfer on its way to the law: with contents and people, without the tally of its handler."""

from dataclasses import dataclass

from kuajing.transfers.contents import Contents
from kuajing.transfers.counting import PeopleOf
from kuajing.transfers.drafts import Draft


@dataclass(frozen=True, slots=True)
class Prepared:
    """A transfer with its contents and people, waiting for its handler's tally."""

    draft: Draft
    contents: Contents
    people: PeopleOf
