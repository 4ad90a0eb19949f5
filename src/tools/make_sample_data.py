#!/usr/bin/env python3
"""Makes the sample data: national submissions from the public UNODC table, and the reference population.

usage: make_sample_data.py SOURCES OUT

SOURCES contains unodc_glotip_2023_{totals,by_exploitation,by_citizenship,by_repatriation}_2003-2016.csv,
worldbank_population_1960-2024.csv and un_m49_en.csv; OUT is the folder `sample-data`. The same input gives the same bytes.
- Areas: those with an ISO alpha-3 code in M49, as in CL_AREA. The script leaves out other areas and lists them at the end.
- A masked value ("<5") becomes an empty value that the provider suppressed (OBS_STATUS Q, CONF_STATUS A).
- A key may occur several times with different values. The script adds the values of other forms of exploitation, because
  they are finer forms with the same label. Otherwise it takes the last value. Numbers replace masked values.
- A hand-made list, which also tests the resolver of labels, turns labels of countries into codes. The script does not
  resolve a label that may mean several countries or has no code. It leaves out its rows and lists them in UNRESOLVED.md.
"""
import csv
import pathlib
import sys
from collections import Counter, defaultdict

SEX = {"Total": "_T", "Female": "F", "Male": "M", "Other": "_O", "Unknown": "_U"}
AGE = {"Total": "_T", "0 to 17 years": "Y0T17", "18 years or over": "Y_GE18", "Unknown": "_U"}
EXPLOITATION = {
    "Total": "_T",
    "Sexual exploitation": "SEX",
    "Forced labour": "LAB",
    "Other forms of exploitation": "OTH",
}
STAGE = {
    "Persons brought into formal contact": "SUSPECTED",
    "Persons prosecuted": "PROSECUTED",
    "Persons convicted": "CONVICTED",
}
LABELS = pathlib.Path(__file__).parent.parent / "test/resources/suggestions/glotip-labels.tsv"
VICTIMS = "Detected trafficking victims"
OFFENCES = "Offences of trafficking in persons"

DIMENSIONS = {
    "VICTIMS": ["FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD"],
    "VICTIMS_CITIZENSHIP": ["FREQ", "REF_AREA", "CITIZENSHIP", "SEX", "TIME_PERIOD"],
    "VICTIMS_REPATRIATION": ["FREQ", "REF_AREA", "COUNTERPART_AREA", "TIME_PERIOD"],
    "PERSONS": ["FREQ", "REF_AREA", "STAGE", "SEX", "AGE", "TIME_PERIOD"],
    "OFFENCES": ["FREQ", "REF_AREA", "OFFENCE", "TIME_PERIOD"],
    "POPULATION": ["FREQ", "REF_AREA", "SEX", "AGE", "TIME_PERIOD"],
}
FIRST_POPULATION_YEAR, LAST_POPULATION_YEAR = 2000, 2024


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as source:
        yield from csv.DictReader(source)


def resolved_labels():
    """Returns the codes that each label of a country may mean, by label."""
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {label: [code for code in codes.split() if code != "-"] for label, codes in entries}


def cell(row):
    """Returns the dataflow and the key of a row of the public table; None if the row is not used."""
    area, sex, age, year = row["Iso3_code"], SEX[row["Sex"]], AGE[row["Age"]], int(row["Year"])
    indicator = row["Indicator"]
    if indicator == VICTIMS:
        return "VICTIMS", ("A", area, sex, age, EXPLOITATION[row["Category"]], year)
    if indicator in STAGE and row["Dimension"] == "Total":
        return "PERSONS", ("A", area, STAGE[indicator], sex, age, year)
    if indicator == OFFENCES:
        return "OFFENCES", ("A", area, "0204", year)
    return None


def country_cell(row, code):
    """Returns the dataflow and the key of a row by citizenship or by country of repatriation."""
    area, year = row["Iso3_code"], int(row["Year"])
    if row["Dimension"] == "by citizenship":
        return "VICTIMS_CITIZENSHIP", ("A", area, code, SEX[row["Sex"]], year)
    return "VICTIMS_REPATRIATION", ("A", area, code, year)


def by_country(sources, areas):
    """Returns the values by key for each dataflow and area, and numbers of rows left out by part, label, meanings, area."""
    labels, values, left_out = resolved_labels(), defaultdict(lambda: defaultdict(list)), Counter()
    for part in ("by_citizenship", "by_repatriation"):
        for row in table(sources / f"unodc_glotip_2023_{part}_2003-2016.csv"):
            meanings = labels[row["Category"]]
            if row["Iso3_code"] not in areas or len(meanings) != 1:
                area = row["Iso3_code"] or row["Country"]
                left_out[row["Dimension"], row["Category"], " ".join(meanings), area] += 1
                continue
            dataflow, key = country_cell(row, meanings[0])
            values[dataflow, row["Iso3_code"]][key].append(row["txtVALUE"].replace(",", "").strip())
    return values, left_out


def unresolved(left_out):
    """Returns the report of rows left out, in Markdown."""
    labels = defaultdict(Counter)
    for (part, label, meanings, area), rows in sorted(left_out.items()):
        labels[part, label, meanings][area] += rows
    lines = [
        "# Labels of countries that were not resolved",
        "",
        "Rows of the public table by citizenship and by country of repatriation that are not in `accepted/`, and why. The labels",
        "became codes as the service suggests them; where several codes may be meant, none is likelier than another, and a",
        "statistician of the area would have to say which. `src/tools/make_sample_data.py` writes this file.",
        "",
        "| part | label | may mean | rows | of areas |",
        "| --- | --- | --- | ---: | --- |",
    ]
    for (part, label, meanings), areas in labels.items():
        of = ", ".join(f"{area} ({rows})" for area, rows in areas.items())
        why = meanings.replace(" ", ", ") if " " in meanings else "the reporting area is no single area" if meanings else "no code"
        lines.append(f"| {part} | {label} | {why} | {sum(areas.values())} | {of} |")
    lines += ["", f"Together {sum(left_out.values())} rows."]
    return "\n".join(lines) + "\n"


def one_value(dataflow, key, values):
    """Returns the value of a key that may occur several times; None if it is masked."""
    numbers = [int(value) for value in values if value.isdigit()]
    if not numbers:
        return None
    if dataflow == "VICTIMS" and key[4] == "OTH" and len(set(values)) > 1:
        return sum(numbers)
    return numbers[-1]


def submissions(sources, areas):
    """Returns the values by key for each dataflow and area, and the number of rows left out for each other area."""
    values, left_out = defaultdict(lambda: defaultdict(list)), Counter()
    for part in ("totals", "by_exploitation"):
        for row in table(sources / f"unodc_glotip_2023_{part}_2003-2016.csv"):
            found = cell(row)
            if not found:
                continue
            if row["Iso3_code"] not in areas:
                left_out[row["Iso3_code"] or row["Country"] or "no code"] += 1
                continue
            dataflow, key = found
            values[dataflow, row["Iso3_code"]][key].append(row["txtVALUE"].replace(",", "").strip())
    return values, left_out


def population(sources, areas):
    rows, left_out = [], Counter()
    for row in table(sources / "worldbank_population_1960-2024.csv"):
        year = int(row["Year"])
        if not FIRST_POPULATION_YEAR <= year <= LAST_POPULATION_YEAR:
            continue
        if row["Country Code"] in areas:
            rows.append(["A", row["Country Code"], "_T", "_T", year, int(row["Value"])])
        else:
            left_out[row["Country Code"]] += 1
    return sorted(rows), left_out


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([header, *rows])


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sources, out = map(pathlib.Path, sys.argv[1:])
    areas = {row["ISO-alpha3 Code"] for row in table(sources / "un_m49_en.csv")}

    files, without = submissions(sources, areas)
    countries, not_resolved = by_country(sources, areas)
    files |= countries
    for (dataflow, area), cells in sorted(files.items()):
        rows = []
        for key, values in sorted(cells.items()):
            value = one_value(dataflow, key, values)
            rows.append([*key, "", "Q", "A", ""] if value is None else [*key, value, "A", "F", ""])
        header = DIMENSIONS[dataflow] + ["OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "COMMENT"]
        write(out / "accepted" / dataflow / f"{area}.csv", header, rows)

    (out / "UNRESOLVED.md").write_text(unresolved(not_resolved), encoding="utf-8", newline="\n")

    people, aggregates = population(sources, areas)
    write(out / "reference" / "population.csv", DIMENSIONS["POPULATION"] + ["OBS_VALUE"], people)

    print(len(files), "submissions; areas left out:", dict(sorted(without.items())) or "none")
    print(len(people), "populations; areas and aggregates left out:", ", ".join(sorted(aggregates)))


if __name__ == "__main__":
    main()
