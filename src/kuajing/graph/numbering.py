"""Numbers for datasets and columns, given as they are first named."""

from kuajing.model.estate import Estate
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName
from kuajing.source.location import Location

_NOWHERE = Location("")


class Numbering:
    """Datasets and columns by number, while a graph is being assembled.

    `columns` holds, for each dataset number, its column names with their numbers, which count over all datasets;
    `names` the column of each number; `places` the first location that says something of each dataset (the path is
    empty where none does). `told` are the datasets whose columns are all known, or of which every source that speaks
    names columns; `granted` are the columns that nothing but a grant names.
    """

    __slots__ = ("columns", "datasets", "granted", "names", "places", "told")

    def __init__(self) -> None:
        self.datasets: dict[DatasetName, int] = {}
        self.columns: list[dict[str, int]] = []
        self.places: list[Location] = []
        self.names: list[ColumnName] = []
        self.told: set[int] = set()
        self.granted: set[int] = set()

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

    def column(self, name: ColumnName, location: Location) -> int:
        """The number of a column that is spoken of at a location."""
        columns = self.columns[self.dataset(name.dataset, location)]
        number = columns.get(name.column)
        if number is None:
            number = columns[name.column] = len(self.names)
            self.names.append(name)
        return number

    def columns_of(self, dataset: DatasetName) -> dict[str, int]:
        """The numbers of the columns of a dataset that has been named, by name."""
        return self.columns[self.datasets[dataset]]


def number_columns(estate: Estate) -> Numbering:
    """Numbers for every column that an estate names, and for the unnamed ones of datasets of which it tells nothing."""
    numbering = Numbering()
    complete = _defined(numbering, estate)
    for move in estate.moves:
        numbering.column(move.source, move.location)
        numbering.column(move.target, move.location)
    for influence in estate.influences:
        numbering.column(influence.source, influence.location)
        numbering.dataset(influence.target, influence.location)
    named = {n for n, names in enumerate(numbering.columns) if names and ALL_COLUMNS not in names}
    numbering.told.update(complete | named)
    _granted(numbering, estate, complete)
    for dataset_name, number in numbering.datasets.items():
        if number not in numbering.told or not numbering.columns[number]:
            numbering.column(ColumnName(dataset_name, ALL_COLUMNS), numbering.places[number])
    return numbering


def _defined(numbering: Numbering, estate: Estate) -> set[int]:
    """Number all datasets and their columns; gives the datasets whose columns are all known."""
    complete: set[int] = set()
    for dataset in estate.datasets:
        place = min(dataset.locations, default=_NOWHERE)
        number = numbering.dataset(dataset.name, place)
        for column in dataset.columns:
            numbering.column(column.name, place)
        if dataset.complete:
            complete.add(number)
    return complete


def _granted(numbering: Numbering, estate: Estate, complete: set[int]) -> None:
    """A grant names columns without telling what is in them or beside them; one of all columns opens those unnamed."""
    for access in estate.accesses:
        number = numbering.dataset(access.dataset, access.location)
        if not access.columns and number not in complete:
            numbering.told.discard(number)
        for name in access.columns:
            if name not in numbering.columns[number]:
                numbering.granted.add(numbering.column(access.dataset.column(name), access.location))
