"""Numbers for datasets and columns, given as they are first named."""

from kuajing.model.estate import Estate
from kuajing.model.names import ALL_COLUMNS, DatasetName
from kuajing.source.location import Location

_NOWHERE = Location("")


class Numbering:
    """Datasets and columns by number, while a graph is being assembled.

    `columns` holds, for each dataset number, its column names with their numbers, which count over all datasets;
    `places` the first location that says something of each dataset (the path is empty where none does).
    """

    __slots__ = ("columns", "count", "datasets", "places")

    def __init__(self) -> None:
        self.datasets: dict[DatasetName, int] = {}
        self.columns: list[dict[str, int]] = []
        self.places: list[Location] = []
        self.count = 0

    def dataset(self, name: DatasetName, location: Location) -> int:
        """The number of a dataset that is spoken of at a location."""
        number = self.datasets.get(name)
        if number is None:
            number = self.datasets[name] = len(self.columns)
            self.columns.append({})
            self.places.append(location)
        elif self.places[number] is _NOWHERE:
            self.places[number] = location
        return number

    def column(self, dataset: int, name: str) -> int:
        """The number of a column in the dataset of that number."""
        columns = self.columns[dataset]
        number = columns.get(name)
        if number is None:
            number = columns[name] = self.count
            self.count += 1
        return number


def number_columns(estate: Estate) -> Numbering:
    """Numbers for every column that an estate names, and for the unnamed ones of datasets with no named column."""
    numbering = Numbering()
    for dataset in estate.datasets:
        number = numbering.dataset(dataset.name, min(dataset.locations, default=_NOWHERE))
        for column in dataset.columns:
            numbering.column(number, column.name.column)
    for move in estate.moves:
        for column_name in (move.source, move.target):
            numbering.column(numbering.dataset(column_name.dataset, move.location), column_name.column)
    for influence in estate.influences:
        numbering.column(
            numbering.dataset(influence.source.dataset, influence.location), influence.source.column
        )
        numbering.dataset(influence.target, influence.location)
    for access in estate.accesses:
        number = numbering.dataset(access.dataset, access.location)
        for name in access.columns:
            numbering.column(number, access.dataset.column(name).column)
    for number, columns in enumerate(numbering.columns):
        if not columns:
            numbering.column(number, ALL_COLUMNS)
    return numbering
