"""All statements that are taken apart before sqlglot sees them, each by its own recogniser."""

from collections.abc import Callable, Sequence

from kuajing.lineage.shims.attachments import whole_database
from kuajing.lineage.shims.backups import backup
from kuajing.lineage.shims.broker_loads import broker_load
from kuajing.lineage.shims.buffers import buffer
from kuajing.lineage.shims.cdc_source import cdc_source
from kuajing.lineage.shims.copies import copy
from kuajing.lineage.shims.dictionaries import loaded_dictionary
from kuajing.lineage.shims.directories import directory
from kuajing.lineage.shims.function_targets import function_target
from kuajing.lineage.shims.load_data import insert_infile, load_data
from kuajing.lineage.shims.loads import load
from kuajing.lineage.shims.outfile import outfile
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.routine_exports import routine_export
from kuajing.lineage.shims.server_procedures import server_procedure
from kuajing.lineage.shims.stages import transfer
from kuajing.lineage.shims.streaming_jobs import streaming_job
from kuajing.lineage.shims.unloads import export, unload
from kuajing.lineage.text.lexer import Token

_RECOGNISERS: tuple[Callable[[Sequence[Token], str], Peeled | None], ...] = (
    outfile,
    transfer,
    whole_database,
    load_data,
    insert_infile,
    copy,
    unload,
    export,
    broker_load,
    backup,
    load,
    cdc_source,
    streaming_job,
    directory,
    loaded_dictionary,
    buffer,
    function_target,
    routine_export,
    server_procedure,
)


def peel(words: Sequence[Token], text: str) -> Peeled | None:
    """The movement a statement makes to or from a place outside; None for statements of SQL proper."""
    return next((found for recognise in _RECOGNISERS if (found := recognise(words, text)) is not None), None)
