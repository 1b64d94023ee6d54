"""Whatever is written, a block holds what the host means, and each literal sign stands where the block says."""

import ast
import json
import shlex
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.embedded.rendering import stands_where_it_says

from kuajing.embedded import Block, blocks

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t'\"\\$`{}%&<>#"), max_size=30
)
HEAD = "select a from t where b = "


def only(path: str, host: str) -> Block:
    (block,) = blocks(path, host).blocks
    assert stands_where_it_says(block, host)
    return block


@given(TEXTS.filter(lambda text: "{" not in text and "%" not in text))
def test_a_literal_of_python_is_what_python_makes_of_it(text: str) -> None:
    host = f"é = 1\nx = ({HEAD!r}  # {{}}\n  {text!r} + {text!r})\n"
    statement = ast.parse(host).body[1]
    assert isinstance(statement, ast.Assign)
    made = eval(compile(ast.Expression(statement.value), "", "eval"))  # noqa: S307  the test's own literals
    assert made.strip() == only("a.py", host).text


@given(TEXTS)
def test_a_quoted_word_of_the_shell_is_what_was_quoted(text: str) -> None:
    written = text.replace("$", "").replace("\x00", "")
    assert (HEAD + written).strip() == only(
        "a.sh", f"echo 客户\nhive -e {shlex.quote(HEAD + written)}\n"
    ).text


@given(TEXTS)
def test_a_string_of_a_notebook_is_what_json_makes_of_it(text: str) -> None:
    cell = {"cell_type": "code", "source": ["%%sql\n", HEAD, text], "outputs": [{"text": HEAD}]}
    for plain in (True, False):
        host = json.dumps({"cells": [cell]}, ensure_ascii=plain)
        assert (HEAD + text).strip() == only("a.ipynb", host).text


@given(TEXTS)
def test_the_text_of_an_element_is_what_xml_makes_of_it(text: str) -> None:
    written = text.replace("$", "").replace("#", "").replace("\r", "")
    host = f'<mapper namespace="客户"><!-- 选 -->\n<select id="a">{HEAD}{escape(written)}</select></mapper>'
    assert (HEAD + written).strip() == only("a.xml", host).text


@given(
    st.lists(
        st.sampled_from(["> ", "- ", "  ", "\t", "```sql\n", "```\n", "~~~\n", "select 选\n", "\n", "x"])
    )
)
def test_fences_stand_where_they_say_however_they_are_nested(parts: list[str]) -> None:
    host = "".join(parts)
    assert all(stands_where_it_says(block, host) for block in blocks("a.md", host).blocks)


PIECES = {
    "a.py": ['"', "'", '"""', "f", "r", "{", "}", "\\", "\n", "select a from b", " + ", "%s", "(", ")", "x += ", "x = ", "#"],
    "a.sh": ['"', "'", "$(", ")", "`", "${", "}", "<<E\n", "E\n", "hive -e ", "select a from b", ";", "|", "#", "\\", "$x", "x="],
    "models/a.sql": ["{{", "}}", "{%", "%}", "{#", "#}", " if x ", " else ", " endif ", " for ", " endfor ", "select a from b",
                     " ref('a') ", "'", "\n", " raw ", " endraw ", "-", " f(ref('a')) "],
    "a.xml": ['<mapper namespace="a">', "</mapper>", '<select id="a">', "</select>", "<where>", "</where>", "<choose>",
              "</choose>", "<when>", "</when>", "and a", "&lt;", "<![CDATA[", "]]>", '<include refid="a"/>', '<sql id="a">', "</sql>"],
    "a.ipynb": ['{"cells": [{"cell_type": "code", "source": "', '"}]}', "%%sql", "\\n", "\\u5ba2", "select a from b", "!ls", '\\"'],
    "note.json": ['{"paragraphs": [', '{"text": "', '"}', "]}", ",", "%sql", "\\n", "select a from b", "%md"],
}  # fmt: skip


@pytest.mark.parametrize("path", PIECES)
@given(data=st.data())
def test_nothing_that_is_written_breaks_a_reader(path: str, data: st.DataObject) -> None:
    host = "".join(data.draw(st.lists(st.sampled_from(PIECES[path]), max_size=40)))
    assert all(stands_where_it_says(block.defining(), host) for block in blocks(path, host).blocks)


@pytest.mark.parametrize(
    ("path", "host", "reason"),
    [
        ("a.py", "x = 'select a from b' + " + "(" * 500, "unread.embedded_literals"),
        ("a.py", "x = 'select a from b'\x00", "unread.embedded_literals"),
        ("a.sh", "$(" * 100, "unread.embedded_too_deep"),
        ("a.xml", '<mapper namespace="a">' + "<if>" * 100, "unread.embedded_too_deep"),
        ("a.ipynb", "[" * 100, "unread.embedded_notebook"),
        ("a.sql", "{% if a %}" * 100 + "{% endif %}", "unread.embedded_too_deep"),
        (
            "a.xml",
            '<mapper namespace="a"><select id="s"><include refid="f0"/></select>'
            + "".join(f'<sql id="f{n}">' + f'<include refid="f{n + 1}"/>' * 9 + "</sql>" for n in range(9))
            + "</mapper>",
            "unread.embedded_too_long",
        ),
    ],
)
def test_what_goes_past_every_limit_is_named(path: str, host: str, reason: str) -> None:
    assert [reason] == [one.reason for one in blocks(path, host).unread]
