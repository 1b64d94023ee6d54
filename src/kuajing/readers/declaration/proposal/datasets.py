"""The datasets with personal columns; people are asked for where data begins, the rest follows from there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kuajing.model.estate import Dataset, Move
from kuajing.model.labels import NO_CATEGORY, UNKNOWN_CONTENT, Classification, Outcome
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName
from kuajing.readers.declaration.proposal.names import dataset_id
from kuajing.readers.declaration.proposal.words import one_line, word

_PEOPLE = "    people: {count: unknown, collected_in: unknown, under_14: unknown}"


def datasets_section(
    held: Iterable[Dataset],
    moves: Iterable[Move],
    ids: Mapping[str, str],
    classified: Mapping[ColumnName, Classification],
) -> list[str]:
    """The lines of `datasets`; of those that hold nothing personal only their number."""
    fed_by_others = _reached(moves)
    asked: list[str] = []
    fed: list[str] = []
    others = 0
    for dataset in held:
        personal = _personal(dataset, classified)
        name = word(dataset_id(dataset.name, ids))
        if not personal:
            others += 1
        elif dataset.name not in fed_by_others:
            asked += [f"  {name}:", *(f"    # {column}" for column in personal), _PEOPLE]
        else:
            fed.append(f"  # {one_line(name)}: {', '.join(personal)}")
    if fed:
        fed.insert(0, "  # filled from those above, and counted with them 由上述数据集生成，随其计数")
    rest = (
        [f"  # {others} more without a column that looks personal 另有 {others} 个未见个人信息"]
        if others
        else []
    )
    head = "datasets: # whose data it is, where it begins 数据来自何人"
    return ["", head, *asked, *fed, *rest] if asked or fed else ["", *rest]


def _reached(moves: Iterable[Move]) -> frozenset[DatasetName]:
    """The datasets that data comes to from where it begins; of datasets that only feed each other, none."""
    after: dict[DatasetName, set[DatasetName]] = defaultdict(set)
    for move in moves:
        if move.source.dataset != move.target.dataset:
            after[move.source.dataset].add(move.target.dataset)
    filled = frozenset().union(*after.values())
    reached: set[DatasetName] = set()
    ahead = [name for name in after if name not in filled]
    while ahead:
        new = after.get(ahead.pop(), set()) - reached
        reached |= new
        ahead += new
    return frozenset(reached)


def _personal(dataset: Dataset, classified: Mapping[ColumnName, Classification]) -> list[str]:
    told = []
    for column in dataset.columns:
        classification = classified.get(column.name)
        if column.name.column in {ALL_COLUMNS, ROWS} or classification is None:
            continue
        if classification.outcome is Outcome.NONE or classification.category in {
            NO_CATEGORY,
            UNKNOWN_CONTENT,
        }:
            continue
        doubt = "" if classification.outcome is Outcome.SURE else ", perhaps"
        told.append(f"{one_line(column.name.column)}: {classification.category}{doubt}")
    return told
