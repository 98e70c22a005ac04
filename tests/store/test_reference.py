"""The store holds the published tables cell by cell, and is refused where it is not of them."""

import importlib.util
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from mobcalc.store import reference as store
from mobcalc.store.reference import VERSION, reference, rows
from tests.store.published import TABLES, forget, lines, table

ROOT = Path(__file__).parents[2]
REMEDY = "  hint: install mobcalc again, or run 'python tools/build_store.py' in a checkout\n"
POSTALS = """
01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI
27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT
51VA 53WA 54WV 55WI 56WY
"""


@pytest.fixture(scope="module")
def builder():
    """The tool that builds the store."""
    spec = importlib.util.spec_from_file_location("build_store", ROOT / "tools" / "build_store.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_same(cell, value, kind):
    """Whether a value in the store is what the cell of a file says."""
    if cell == "" or value is None:
        return cell == "" and value is None
    return value == cell if kind == "TEXT" else not isinstance(value, str) and float(cell) == value


def test_every_file_is_a_table_cell_by_cell(builder):
    for name in builder.FILES:
        header, *cells = lines(name)
        columns = rows(f"SELECT name, type FROM pragma_table_info('{name}')")
        kinds = [kind for _, kind in columns]
        assert [column for column, _ in columns] == header, name
        held = rows(f'SELECT * FROM "{name}" ORDER BY rowid')
        assert len(held) == len(cells) > 0, name
        for number, (line, value) in enumerate(zip(cells, held, strict=True), 2):
            pairs = zip(line, value, kinds, strict=True)
            assert all(is_same(*pair) for pair in pairs), f"{name}.csv:{number}"


def test_codes_are_text_and_so_is_whatever_has_a_leading_zero(builder):
    for name in builder.FILES:
        header, *cells = lines(name)
        kinds = dict(map(tuple, rows(f"SELECT name, type FROM pragma_table_info('{name}')")))
        for number, column in enumerate(header):
            is_code = column.endswith(("fips", "_code", "unitid", "geoid_2020"))
            zeros = any(len(c[number]) > 1 and c[number][0] == "0" and c[number].isdigit() for c in cells)
            assert kinds[column] == "TEXT" or not (is_code or zeros), f"{name}.{column}"


def test_the_store_names_every_table_it_was_made_from(builder):
    assert {name for (name,) in rows("SELECT name FROM files")} == {
        f"{name}.csv" for name in (*builder.FILES, *builder.WAGES, *builder.PROFILES, *builder.PLACES)
    }


def test_states_have_their_codes_and_names():
    held = {(fips + postal, name) for fips, postal, name in rows("SELECT fips, postal, name FROM states")}
    names = {(r["county_fips"][:2], r["state"]): r["state_name"] for r in table("ndcp_2018_infant_childcare_by_county")}
    assert held == {(code, names[code[:2], code[2:]]) for code in POSTALS.split()}
    assert len(held) == 51


def test_the_store_cannot_be_written():
    before = store.STORE.stat()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reference().execute("DELETE FROM states")
    assert (store.STORE.stat().st_mtime_ns, store.STORE.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert len(rows("SELECT * FROM states")) == 51


def content(file):
    """Everything in a store: its tables and indexes, and the rows of the tables in order."""
    connection = sqlite3.connect(file)
    try:
        made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        names = [name for kind, name, _ in made if kind == "table"]
        return made, {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    finally:
        connection.close()


def test_the_same_tables_give_the_same_store(builder, tmp_path):
    builder.build(TABLES, tmp_path / "again.sqlite")
    assert content(tmp_path / "again.sqlite") == content(store.STORE)
    assert [file.name for file in tmp_path.iterdir()] == ["again.sqlite"]


def test_a_table_that_is_missing_leaves_the_old_store(builder, tmp_path):
    file = tmp_path / "store.sqlite"
    file.write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        builder.build(tmp_path, file)
    assert file.read_bytes() == b"old"


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A checkout of one's own: where its store would be, with one of the tables it is made from."""
    file = tmp_path / "src" / "mobcalc" / "reference.sqlite"
    file.parent.mkdir(parents=True)
    (tmp_path / "assumptions" / "tables").mkdir(parents=True)
    shutil.copy2(TABLES / "occupation_aliases.csv", tmp_path / "assumptions" / "tables")
    real = store.STORE
    forget(store.reference)
    monkeypatch.setattr(store, "STORE", file)
    yield file, real, tmp_path / "assumptions" / "tables" / "occupation_aliases.csv"
    forget(store.reference)


def refusal(file, what):
    return (2, "", f"error: {file}: {what}\n{REMEDY}")


def test_a_store_that_is_missing_is_refused(elsewhere, run):
    file, _, _ = elsewhere
    assert run("compare", "--state", "NY") == refusal(file, "the reference store is missing")
    file.mkdir()
    assert run("compare", "--occupation", "electrician") == refusal(file, "the reference store is missing")
    assert run("compare").code == 0


def test_a_store_that_is_not_sqlite_or_of_another_version_is_refused(elsewhere, run):
    file, _, _ = elsewhere
    file.write_bytes(b"not a store\n" * 100)
    said = "the reference store cannot be read: file is not a database"
    assert run("compare", "--state", "NY") == refusal(file, said)
    file.write_bytes(b"")
    said = f"the reference store is of another version (0 instead of {VERSION})"
    assert run("compare", "--state", "NY") == refusal(file, said)


def test_a_store_that_was_copied_in_part_is_refused(elsewhere, run):
    file, real, _ = elsewhere
    data = real.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    assert run("compare", "--state", "NY") == refusal(
        file, "the reference store cannot be read: database disk image is malformed"
    )


def test_a_store_of_other_tables_is_refused(elsewhere, run):
    file, real, csv = elsewhere
    shutil.copy(real, file)
    other = refusal(file, "the reference store is not of the table occupation_aliases.csv as it is now")
    good, made = csv.read_bytes(), file.stat().st_mtime_ns

    def put(data, later):
        csv.write_bytes(data)
        os.utime(csv, ns=(made + later, made + later))
        forget(store.reference)
        return run("compare", "--state", "NY")

    assert put(good + b"\n", -(10**9)) == other
    assert put(good.replace(b"trucker", b"truckor"), 10**9) == other
    assert put(good, 10**9).code == 0


def test_a_store_stands_by_itself_where_the_tables_were_left_out(elsewhere, run):
    file, real, csv = elsewhere
    shutil.copy(real, file)
    shutil.rmtree(csv.parent)
    assert run("compare", "--state", "NY").code == 0


def test_a_store_that_lacks_a_table_is_refused(elsewhere, run):
    file, real, _ = elsewhere
    shutil.copy(real, file)
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE places")
    connection.commit()
    connection.close()
    found = run("compare", "--state", "NY", "--county", "Jamestown")
    assert (found.code, found.err.endswith(REMEDY)) == (2, True)
