"""`roster --workers` and `--cluster`: the bytes of one process, whoever made them and whatever happened meanwhile."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

import mobcalc
from mobcalc.cli import roster_cluster, roster_files, roster_worker
from mobcalc.cli.options import Pathways, Rate, Values
from mobcalc.cli.roster_options import Shares
from mobcalc.cli.roster_run import Kept, Question, Settings
from mobcalc.report.roster_work import Work

TRADES = "building-trades-apprenticeship"
WORKERS: tuple[tuple[str, ...], ...] = ((), ("--workers", "1"))
ASKED = ("-p", TRADES, "-p", "certificate", "--draws", "100", "--summary", "by=program,town", "--json")
STATES = ("NY", "OH", "", "TX")

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def people(tmp_path, monkeypatch):
    """Forty people, two of whom cannot be answered, in a folder of their own; two of them make a part."""
    monkeypatch.chdir(tmp_path)
    lines = ["id,age,sex,wage,state,program,town,weight"]
    for place in range(40):
        sex, wage = ("male", "female")[place % 2], 9 + place / 7
        state, town = STATES[place % 4], "Troy" if place % 3 else "Utica"
        age = 3 if place in (5, 33) else 18 + place % 9
        lines.append(f"P{place},{age},{sex},{wage:.2f},{state},north,{town},{0.1 + place / 3:.3f}")
    Path("people.csv").write_text("\n".join(lines) + "\n")
    monkeypatch.setattr(roster_cluster, "FEWEST_ROWS", 2)
    monkeypatch.setattr(roster_cluster, "MOST_ROWS", 2)
    return Path("people.csv")


@pytest.fixture(scope="module")
def cluster():
    """Two workers that started in another folder than that of the people."""
    distributed = pytest.importorskip("distributed", reason="needs Dask: pip install 'mobcalc[cluster]'")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=roster_cluster.NOTHING
    ) as those:
        yield those


@pytest.fixture
def client(cluster):
    """A client of it that looks on."""
    from distributed import Client

    cluster.scheduler.allowed_failures = 3
    with Client(cluster, set_as_default=False) as one:
        one.wait_for_workers(2)
        yield one


def one_process(run, *words, errors="whole_errors.csv"):
    """What one process makes of the people."""
    found = run("roster", "people.csv", "-o", "whole.csv", "--errors", errors, *ASKED, *words)
    assert found.code == 3
    return found


def same(found, whole):
    """Whether answers and files are the same to the byte."""
    assert (found.code, found.out) == (whole.code, whole.out)
    assert Path("g.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert Path("e.csv").read_bytes() == Path("whole_errors.csv").read_bytes()
    assert not list(Path().glob("g.csv.*"))


def shared(run, *words):
    return run("roster", "people.csv", "-o", "g.csv", "--errors", "e.csv", *ASKED, *words)


def on_part(monkeypatch, number, done):
    """Do something once so many parts are written, and after each further one until it could be done."""
    original, count = Work.add, []

    def add(self, *arguments):
        original(self, *arguments)
        count.append(1)
        if len(count) >= number and done():
            monkeypatch.setattr(Work, "add", original)

    monkeypatch.setattr(Work, "add", add)


def kill_one(cluster, processes):
    """Kill a worker in the middle of its work, if any is; which process it was."""
    for address, pid in processes.items():
        if cluster.scheduler.workers[address].processing:
            os.kill(pid, signal.SIGSTOP)
            time.sleep(0.2)  # What it said before is heard by then.
            if cluster.scheduler.workers[address].processing:
                threading.Timer(1.0, os.kill, (pid, signal.SIGKILL)).start()
                return pid
            os.kill(pid, signal.SIGCONT)
    return None


def test_workers_of_this_machine_write_the_bytes_of_one_process(run, people):
    pytest.importorskip("distributed", reason="needs Dask: pip install 'mobcalc[cluster]'")
    whole = one_process(run)
    found = shared(run, "--workers", "2")
    same(found, whole)
    assert found.err == whole.err.replace("whole_errors.csv", "e.csv")
    printed = run("roster", "people.csv", *ASKED[:4], "--workers", "1")
    assert (printed.code, printed.out) == (3, run("roster", "people.csv", *ASKED[:4]).out)
    screens = [run("roster", "people.csv", "-o", "g.csv", "--force", *ASKED[:6], *words) for words in WORKERS]
    assert screens[0].out == screens[1].out
    assert "Certificate (one year)" in screens[0].out


def test_a_worker_killed_in_the_middle_changes_no_byte(run, people, cluster, client, monkeypatch):
    whole, killed, processes = one_process(run), [], client.run(os.getpid)

    def killing():
        killed.append(kill_one(cluster, processes))
        return killed[-1]

    on_part(monkeypatch, 3, killing)
    same(shared(run, "--cluster", cluster.scheduler_address), whole)
    client.wait_for_workers(2)
    assert killed[-1] and killed[-1] not in client.run(os.getpid).values()


def test_rows_over_which_workers_are_lost_end_the_run_with_whole_rows(run, people, cluster, client, monkeypatch):
    whole, processes = one_process(run), client.run(os.getpid)
    cluster.scheduler.allowed_failures = 0
    on_part(monkeypatch, 3, lambda: kill_one(cluster, processes))
    found = shared(run, "--cluster", cluster.scheduler_address)
    assert (found.code, found.out) == (1, "")
    said = "error: workers were lost over the same rows again and again; memory may be short: the first "
    assert said in found.err
    assert found.err.endswith("rows of people.csv are whole in g.csv.partial\n  hint: add --resume to go on with it\n")
    cluster.scheduler.allowed_failures = 3
    same(shared(run, "--cluster", cluster.scheduler_address, "--resume"), whole)


def test_where_all_workers_are_gone_the_run_ends(run, people, cluster, client, monkeypatch):
    monkeypatch.setattr(roster_cluster, "RECOVERY", 0.5)
    on_part(monkeypatch, 2, lambda: (cluster.scale(0), wait_until(lambda: not client.nthreads())))
    try:
        found = shared(run, "--cluster", cluster.scheduler_address)
    finally:
        cluster.scale(2)
        client.wait_for_workers(2)
    assert found.code == 1
    assert found.err.startswith("error: no worker is left: the first ")


def wait_until(is_so):
    for _ in range(200):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError


def test_an_interrupted_run_goes_on_with_workers_or_without(run, people, cluster, client, monkeypatch):
    whole = one_process(run)

    def interrupted():
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        on_part(patched, 4, interrupted)
        found = shared(run, "--cluster", cluster.scheduler_address)
    assert found.code == 130
    assert "the first 8 rows of people.csv are whole in g.csv.partial" in found.err
    with monkeypatch.context() as patched:
        patched.setattr(roster_files, "CHUNK", 7)
        on_part(patched, 2, interrupted)
        assert shared(run, "--resume").code == 130
    same(shared(run, "--resume", "--cluster", cluster.scheduler_address), whole)


def test_assumptions_travel_with_the_work(run, people, cluster, client, monkeypatch):
    Path("mine").mkdir()
    Path("mine/ours.yaml").write_text("economy:\n  discount_rate:\n    value: 0.05\n")
    Path("here.yaml").write_text("person:\n  retire_age:\n    value: 60\n")
    monkeypatch.setenv("MOBCALC_ASSUMPTIONS", "mine")
    words = ("--assumptions", "here.yaml", "--set", "economy.real_wage_growth=0.01", "-p", "associate-degree")
    whole = one_process(run, *words)
    same(shared(run, "--cluster", cluster.scheduler_address, *words), whole)
    monkeypatch.delenv("MOBCALC_ASSUMPTIONS")
    Path("whole.csv").rename("other.csv")
    Path("whole_errors.csv").unlink()
    one_process(run, *words)
    assert Path("whole.csv").read_bytes() != Path("other.csv").read_bytes()


def test_workers_of_another_version_are_refused(run, people, cluster, client, monkeypatch):
    own = mobcalc.__version__
    with monkeypatch.context() as patched:
        patched.setattr(mobcalc, "__version__", "9.9.9")
        found = shared(run, "--cluster", cluster.scheduler_address)
    assert found.code == 2
    first, hint = found.err.splitlines()
    assert first.startswith("error: --cluster: tcp://127.0.0.1:")
    assert first.endswith(f": mobcalc: it has {own} and this computer 9.9.9")
    assert hint == "  hint: install the same mobcalc and NumPy for the scheduler and all workers"
    assert not list(Path().glob("g.csv*"))


@pytest.mark.parametrize("name", ["NumPy", "assumptions", "tables"])
def test_workers_with_something_else_are_refused(run, people, cluster, client, monkeypatch, name):
    original = roster_cluster.surroundings
    monkeypatch.setattr(roster_cluster, "surroundings", lambda settings: original(settings) | {name: "another"})
    found = shared(run, "--cluster", cluster.scheduler_address)
    assert found.code == 2
    assert found.err.startswith("error: --cluster: tcp://127.0.0.1:")
    assert f": {name}: it has " in found.err and " and this computer another\n" in found.err


def test_a_worker_that_comes_later_is_asked_what_it_has_too(client):
    settings = Settings(question(), Kept(is_asked=False))
    lent = roster_worker.Lent("a key", question(), settings.kept, settings.held, {"mobcalc": "9.9.9"})
    (problem,) = client.submit(roster_worker.part_elsewhere, lent, None, b"").result(timeout=60)
    assert (problem.name, problem.what) == ("mobcalc", f"it has {mobcalc.__version__} and this computer 9.9.9")


def question():
    return Question(Values(), Pathways(pathway=[TRADES]), Rate())


def test_what_is_wrong_with_a_column_is_said_as_by_one_process(run, people, cluster, client):
    found = run(
        "roster", "people.csv", "-o", "g.csv", "--summary", "by=village", "--cluster", cluster.scheduler_address
    )
    assert (found.code, found.err.splitlines()[0]) == (2, "error: --summary: people.csv has no column 'village'")
    assert not list(Path().glob("g.csv*"))


def test_workers_of_this_machine_listen_to_it_alone(people):
    pytest.importorskip("distributed", reason="needs Dask: pip install 'mobcalc[cluster]'")
    import psutil

    settings = Settings(question(), Kept(is_asked=False))
    with roster_cluster.crew(Shares(workers=2), question(), settings.kept, settings) as crew:
        assert len(crew.client.nthreads()) == 2
        processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
        lines = [one for process in processes for one in process.net_connections("tcp")]
        open_ = {one.laddr.ip for one in lines if one.status == psutil.CONN_LISTEN}
    assert open_ == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("rows", "workers", "size"),
    [
        (100_000, 2, 51_000),
        (202_000, 2, 100_000),
        (250_000, 2, 63_750),
        (10_000_000, 4, 100_000),
        (400, 2, 5_000),
        (None, 3, 100_000),
    ],
)
def test_parts_are_large_and_enough_for_all_workers(rows, workers, size):
    class Client:
        def nthreads(self):
            return dict.fromkeys(range(workers), 1)

    assert roster_cluster.Crew(Client(), None).rows_of_parts(rows) == size


def test_how_many_rows_a_file_has_is_told_from_the_first(tmp_path):
    csv, lines = tmp_path / "a.csv", ["id,age", *(f"{place:05},30" for place in range(40_000))]
    csv.write_text("\n".join(lines) + "\n")
    assert abs(roster_files.rows_about(str(csv)) - 40_000) < 400
    assert roster_files.rows_about(str(tmp_path / "b.csv")) is None
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'mobcalc[roster]'")
    from pyarrow import csv as arrow_csv
    from pyarrow import parquet

    parquet.write_table(arrow_csv.read_csv(csv), tmp_path / "a.parquet")
    assert roster_files.rows_about(str(tmp_path / "a.parquet")) == 40_000


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1"])
def test_an_address_where_nobody_answers_is_refused_soon(run, people, monkeypatch, address):
    pytest.importorskip("distributed", reason="needs Dask: pip install 'mobcalc[cluster]'")
    monkeypatch.setattr(roster_cluster, "PATIENCE", 0.3)
    found = shared(run, "--cluster", address)
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        f"error: --cluster: no scheduler of Dask answers at {address}\n"
        "  hint: start one with 'dask scheduler', which says its address\n"
    )
    assert not list(Path().glob("g.csv*"))


def test_a_scheduler_without_workers_is_refused(run, people, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="needs Dask: pip install 'mobcalc[cluster]'")
    monkeypatch.setattr(roster_cluster, "PATIENCE", 0.3)
    with distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", silence_logs=100) as empty:
        found = shared(run, "--cluster", empty.scheduler_address)
    assert found.code == 2
    assert found.err.startswith(f"error: --cluster: the scheduler at {empty.scheduler_address} has no workers\n")


@pytest.mark.parametrize("words", [("--workers", "2"), ("--cluster", "tcp://127.0.0.1:1")])
def test_without_dask_it_is_said_what_to_install(run, people, monkeypatch, words):
    monkeypatch.setitem(sys.modules, "distributed", None)
    found = shared(run, *words)
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        f"error: {words[0]}: it needs Dask, which is not installed\n  hint: install it with: pip install 'mobcalc[cluster]'\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--workers", "0"), "error: --workers: 0 is no number of processes\n  hint: give 1 to 256\n"),
        (("--workers", "1.5"), "error: --workers: 1.5 is no number of processes\n  hint: give 1 to 256\n"),
        (("--workers", "two"), "error: --workers: 'two' is not a number\n"),
        (("--cluster", " "), "error: --cluster: the address is empty\n  hint: give one such as tcp://10.0.0.5:8786\n"),
        (
            ("--cluster", "tcp://a:1", "--workers", "2"),
            "error: --workers: --cluster has workers of its own\n  hint: give one of --workers and --cluster\n",
        ),
        (("--cluster", "x://y:1"), "error: --cluster: x://y:1 is no address: "),
    ],
)
def test_workers_that_cannot_be_meant_are_refused(run, people, words, said):
    if words == ("--cluster", "x://y:1"):
        pytest.importorskip("distributed", reason="needs Dask: pip install 'mobcalc[cluster]'")
    found = shared(run, *words)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(said)
