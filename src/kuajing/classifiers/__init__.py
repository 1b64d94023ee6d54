"""A column's name, comment, type and table to a category of personal information, with the evidence."""

from kuajing.classifiers.classify import classify
from kuajing.classifiers.datasets import classify_dataset
from kuajing.classifiers.declared import declared_classification
from kuajing.classifiers.load import load_vocabulary
from kuajing.classifiers.surroundings import TableContext
from kuajing.classifiers.vocabulary import Vocabulary

__all__ = [
    "TableContext",
    "Vocabulary",
    "classify",
    "classify_dataset",
    "declared_classification",
    "load_vocabulary",
]
