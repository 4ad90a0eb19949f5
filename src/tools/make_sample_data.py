#!/usr/bin/env python3
"""Makes the sample data: national submissions from the public UNODC table, and the reference population.

usage: make_sample_data.py SOURCES OUT

SOURCES holds unodc_glotip_2023_{totals,by_exploitation}_2003-2016.csv, worldbank_population_1960-2024.csv and
un_m49_en.csv; OUT is the folder `sample-data`. The same input gives the same bytes.
- Areas: those that M49 names with an ISO alpha-3 code, as CL_AREA does. The others are left out and named at the end.
- A masked value ("<5") becomes an empty value that the provider suppressed (OBS_STATUS Q, CONF_STATUS A).
- A key that the table has more than once with different values: the values of the other forms of exploitation, which
  are finer forms under one label, are added up; of all others the last is taken. A masked value yields to a number.
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
VICTIMS = "Detected trafficking victims"
OFFENCES = "Offences of trafficking in persons"

DIMENSIONS = {
    "VICTIMS": ["FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD"],
    "PERSONS": ["FREQ", "REF_AREA", "STAGE", "SEX", "AGE", "TIME_PERIOD"],
    "OFFENCES": ["FREQ", "REF_AREA", "OFFENCE", "TIME_PERIOD"],
    "POPULATION": ["FREQ", "REF_AREA", "SEX", "AGE", "TIME_PERIOD"],
}
FIRST_POPULATION_YEAR, LAST_POPULATION_YEAR = 2000, 2024


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as source:
        yield from csv.DictReader(source)


def cell(row):
    """The dataflow and the key that a row of the public table belongs to, or None."""
    area, sex, age, year = row["Iso3_code"], SEX[row["Sex"]], AGE[row["Age"]], int(row["Year"])
    indicator = row["Indicator"]
    if indicator == VICTIMS:
        return "VICTIMS", ("A", area, sex, age, EXPLOITATION[row["Category"]], year)
    if indicator in STAGE and row["Dimension"] == "Total":
        return "PERSONS", ("A", area, STAGE[indicator], sex, age, year)
    if indicator == OFFENCES:
        return "OFFENCES", ("A", area, "0204", year)
    return None


def one_value(dataflow, key, values):
    """The value of a key that may occur several times; None where it is masked."""
    numbers = [int(value) for value in values if value.isdigit()]
    if not numbers:
        return None
    if dataflow == "VICTIMS" and key[4] == "OTH" and len(set(values)) > 1:
        return sum(numbers)
    return numbers[-1]


def submissions(sources, areas):
    """The values by key for each dataflow and area, and how many rows were left out for each other area."""
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
    for (dataflow, area), cells in sorted(files.items()):
        rows = []
        for key, values in sorted(cells.items()):
            value = one_value(dataflow, key, values)
            rows.append([*key, "", "Q", "A", ""] if value is None else [*key, value, "A", "F", ""])
        header = DIMENSIONS[dataflow] + ["OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "COMMENT"]
        write(out / "accepted" / dataflow / f"{area}.csv", header, rows)

    people, aggregates = population(sources, areas)
    write(out / "reference" / "population.csv", DIMENSIONS["POPULATION"] + ["OBS_VALUE"], people)

    print(len(files), "submissions; areas left out:", dict(sorted(without.items())) or "none")
    print(len(people), "populations; areas and aggregates left out:", ", ".join(sorted(aggregates)))


if __name__ == "__main__":
    main()
