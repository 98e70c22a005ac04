"""A case means the same in every command, whether a scenario file or flags say it."""

import json
from itertools import chain

import pytest

SEVERAL = ("compare", "timeline", "assumptions diff")
"""Commands that serve any number of pathways."""
ONE = ("sensitivity", "solve economy.real_wage_growth", "cliff", "livingwage")
"""Commands about one pathway at the most."""
NEED_A_PLACE = ("cliff", "livingwage")
FOLLOWED = {
    "sensitivity": lambda found: found["pathway"],
    "solve economy.real_wage_growth": lambda found: found["question"]["pathway"],
    "cliff": lambda found: found["along"] and found["along"]["id"],
    "livingwage": lambda found: found["gap"]["pathway"],
}
"""Which pathway the answer of a command is about."""

ELECTRICIAN, ASSOCIATE, CERTIFICATE = "electrician-apprenticeship", "associate-degree", "certificate"
BACHELORS, BASE, TRADES = "bachelors-degree", "no-postsecondary", "building-trades-apprenticeship"
HVAC, WIRING = "apprenticeship-49-9021", "apprenticeship-47-2111"
COOLING = "certificate-49-9021"
WAREHOUSE = "set:\n  economy.discount_rate: 0.05\n  person.child_care: 2400\nperson: {age: 30, sex: female, wage: 17.5, hours: 35}\n"
PERSON = "person: {age: 26, sex: male, children: [3, 7], adults: 2, partner_earnings: 20000}\n"

# A scenario file, flags, and which pathways are asked for, an occupation by itself counted as the usual route into it.
CASES = [
    ("", "", ()),
    ("", "--state NY", ()),
    ("", "--state TX --age 25 --sex female", ()),
    ("", "--county Kings,NY --child 3", ()),
    ("", "--metro Buffalo --state NY --adults 2 --child 4 --child 9", ()),
    ("", "--state WA --disability --age 30", ()),
    ("", f"--state NY -p {CERTIFICATE}", (CERTIFICATE,)),
    ("", f"--state NY -p {ELECTRICIAN} --wage 17.50", (ELECTRICIAN,)),
    ("", f"--state NY -p {CERTIFICATE} --hours 30 --age 40", (CERTIFICATE,)),
    ("", f"--state CA -p {ASSOCIATE} -p {CERTIFICATE}", (ASSOCIATE, CERTIFICATE)),
    ("", "--state CA -p all", ("all",)),
    ("", "--state NY --occupation electrician", (WIRING,)),
    ("", f"--state NY --occupation electrician -p {WIRING}", (WIRING,)),
    ("", f"--state NY --occupation electrician -p {CERTIFICATE}", (CERTIFICATE, WIRING)),
    ("", "--state NY --occupation electrician -p all", ("all",)),
    ("", f"-p {ASSOCIATE}", (ASSOCIATE,)),
    ("", f"-p {ASSOCIATE} -p {BACHELORS}", (ASSOCIATE, BACHELORS)),
    ("", "--occupation hvac", (COOLING,)),
    ("", f"--state NY -p {ASSOCIATE} --baseline {CERTIFICATE}", (ASSOCIATE,)),
    ("", f"--state NY --education {ASSOCIATE} --age 28 -p {BACHELORS}", (BACHELORS,)),
    ("", f"--state MS --years-out 4 --age 33 -p {CERTIFICATE}", (CERTIFICATE,)),
    ("place: NY\n", "", ()),
    ("place: 'Kings, NY'\n", "", ()),
    ("place: {state: WA, county: Tacoma}\n", "--child 2", ()),
    ("place: NY\npathways: [all]\n", "", ("all",)),
    (f"place: NY\npathways: [all]\n{PERSON}", f"-p {CERTIFICATE}", (CERTIFICATE,)),
    (f"place: NY\npathways: [{ASSOCIATE}]\n{PERSON}", "", (ASSOCIATE,)),
    (f"place: NY\npathways: [{ASSOCIATE}, {CERTIFICATE}]\n", "", (ASSOCIATE, CERTIFICATE)),
    (f"place: NY\npathways: [{ASSOCIATE}, {CERTIFICATE}]\n", f"-p {TRADES}", (TRADES,)),
    ("place: NY\noccupation: hvac\n", "", (COOLING,)),
    ("place: NY\noccupation: hvac\n", f"-p {CERTIFICATE}", (CERTIFICATE,)),
    ("place: NY\noccupation: hvac\n", "--occupation electrician", (WIRING,)),
    (f"place: NY\noccupation: hvac\npathways: [{CERTIFICATE}]\n", "", (CERTIFICATE, HVAC, f"{CERTIFICATE}-49-9021")),
    (f"place: NY\noccupation: hvac\npathways: [{CERTIFICATE}]\n", f"-p {ASSOCIATE}", (ASSOCIATE,)),
    (f"place: NY\npathways: [{CERTIFICATE}]\n", "--occupation electrician", (CERTIFICATE, WIRING)),
    (f"place: NY\nbaseline: {CERTIFICATE}\npathways: [{ASSOCIATE}]\n", "", (ASSOCIATE,)),
    (f"place: NY\nbaseline: {CERTIFICATE}\npathways: [{ASSOCIATE}]\n", f"--baseline {BASE}", (ASSOCIATE,)),
    (f"place: TX\n{WAREHOUSE}", "--state NY", ()),
    (f"place: WA\n{WAREHOUSE}pathways: [{CERTIFICATE}]\n", "--age 41 --sex male", (CERTIFICATE,)),
    (f"place: national\n{WAREHOUSE}occupation: hvac\n", "", (COOLING,)),
]


@pytest.fixture
def answers(run, tmp_path):
    """Asks every command about a case; gives back each run by the name of its command."""

    def ask(scenario, flags):
        file = tmp_path / "client.yaml"
        file.write_text(scenario)
        given = [*([file] if scenario else []), *flags.split()]
        baseline = {"cliff", "livingwage"} if "--baseline" in flags else set()
        quick = {"compare": ["--draws", "0"]}
        return {
            name: run(*name.split(), *given, *quick.get(name, []), "--json")
            for name in chain(SEVERAL, ONE)
            if name not in baseline
        }

    return ask


@pytest.mark.parametrize(("scenario", "flags", "pathways"), CASES)
def test_every_command_reads_the_same_case(answers, scenario, flags, pathways):
    runs = answers(scenario, flags)
    read = json.loads(runs["compare"].out)
    several, has_place = followed(read, pathways) is None and bool(pathways), read["place"] is not None
    served = [*SEVERAL, *([] if several else [name for name in ONE if has_place or name not in NEED_A_PLACE])]
    for name, found in runs.items():
        if name in served:
            assert (found.code, found.err) == (0, ""), name
            answer = json.loads(found.out)
            for key in ("place", "occupation", "case", "baseline", "discount_rate", "start_age", "retire_age"):
                assert answer.get(key, read[key]) == read[key], (name, key)
            assert answer["case"] == read["case"]
        else:
            assert (found.code, found.out) == (2, ""), name
    assert_what_was_asked_for(runs, read, pathways, several)


def followed(read, pathways):
    """The pathway that commands about one follow: for a general one the route into the occupation; None of several."""
    routes = [route["pathway"] for route in (read["occupation"] or {"routes": []})["routes"] if route["exists"]]
    if [name for name in pathways if name not in routes] == [CERTIFICATE] and COOLING in routes:
        return COOLING
    return pathways[0] if len(pathways) == 1 and "all" not in pathways else None


def assert_what_was_asked_for(runs, read, pathways, several):
    """The pathways of the case are the ones expected, and commands about one follow it or refuse alike."""
    routes = [route["pathway"] for route in (read["occupation"] or {"routes": []})["routes"] if route["exists"]]
    own = routes[0] if routes else None
    by_itself = not read["case"]["pathways"] and own is not None
    assert tuple(read["case"]["pathways"]) == (() if by_itself else pathways)
    named = "all" if "all" in pathways else ", ".join(pathways)
    for name in set(ONE) & set(runs):
        command = name.split()[0]
        if several and (read["place"] or name not in NEED_A_PLACE):
            twice = f"error: --pathway: it takes one value and is given twice: {' and '.join(pathways)}\n"
            refusals = (f": {command} is about one pathway, and these are asked for: {named}\n", twice)
            assert any(refusal in runs[name].err for refusal in refusals)
        elif pathways and runs[name].code == 0:
            assert FOLLOWED[name](json.loads(runs[name].out)) == followed(read, pathways), name


def test_there_are_forty_cases():
    assert len(CASES) == len(set(CASES)) == 40


def test_where_one_pathway_is_named_in_vain(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "client.yaml").write_text(f"place: NY\npathways: [{ASSOCIATE}, {CERTIFICATE}]\n")
    what = (
        f"about one pathway, and these are asked for: {ASSOCIATE}, {CERTIFICATE}\n  hint: name one with --pathway ID\n"
    )
    for command in ("sensitivity", "cliff", "livingwage"):
        assert run(command, "client.yaml") == (2, "", f"error: client.yaml:2: {command} is {what}")
    assert run("solve", "wage", "client.yaml") == (2, "", f"error: client.yaml:2: solve is {what}")


def test_the_name_asked_for_in_solve_is_of_a_pathway(run, tmp_path):
    file = tmp_path / "client.yaml"
    file.write_text(f"pathways: [{ASSOCIATE}, {TRADES}]\n")
    found = json.loads(run("solve", f"pathways.{CERTIFICATE}.completion.rate", file, "--json").out)
    assert found["question"]["pathway"] == CERTIFICATE


def test_the_best_pathway_is_the_same_where_none_is_named(run):
    for flags in ([], ["--state", "NY", "--child", "3", "--measure", "net_resources_present_value"], ["--age", "45"]):
        swung = json.loads(run("sensitivity", *flags, "--json").out)
        solved = json.loads(run("solve", "economy.discount_rate", *flags, "--json").out)
        assert swung["pathway"] == solved["question"]["pathway"]
