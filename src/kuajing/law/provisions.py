"""Instruments, their citable provisions, and the versions of each by date."""

from dataclasses import dataclass
from datetime import date

from kuajing.law.situation import Condition
from kuajing.model.articles import Clock, Content, Penalty, ZoneList


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, measure, standard, guide, official answer or draft 法规文件.

    `since` is the day it came into force, of a draft the day it was published; `link` is empty where no address of
    its text is known.
    """

    id: str
    title: tuple[str, str]
    issuer: tuple[str, str]
    number: str
    kind: str
    adopted: date | None
    since: date
    repealed: date | None
    link: str

    @property
    def is_draft(self) -> bool:
        """Whether it is no law yet."""
        return self.kind == "draft"


@dataclass(frozen=True, slots=True)
class Citing:
    """Keys that are cited while a condition holds (None: always)."""

    when: Condition | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imposed:
    """A duty: when it is due, when the facts show it met (None: no fact tells), and what is cited for it.

    `on_verdict` says that its articles stand among the citations of the verdict. `lasting` marks a duty that goes on:
    where nothing shows it, that is no gap but something to keep up.
    """

    id: str
    when: Condition
    met: Condition | None
    cites: tuple[Citing, ...]
    on_verdict: bool
    lasting: bool


@dataclass(frozen=True, slots=True)
class Breach:
    """A violation: when it is given, and what is cited for it."""

    id: str
    when: Condition
    cites: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A provision as it stands between two days; `kind` is defines, requires, imposes or exempts.

    `penalties` are its figures, `contents` what a document under it holds, `zone_lists` the lists its condition names.
    `touches` says which facts fall under it where no verdict turns on it: it is pointed to, and decides nothing.
    """

    since: date
    until: date | None
    kind: str
    confidence: str
    checked: date
    gloss: tuple[str, str]
    when: Condition | None
    duties: tuple[Imposed, ...]
    violations: tuple[Breach, ...]
    zone_lists: tuple[ZoneList, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    contents: tuple[Content, ...] = ()
    touches: Condition | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One citable rule: an article, a paragraph or item of it, a question answered, a clause.

    `outlives` says that it is still cited for what it was after its last version ended; `clocks` are its deadlines.
    """

    key: str
    instrument: Instrument
    place: tuple[str, str]
    outlives: bool
    versions: tuple[Version, ...]
    clocks: tuple[Clock, ...] = ()

    @property
    def is_guidance(self) -> bool:
        """Whether it explains the law, and so may be cited for an earlier day."""
        return self.instrument.kind in {"answer", "guide", "doctrine"}

    def in_force(self, on: date) -> Version | None:
        """The version that stands on a day; of a draft none."""
        if self.instrument.is_draft:
            return None
        for version in self.versions:
            if version.since <= on and (version.until is None or on < version.until):
                return version
        return self.versions[0] if self.is_guidance and on < self.versions[0].since else None

    def may_be_cited(self, on: date) -> bool:
        """Whether a verdict for that day may name it."""
        return self.in_force(on) is not None or (self.outlives and self.versions[0].since <= on)

    def to_show(self, on: date) -> Version | None:
        """The version that stands on a day, or the last one before it."""
        earlier = [version for version in self.versions if version.since <= on]
        return self.in_force(on) or (earlier[-1] if earlier else None)
