"""What `mobcalc help TOPIC` prints: plain English of at most 40 lines of 80 columns, in ASCII.

Tests compare it with what the code does: exit codes, formats, variables, keys, names and numbers.
"""

from collections.abc import Iterable
from textwrap import fill
from typing import NamedTuple


class Topic(NamedTuple):
    """A topic: what it is about in a few words, and its text."""

    about: str
    text: str


ASSUMPTIONS = """\
Every number in mobcalc is an assumption with a name, such as
pathways.certificate.completion.rate, and says what it rests on:

  observed  published, as it stands in the source
  derived   worked out from published figures
  assumed   nobody measured it; a note gives the reason; marked in every output
  user      set by you; named in every output

Look at them:
  mobcalc assumptions list pathways.certificate
  mobcalc assumptions show economy.discount_rate
  mobcalc assumptions list --kind assumed
  mobcalc assumptions sources

Change one for one run:
  mobcalc compare --set pathways.certificate.completion.rate=0.58
  mobcalc compare --set "economy.discount_rate={value: 0.04, range: [0, 0.07]}"

Shares are decimals: 0.03, not 3%. Money is in the dollars of the number that it
replaces; {value: 4000, price_year: 2025} says another year.

Keep several in a file, and use it with --assumptions my-county.yaml:
  pathways:
    certificate:
      completion:
        rate: 0.58

What is given later lies over what was given before: the bundled numbers, local
figures of the place, --wages and --prices, MOBCALC_ASSUMPTIONS, --assumptions,
a scenario file, flags and --set.

  mobcalc assumptions check my-county.yaml                 is the file sound?
  mobcalc assumptions diff --assumptions my-county.yaml    what does it change?

The command: mobcalc assumptions -h
"""
FORMATS = """\
A command prints one screen to read. Ask for another form by --format NAME, by
the short flags --json and --csv, or by the ending of the file in -o FILE:

  table      one screen of text, or everything with --details
  json       the whole answer: every figure, its basis, what was set  .json
  jsonl      one line of JSON a row                                   .jsonl
  csv        a row for each pathway, year or place; --bom for Excel   .csv
  tsv        the same, with tabs                                      .tsv
  markdown   the screen as Markdown                                   .md
  html       the screen as a web page, with its chart                 .html

  mobcalc compare --json
  mobcalc compare --csv -o ana.csv
  mobcalc compare --csv --columns state,id,versus_baseline.gain_*
  mobcalc timeline -p certificate -o years.html
  mobcalc compare --format markdown --details

Formats for people (table, markdown, html) hold what the screen holds, and speak
the language of --lang. Formats for programs hold everything, always in English,
with money to the cent and no $ or commas; standard error is empty unless
something is wrong, and notes are in the data.

Rows begin with the inputs: file, place, person, household, what was set.
--columns picks columns and puts them in order; * stands for any letters.

A file is written whole or not at all. One that is there already is replaced
only with --force. An ending that no format has, such as .xlsx, is refused.

--record FILE writes a record beside the answer: what was asked, every file and
number that it rests on, and the answer. 'mobcalc replay' repeats it, 'mobcalc
diff' sets two beside each other, --from RECORD goes on from one.

Every key with its unit and what null means: docs/json.md, or as JSON Schema:
  mobcalc schema compare
Keys stay as they are; more may come.
A letter-size page for a client is a command of its own: mobcalc handout -h
"""
EXIT_CODES = """\
A script can tell how a run ended by its exit code:

  0    done
  1    'assumptions check' found problems, 'validate' a published result that
       does not hold, 'replay' another answer than the record has, 'livingwage
       --certify' no tier that the wage meets, or something unexpected went
       wrong; 'diff' gives 0 whether or not answers differ
  2    wrong usage or wrong input; nothing was written
  3    some scenarios of a sweep or rows of a roster were refused; the others
       are written
  4    the output file is there already, and --force was not given
  130  interrupted, by Ctrl-C, by the system or with its window; an output file
       is as it was, or whole

An error is one line on standard error that names the file and line or the flag,
and most have a hint on the next line:

  error: --pathway: certificat: there is no pathway of this id
    hint: did you mean certificate?

An input with several errors is told about all of them at once. With a data
format standard error is empty unless something is wrong.
"""
ENVIRONMENT = """\
What mobcalc reads from the environment; flags win over it:

  MOBCALC_ASSUMPTIONS  a file or a folder of assumptions that lies over the
                       bundled ones in every run, below --assumptions
  MOBCALC_LANG         en or es: the language of screens, as --lang says it
  COLUMNS              how many columns the table fills; otherwise those of the
                       terminal, or 80
  NO_COLOR             anything: no colors, as --color never
  FORCE_COLOR          anything: colors even where no terminal reads along
  TERM                 dumb: no colors

  MOBCALC_LANG=es mobcalc compare
  MOBCALC_ASSUMPTIONS=my-county.yaml mobcalc compare

A shell that completes words sets _MOBCALC_COMPLETE and some of its own. To have
that, run this once: mobcalc --install-completion

Nothing is sent anywhere: there is no network, no account and no telemetry.
"""
METHOD = """\
What the comparison does, in short. Everything is in docs/method.md.

Two lives. Each pathway is set against the same person without it (the baseline,
no-postsecondary): the same age, sex, education, wage and place.

The gain is what all who start earn more from the start to retirement, less what
the training costs them. Those who finish and those who leave are shown apart;
all who start are both, by the share that finishes.

Dollars are of 2025. A dollar of a later year counts 3 percent less for each
year (economy.discount_rate). Without flags the person is 18 and works to 65.

Earnings without training are those of full-time workers of the person's sex,
education and age, less time without work. Training pays its wage steps, a
stipend or what students earn beside it. After it stand the pay of the trade or
of the education, and a part of the lead alone: what training adds, not who
enters it. Where a study measured a gain, it corrects that pay by its weight.

The chance is the share of 10000 simulated lives that end $10,000 or more ahead:
luck in finishing, pay, spells without work and length of life, and what is
uncertain in the assumptions. The seed is 0, so that a run can be repeated.

With a place, taxes and benefits by its rules, the basic needs and local wages
are in it. Without one, earnings are before all of these.

Not known: what many people choosing the same pathway do to wages; self-
employment; a single person's future. A ? marks what nobody measured.

  mobcalc compare --show evidence        what each gain is made of
  mobcalc sensitivity                    which assumptions matter most
  mobcalc validate                       which published results come out
"""
SCENARIO = """\
A scenario file is one client's case in YAML. Every command about a person takes
it and means the same by it. Flags win over it; where a command is about one
pathway and the file has several, --pathway says which.

  # client.yaml
  person: {age: 30, sex: female, wage: 17.50, hours: 35, children: [3, 7]}
  place: {state: WA, county: Tacoma}
  occupation: hvac
  pathways: [apprenticeship-49-9021, short-sectoral-training]
  baseline: no-postsecondary
  set:
    economy.discount_rate: 0.04

  mobcalc compare client.yaml
  mobcalc compare client.yaml --hours 40
  mobcalc compare ana.yaml ben.yaml
  mobcalc livingwage client.yaml --pathway short-sectoral-training
  mobcalc handout client.yaml -o page.html

All keys may be left out:

  person      what flags say of the person and the household, without dashes
              and with _ for -: age, sex, education, wage, hours, years_out,
              out: {40: 1}, retire_age, adults, children, partner_earnings, ...
  place       a state, a county or a city with its state, or a mapping of state,
              county and metro; national for none
  occupation  as --occupation
  pathways    one id or a list, as --pathway
  baseline    one id, as --baseline
  set         assumptions by name, as --set

'mobcalc assumptions diff client.yaml' shows what the file changes. Unknown keys
are refused, with the line they stand in.
"""
PLACES = """\
A place brings local figures: wages, the minimum wage, tuition, rents, child
care, prices, and the taxes and benefits of its state.

  --state     a name, a postal code or a FIPS code: "New York", NY, 36
  --county    a county or a city with its state, a ZIP code or a FIPS code:
              "Chautauqua, NY", "Tacoma, WA", 14701, "FIPS 36013"
  --metro     a metropolitan area, for its price level: Buffalo, 15380

A city stands for the county that most of it lies in. After a comma stands the
state; with --state it may be left out. A name that several places have is asked
back with their names. The 50 states and the District of Columbia are covered.

  mobcalc compare --county "Jamestown, NY"
  mobcalc compare --state NY --county Erie --occupation electrician
  mobcalc places search Springfield
  mobcalc places show "Chautauqua, NY"

Which area and year each figure is of, and by which rule it was found, is in
every output; 'places show' says too what is not published. Wages of a county
are those of its area of the wage survey, which may hold many counties.

What you know better wins over what is published:
  --wages FILE.csv    your own wage survey
  --prices FILE.csv   your own rents and prices of child care
  --set living_wage.housing=9600

The command: mobcalc places -h
"""
TOPICS = {
    "assumptions": Topic("numbers: what they rest on, how to change them", ASSUMPTIONS),
    "environment": Topic("variables that mobcalc reads", ENVIRONMENT),
    "exit-codes": Topic("how a script can tell how a run ended", EXIT_CODES),
    "formats": Topic("JSON, CSV, web pages and other forms of an answer", FORMATS),
    "method": Topic("what the comparison does, in short", METHOD),
    "places": Topic("how a state, a county or a city is named, and what it brings", PLACES),
    "scenario": Topic("a client's case in a file", SCENARIO),
}
"""All topics by name."""


def topics(commands: Iterable[str]) -> str:
    """The list of topics, as it is printed, with the commands whose help there is."""
    widest = max(map(len, TOPICS))
    lines = "".join(f"  {name:<{widest}}  {topic.about}\n" for name, topic in TOPICS.items())
    named = fill(f"mobcalc help COMMAND prints the help of a command: {', '.join(commands)}.", 80)
    return f"mobcalc help TOPIC prints a topic:\n\n{lines}\n{named}\n"
