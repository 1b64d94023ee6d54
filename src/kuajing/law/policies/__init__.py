"""Rules that an organisation sets for itself in the form of the law: they ask more than it, and never less."""

from kuajing.law.policies.judging import demands
from kuajing.law.policies.reading import read_policies
from kuajing.law.policies.rules import NO_POLICIES, Policies
from kuajing.law.policies.words import Known

__all__ = ["NO_POLICIES", "Known", "Policies", "demands", "read_policies"]
