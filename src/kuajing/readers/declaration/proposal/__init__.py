"""A declaration to begin with, made from what files show: what is not proven stays unknown."""

from kuajing.readers.declaration.proposal.propose import Proposal, propose

__all__ = ["Proposal", "propose"]
