#!/usr/bin/env python3
"""Says where the time of a build goes: by the steps of Maven, by kinds of tests, and by the longest test classes.

Run it from the project's folder, after a build whose log has times:
    mvn -B -ntp verify -Dorg.slf4j.simpleLogger.showDateTime=true \\
        -Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss > build.log
    python3 src/tools/measure_suite.py build.log
Without a log, it reads only the reports in target/surefire-reports.
"""

import collections
import datetime
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

REPORTS = pathlib.Path("target/surefire-reports")
SOURCES = pathlib.Path("src/test/java")
STEP = re.compile(r"^(\d\d:\d\d:\d\d).* --- ([\w-]+):\S+?:(\S+) \((.*)\) @")
TIME = re.compile(r"^(\d\d:\d\d:\d\d) \[")
START = re.compile(r"started in ([\d.]+)s")
LONGEST = 40


def steps(lines):
    """Yields each step of the build with its seconds."""
    name, since, now = "start", None, None
    for line in lines:
        time = TIME.match(line)
        if not time:
            continue
        now = datetime.datetime.strptime(time.group(1), "%H:%M:%S")
        since = since or now
        step = STEP.match(line)
        if step:
            yield name, (now - since).seconds
            name, since = f"{step.group(2)}:{step.group(3)} ({step.group(4)})", now
    if now:
        yield name, (now - since).seconds


def kind(test):
    """Returns the kind of a test class by its source."""
    source = SOURCES / (test.replace(".", "/") + ".java")
    text = source.read_text(encoding="utf-8") if source.exists() else ""
    if "@QuarkusTest" not in text:
        return "without the service, at the same time" if "ExecutionMode.CONCURRENT" in text else "without the service"
    return "in a browser" if "extends PageTest" in text else "over HTTP"


def seconds_of_tests():
    """Returns the number of tests and the seconds of each test class."""
    tests = collections.defaultdict(lambda: [0, 0.0])
    for report in REPORTS.glob("TEST-*.xml"):
        for case in xml.parse(report).getroot().iter("testcase"):
            found = tests[case.get("classname")]
            found[0] += 1
            found[1] += float(case.get("time", "0").replace(",", ""))
    return tests


def table(title, rows):
    print(f"\n{title}")
    for name, *values in rows:
        print(f"  {name:<70}" + "".join(f"{value:>9.1f}" if isinstance(value, float) else f"{value:>9}" for value in values))


def main(arguments):
    if arguments:
        lines = pathlib.Path(arguments[0]).read_text(encoding="utf-8", errors="replace").splitlines()
        table("Steps of the build (seconds)", [step for step in steps(lines) if step[1]])
        starts = [float(found.group(1)) for found in map(START.search, lines) if found]
        table("Starts of the service (number, seconds)", [("all", len(starts), sum(starts))])
    tests = seconds_of_tests()
    kinds = collections.defaultdict(lambda: [0, 0, 0.0])
    for test, (number, seconds) in tests.items():
        total = kinds[kind(test)]
        total[0] += 1
        total[1] += number
        total[2] += seconds
    table("Kinds of tests (classes, tests, seconds)", [(name, *total) for name, total in sorted(kinds.items())])
    longest = sorted(tests.items(), key=lambda each: -each[1][1])[:LONGEST]
    table("Longest test classes (tests, seconds)", [(name, *total) for name, total in longest])


if __name__ == "__main__":
    main(sys.argv[1:])
