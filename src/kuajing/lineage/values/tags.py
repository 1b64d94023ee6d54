"""What each node of an expression does to the values that pass through it."""

import re
from collections.abc import Mapping

from sqlglot import exp

from kuajing.lineage.values.inline_functions import InlineFunction
from kuajing.lineage.values.provenance import PLAIN, Path, Provenance, Transform, merged

_HASHES = re.compile(
    r"MD[245](?:HEX|BINARY|DIGEST|NUMBERLOWER64|NUMBERUPPER64)?|SHA\d*(?:HEX|BINARY|DIGEST)?|SM3\w*|HMAC\w*|CRC(?:32C?|64)"
    r"|HALFMD5|SIPHASH\w*|FUNCSHA\d*|\w*HASH(?:BYTES|\d+|3\d+|32|64|128)?|HASH\w*|STANDARDHASH|FARMFINGERPRINT\w*|XXH\d+|MURMURHASH\w*|DIGEST"
    r"|BLAKE3|KECCAK256|RIPEMD160|\w*HASH\d+KEYED|CHECKSUM|BINARYCHECKSUM|ADLER32|PASSWORD|BCRYPT|CRYPT"
)
_MASKS = re.compile(
    r"MASK\w*|DIGITALMASKING|SUBSTR(?:ING|B|UTF8)?|SUBBINARY|MID|LEFT|RIGHT|STRLEFT|STRRIGHT|OVERLAY|STUFF"
    r"|TRANSLATE|REGEXPREPLACE\w*|REPLACEREGEXP\w*|KEEPFIRST\w*|KEEPLAST\w*|DESENSITI[SZ]E\w*"
)
_VALUE_KEEPING_NAMES = re.compile(
    r"(?:GROUP(?:UNIQ)?ARRAY|ANY|ARGM|MIN|MAX|TOPK|FIRSTVALUE|LASTVALUE|GROUPBITMAP(?!$)|GROUPCONCAT)\w*"
)
_AGGREGATE_NAMES = re.compile(
    r"(?:APPROX)?(?:COUNT|SUM|AVG|UNIQ|NDV|PERCENTILE|QUANTILE|MEDIAN|STDDEV|VARIANCE|VARPOP|VARSAMP)\w*"
    r"|BITMAP(?:UNION|AND|OR|XOR)?COUNT\w*|HLL\w*|GROUPBITMAP|SEGMENTCOUNT"
)
_VALUE_KEEPING = (
    exp.Min,
    exp.Max,
    exp.First,
    exp.Last,
    exp.AnyValue,
    exp.FirstValue,
    exp.LastValue,
    exp.NthValue,
    exp.Lag,
    exp.Lead,
    exp.ArrayAgg,
    exp.ArrayConcatAgg,
    exp.ArrayUnionAgg,
    exp.ArrayUniqueAgg,
    exp.GroupConcat,
    exp.JSONObjectAgg,
    exp.JSONBObjectAgg,
    exp.JSONArrayAgg,
    exp.ArgMax,
    exp.ArgMin,
    exp.ApproxTopK,
    exp.Mode,
    exp.Ntile,
)
_TRANSPARENT = (
    exp.Alias,
    exp.Aliases,
    exp.Paren,
    exp.Cast,
    exp.Subquery,
    exp.Window,
    exp.Distinct,
    exp.WithinGroup,
    exp.Filter,
    exp.IgnoreNulls,
    exp.RespectNulls,
    exp.Dot,
    exp.Collate,
    exp.Order,
    exp.Ordered,
    exp.PropertyEQ,
    exp.Kwarg,
    exp.Lambda,
)
_NAMED_BY_ITSELF = (exp.Anonymous, exp.AnonymousAggFunc)
"""Calls of functions that sqlglot does not know: the node holds the name."""
_SAMPLE_OF_A_NUMBER = 11
"""A prefix this long holds a whole mobile number: such a cut hides nothing."""


class Tagger:
    """Tells what a node does to values; `functions` says what user functions do, by lower-case name.

    `inline` are the functions whose body the text gives.
    """

    def __init__(self, functions: Mapping[str, str]) -> None:
        self._declared = {name.lower(): Transform[word.upper()] for name, word in functions.items()}
        self.inline: dict[str, InlineFunction] = {}
        self._returned: dict[str, Provenance] = {}
        self._steps: dict[tuple[type, str], Path] = {}
        self._settled: dict[type, Path] = {}
        """The steps of the kinds of nodes that always make the same one."""

    def body_of(self, node: exp.Expr) -> InlineFunction | None:
        """The function a node calls, where the text gave its body and nobody declared what it does."""
        if not self.inline or not isinstance(node, exp.Anonymous) or node.name.lower() in self._declared:
            return None
        return self.inline.get(node.name.lower())

    def keep_returned(self, function: str, value: Provenance) -> None:
        """Keeps where a value that a function returns comes from."""
        if value and function not in self._declared:
            self._returned[function] = merged([self._returned.get(function, {}), value])

    def returned_by(self, node: exp.Expr) -> Provenance:
        """What the function that a node calls returns besides what it makes of its arguments."""
        if not self._returned or not isinstance(node, exp.Func):
            return {}
        return self._returned.get(function_name(node).lower(), {})

    def step(self, node: exp.Expr) -> Path:
        """The step a value makes when it passes up through this node."""
        settled = self._settled.get(type(node))
        if settled is not None:
            return settled
        if isinstance(node, _TRANSPARENT):
            self._settled[type(node)] = PLAIN
            return PLAIN
        name = function_name(node)
        key = (type(node), name)
        known = self._steps.get(key)
        if known is None:
            known = self._steps[key] = Path(self._transform(node, name), frozenset({name} if name else ()))
        if known.transform is not Transform.MASKED:
            if not isinstance(node, _NAMED_BY_ITSELF):
                self._settled[type(node)] = known
        elif name.lower() not in self._declared and _hides_nothing(node):
            return known._replace(transform=Transform.DERIVED)
        return known

    def _transform(self, node: exp.Expr, name: str) -> Transform:  # noqa: PLR0911  one return for each kind
        declared = self._declared.get(name.lower())
        if declared is not None:
            return declared
        if isinstance(node, _VALUE_KEEPING):
            return Transform.DERIVED
        plain = name.replace("_", "")
        if isinstance(node, exp.AggFunc):
            kept = _VALUE_KEEPING_NAMES.fullmatch(plain)
            return Transform.DERIVED if kept else Transform.AGGREGATED
        if _HASHES.fullmatch(plain):
            return Transform.HASHED
        if _MASKS.fullmatch(plain):
            return Transform.MASKED
        if isinstance(node, exp.Anonymous) and _AGGREGATE_NAMES.fullmatch(plain):
            return Transform.AGGREGATED
        return Transform.DERIVED


def function_name(node: exp.Expr) -> str:
    """The upper-case name of the function a node calls; empty for operators."""
    if isinstance(node, _NAMED_BY_ITSELF):
        said = node.this
        return (said if isinstance(said, str) else said.name).upper()
    if isinstance(node, exp.Func) and not isinstance(node, (exp.And, exp.Or, exp.If)):
        return _SHORT.get(type(node)) or node.sql_names()[0]
    return ""


_SHORT: dict[type, str] = {
    exp.XMLTable: "XMLTABLE",
    exp.JSONTable: "JSON_TABLE",
    exp.OpenJSON: "OPENJSON",
    exp.SHA2Digest: "SHA2",
    exp.SHA1Digest: "SHA1",
    exp.MD5Digest: "MD5",
}


def _hides_nothing(node: exp.Expr) -> bool:
    """Whether a cut keeps the whole of the value: it starts at the front and has no end, or one far out."""
    if isinstance(node, exp.Substring):
        start, length = node.args.get("start"), node.args.get("length")
        if not (isinstance(start, exp.Literal) and start.name in {"0", "1"}):
            return False
    elif isinstance(node, (exp.Left, exp.Right)):
        length = node.expression
    else:
        return False
    if length is None:
        return True
    return (
        isinstance(length, exp.Literal) and length.name.isdigit() and int(length.name) >= _SAMPLE_OF_A_NUMBER
    )
