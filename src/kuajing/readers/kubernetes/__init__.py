"""Manifests of Kubernetes: which stores the workloads open, by their variables and the settings they are given."""

from kuajing.readers.kubernetes.facts import movement, structure
from kuajing.readers.kubernetes.recognise import recognises
from kuajing.readers.seams import Reader

KUBERNETES = Reader("kubernetes", recognises, structure, movement)
