"""What applications can read of the stores they open, where it is known on which system they run."""

from collections.abc import Iterable, Iterator

from kuajing.model.estate import Access, Dataset, Use


def accesses_of(uses: Iterable[Use], datasets: Iterable[Dataset]) -> Iterator[Access]:
    """An access to every dataset of the store; an application whose place nothing tells opens nothing from anywhere.

    Such uses are counted and shown (`Estate.uses`), because where the application runs decides whether data leaves.
    """
    known = tuple(datasets)
    for use in uses:
        if use.system is None or use.running.disabled or use.system == use.store.system:
            continue
        for dataset in known:
            name = dataset.name
            if name.system == use.store.system and name.path[: len(use.store.path)] == use.store.path:
                yield Access(
                    reader=use.system,
                    dataset=name,
                    columns=(),
                    via=use.application,
                    purpose=None,
                    status=None,
                    location=use.location,
                )
