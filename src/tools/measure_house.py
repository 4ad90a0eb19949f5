#!/usr/bin/env python3
"""Measures the house: rooms, imports between them, sizes, names, and a sample of comments to judge.

Run it from the project's folder:
    python3 src/tools/measure_house.py [REVISION]          prints the figures, of the working tree or of a revision
    python3 src/tools/measure_house.py --comments SEED     prints 60 comments drawn by the seed, to be judged by a reader
"""

import collections
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.PurePosixPath("src/main/java/org/tipstats")
IMPORT = re.compile(r"^import (?:static )?org\.tipstats\.([a-z.]+)\.[A-Z]", re.M)
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*(?:\n\s*//[^\n]*)*", re.S | re.M)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
MAX_FILES = 20


def sources(folder):
    """Returns the text of each main source file by its package and name."""
    base = pathlib.Path(folder) / ROOT
    return {
        (".".join(path.parent.relative_to(base).parts), path.stem): path.read_text(encoding="utf-8")
        for path in sorted(base.rglob("*.java"))
    }


def first_level(package):
    return package.split(".")[0]


def figures(files):
    """Yields the name and the value of each figure."""
    types = {key: text for key, text in files.items() if key[1] != "package-info"}
    arrows = {
        (first_level(package), first_level(used))
        for (package, _), text in types.items()
        for used in IMPORT.findall(text)
        if first_level(used) != first_level(package)
    }
    sizes = collections.Counter(package for package, _ in types)
    names = collections.Counter(name for _, name in types)
    lines = [line for text in files.values() for line in text.splitlines()]
    code = sum(
        1
        for text in files.values()
        for line in COMMENT.sub("", STRING.sub('""', text)).splitlines()
        if line.strip() and not line.startswith(("import ", "package "))
    )
    yield "packages at the first level", len({first_level(package) for package, _ in types})
    yield "imports between them", len(arrows)
    yield f"inner packages over {MAX_FILES} files", ", ".join(
        f"{package} {count}" for package, count in sorted(sizes.items()) if count > MAX_FILES
    ) or "none"
    yield "main files", len(files)
    yield "main lines", len(lines)
    yield "lines of code without imports, comments and blank lines", code
    yield "files of 30 lines or fewer", sum(1 for text in types.values() if text.count("\n") <= 30)
    yield "simple names twice", ", ".join(name for name, count in names.items() if count > 1) or "none"


def sample(files, seed):
    """Returns 60 comments with their places; the same for the same seed and tree."""
    comments = [
        (package, name, found.group().strip())
        for (package, name), text in files.items()
        for found in COMMENT.finditer(text)
    ]
    return random.Random(seed).sample(comments, min(60, len(comments)))


def main(arguments):
    if arguments[:1] == ["--comments"]:
        for number, (package, name, text) in enumerate(sample(sources("."), int(arguments[1])), 1):
            print(f"{number}. {package}.{name}\n{text}\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = "."
        if arguments:
            archive = subprocess.run(
                ["git", "archive", arguments[0], str(ROOT)], check=True, stdout=subprocess.PIPE
            ).stdout
            subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
            place = folder
        for name, value in figures(sources(place)):
            print(f"{name}: {value}")


if __name__ == "__main__":
    main(sys.argv[1:])
