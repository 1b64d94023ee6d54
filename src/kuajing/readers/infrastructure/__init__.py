"""Infrastructure as its files describe it: Terraform, its plans and states, and CloudFormation."""

from kuajing.readers.infrastructure import cloudformation
from kuajing.readers.infrastructure.facts import movement, recognises, structure, together
from kuajing.readers.seams import Reader

TERRAFORM = Reader("terraform", recognises, structure, movement, together)
CLOUDFORMATION = Reader(
    cloudformation.MECHANISM, cloudformation.recognises, cloudformation.structure, cloudformation.movement
)
