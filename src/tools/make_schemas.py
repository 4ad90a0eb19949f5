#!/usr/bin/env python3
"""Writes the shared schemas as SDMX-JSON 2.0 structure messages.

usage: make_schemas.py SOURCES OUT

SOURCES contains un_m49_{en,fr,es,ru,ar,cn}.csv, the M49 tables in six languages; OUT is the folder `schemas`.
All other texts are in this folder: names in schema_texts.ini, alternative names in schema_aliases.json and area_names.txt.
The same input gives the same bytes.
"""
import configparser
import csv
import json
import pathlib
import sys
import unicodedata
from collections import Counter

AGENCY = "TIPSTATS"
VERSION = "1.0.0"
PREPARED = "2026-01-01T00:00:00Z"
STANDARD = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json"
)
LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]
M49_TABLES = {"en": "en", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar", "zh": "cn"}
FIRST_YEAR = "2000"
MAX_TEXT = 4000

# The trees of codes: a code, or a code with its children. The files keep this order.
TREES = {
    "CL_FREQ": ["A"],
    "CL_SEX": [("_T", ["F", "M", "_O", "_U"])],
    "CL_AGE": [
        (
            "_T",
            [
                ("Y0T17", ["Y0T11", "Y12T17"]),
                ("Y_GE18", ["Y18T24", "Y25T34", "Y35T44", "Y45T54", "Y55T64", "Y_GE65"]),
                "_U",
            ],
        )
    ],
    "CL_EXPLOITATION": [
        (
            "_T",
            [
                ("SEX", ["SEX_PROST", "SEX_PORN", "SEX_OTH"]),
                (
                    "LAB",
                    [
                        "LAB_AGRI",
                        "LAB_CONSTR",
                        "LAB_DOM",
                        "LAB_HOSP",
                        "LAB_MANUF",
                        "LAB_FISH",
                        "LAB_SLAV",
                        "LAB_OTH",
                    ],
                ),
                "ORG",
                (
                    "OTH",
                    [
                        "OTH_CRIM",
                        "OTH_BEG",
                        "OTH_MARR",
                        "OTH_ADOPT",
                        "OTH_SOLDIER",
                        "OTH_BENEFIT",
                        "OTH_MIX",
                        "OTH_OTH",
                    ],
                ),
                "_U",
            ],
        )
    ],
    "CL_STAGE": ["SUSPECTED", "PROSECUTED", "CONVICTED"],
    "CL_OFFENCE": [("0204", ["02041", "02042", "02043", "02044"])],
    "CL_SUPPORT": [("_T", ["ASSISTANCE", "REFLECTION_PERIOD", "RESIDENCE_PERMIT"])],
    "CL_UNIT_MEASURE": ["NUMBER", "PER_100000_POP"],
    "CL_OBS_STATUS": list("ABDEFGHIJKLMNOPQSUVW"),
    "CL_CONF_STATUS": list("FNCDSAOTGMEX"),
    "CL_YES_NO_UNKNOWN": ["Y", "N", "U"],
    "CL_VICTIM_STATUS": ["IDENT", "PRESUM", "REG", "_U"],
    "CL_STAT_UNIT": ["PERSON", "DETECTION", "CASE", "OFFENCE", "_O"],
    "CL_FIGURE": ["DETECTED", "RETURNED", "RECEIVED"],
    "CL_FLOW": ["DOMESTIC", "SUB_REGIONAL", "TRANSREGIONAL", "_U"],
    "CL_EXPLANATION": [
        "PERIOD",
        "DEPARTURE_OR_ARRIVAL",
        "LATER_YEAR",
        "NOT_ALL_RETURN",
        "NOT_KNOWN_ON_ARRIVAL",
        "CITIZENSHIP_OR_RESIDENCE",
        "DEFINITION",
        "SOURCE",
    ],
    "CL_AREA_HEADING": ["OTHER"],
    "CL_JUSTIFICATION_REASON": ["late-data", "correction", "definition", "deduplication", "other"],
    "CL_SOURCE": ["NATIONAL", "UNODC", "IOM", "ILO", "UNHCR", "UNICEF", "EUROSTAT", "ICMPD", "INTERPOL", "NGO"],
}
RESIDUAL_CITIZENSHIPS = ["NAT", "FOR", "STATELESS", "_U"]

# The meaning of codes for the program, which contains no codes itself: {list: {code: {annotation type: value}}}.
MEANINGS = {
    "CL_OFFENCE": {"0204": {"TOTAL": "true"}},
    "CL_STAGE": {"PROSECUTED": {"FOLLOWS": "SUSPECTED"}, "CONVICTED": {"FOLLOWS": "PROSECUTED"}},
    "CL_CITIZENSHIP": {"NAT": {"MEANING": "NATIONALS"}, "FOR": {"MEANING": "FOREIGNERS"}},
    "CL_UNIT_MEASURE": {
        "NUMBER": {"MEANING": "COUNT", "DECIMALS": "0"},
        "PER_100000_POP": {"MEANING": "RATE", "DECIMALS": "4", "PER": "100000"},
    },
    "CL_OBS_STATUS": {
        "A": {"MEANING": "NORMAL"},
        "B": {"MEANING": "BREAK"},
        "D": {"MEANING": "DEFINITION_DIFFERS"},
        "E": {"MEANING": "ESTIMATE"},
        "F": {"MEANING": "FORECAST"},
        "J": {"MEANING": "EXEMPT"},
        "L": {"MEANING": "MISSING"},
        "M": {"MEANING": "NOT_APPLICABLE"},
        "O": {"MEANING": "MISSING"},
        "P": {"MEANING": "PROVISIONAL"},
        "Q": {"MEANING": "SUPPRESSED"},
        "U": {"MEANING": "LOW_RELIABILITY"},
    },
    "CL_FIGURE": {
        "DETECTED": {"MEANING": "DETECTED", "SAID_BY": "AREA"},
        "RETURNED": {"MEANING": "RETURNED", "SAID_BY": "AREA"},
        "RECEIVED": {"MEANING": "RECEIVED", "SAID_BY": "CITIZENSHIP"},
    },
    "CL_FLOW": {code: {"MEANING": code} for code in ["DOMESTIC", "SUB_REGIONAL", "TRANSREGIONAL"]}
    | {"_U": {"MEANING": "UNKNOWN", "UNKNOWN": "true"}},
    # The topic pages of the website that the figures of a code belong to.
    "CL_SEX": {"F": {"TOPIC": "women-and-children"}},
    "CL_AGE": {"Y0T17": {"TOPIC": "women-and-children"}},
    "CL_EXPLOITATION": {
        "SEX": {"TOPIC": "sexual-exploitation"},
        "LAB": {"TOPIC": "forced-labour"},
        "ORG": {"TOPIC": "other-forms"},
        "OTH": {"TOPIC": "other-forms"},
    },
    "CL_YES_NO_UNKNOWN": {"Y": {"MEANING": "YES"}},
    "CL_SOURCE": {"NATIONAL": {"MEANING": "OFFICIAL"}},
    "CL_CONF_STATUS": {
        "F": {"MEANING": "FREE"},
        "C": {"MEANING": "WITHHELD"},
        "A": {"MEANING": "PROVIDER_MASKED"},
    },
}
EVERYWHERE = {"_T": {"TOTAL": "true"}, "_U": {"UNKNOWN": "true"}}

# Dimensions: the code list (None: the time dimension) and the annotations.
DIMENSIONS = {
    "FREQ": ("CL_FREQ", {"ROLE": "FREQUENCY"}),
    "REF_AREA": ("CL_AREA", {"ROLE": "AREA"}),
    "SEX": ("CL_SEX", {"ROLE": "SEX"}),
    "AGE": ("CL_AGE", {"ROLE": "AGE"}),
    "EXPLOITATION": ("CL_EXPLOITATION", {"ROLE": "EXPLOITATION"}),
    "CITIZENSHIP": ("CL_CITIZENSHIP", {"ROLE": "CITIZENSHIP"}),
    "COUNTERPART_AREA": ("CL_CITIZENSHIP", {"ROLE": "COUNTERPART"}),
    "STAGE": ("CL_STAGE", {"ROLE": "STAGE"}),
    "OFFENCE": ("CL_OFFENCE", {"ROLE": "OFFENCE"}),
    "SUPPORT": ("CL_SUPPORT", {"ROLE": "SUPPORT", "OVERLAPPING": "true"}),
    "FIGURE": ("CL_FIGURE", {"ROLE": "FIGURE"}),
    "FLOW": ("CL_FLOW", {"ROLE": "FLOW"}),
    "UNIT_MEASURE": ("CL_UNIT_MEASURE", {"ROLE": "UNIT"}),
    "TIME_PERIOD": (None, {"ROLE": "TIME"}),
}

TEXT = {"dataType": "String", "maxLength": MAX_TEXT}
COUNT = {"dataType": "Count", "minValue": 0}
AMOUNT = {"dataType": "Decimal", "minValue": 0}
PERCENT = {"dataType": "Decimal", "minValue": 0, "maxValue": 100, "decimals": 1}
PUBLISHED = {"PUBLISHED_ONLY": "true"}

# Attributes: the code list or the format, and the annotations.
ATTRIBUTES = {
    "OBS_STATUS": ("CL_OBS_STATUS", {"ROLE": "STATUS"}),
    "CONF_STATUS": ("CL_CONF_STATUS", {"ROLE": "CONFIDENTIALITY"}),
    "COMMENT": (TEXT, {"ROLE": "COMMENT"}),
    "SOURCE_AGENCY": (TEXT, {}),
    "LEGAL_BASIS": (TEXT, {}),
    "TIME_COVERAGE": (TEXT, {"ROLE": "TIME_COVERAGE"}),
    "GEO_COVERAGE": (TEXT, {}),
    "VICTIM_STATUS": ("CL_VICTIM_STATUS", {}),
    "AGE_BASIS": (TEXT, {}),
    "MULTI_RESPONSE": ("CL_YES_NO_UNKNOWN", {"ROLE": "MULTI_RESPONSE"}),
    "DEDUPLICATED": ("CL_YES_NO_UNKNOWN", {}),
    "DEF_DIFF": (TEXT, {}),
    "LOWER_BOUND": (AMOUNT, {"ROLE": "LOWER", **PUBLISHED}),
    "UPPER_BOUND": (AMOUNT, {"ROLE": "UPPER", **PUBLISHED}),
    "N_AREAS": (COUNT, {"ROLE": "N_AREAS", **PUBLISHED}),
    "N_REPORTING": (COUNT, {"ROLE": "N_REPORTING", **PUBLISHED}),
    "N_MASKED": (COUNT, {"ROLE": "N_MASKED", **PUBLISHED}),
    "POP_COVERAGE": (PERCENT, {"ROLE": "POP_COVERAGE", **PUBLISHED}),
}
# Attributes of figures that are computed from published ones.
DERIVED_ATTRIBUTES = {
    "DIFFERENCE": ({"dataType": "Integer"}, {"ROLE": "DIFFERENCE", **PUBLISHED}),
    "KNOWN_SUM": (AMOUNT, {"ROLE": "KNOWN_SUM", **PUBLISHED}),
    "N_PARTS": (COUNT, {"ROLE": "N_PARTS", **PUBLISHED}),
    "N_KNOWN": (COUNT, {"ROLE": "N_KNOWN", **PUBLISHED}),
}

# Dataflows: the dimensions in order, between REF_AREA and UNIT_MEASURE.
DATAFLOWS = {
    "VICTIMS": ["SEX", "AGE", "EXPLOITATION"],
    "VICTIMS_CITIZENSHIP": ["CITIZENSHIP", "SEX"],
    "VICTIMS_REPATRIATION": ["COUNTERPART_AREA"],
    "VICTIMS_SUPPORT": ["SUPPORT", "SEX"],
    "PERSONS": ["STAGE", "SEX", "AGE"],
    "PERSONS_CITIZENSHIP": ["STAGE", "CITIZENSHIP"],
    "OFFENCES": ["OFFENCE"],
    "POPULATION": ["SEX", "AGE"],
}
# The protection of small counts. Further settings: DISCLOSURE (SUPPRESSION, ROUNDING) with ROUNDING_BASE (3, 5), ZEROS
# (PUBLIC, PROTECTED), FEWEST_AREAS, DOMINANCE (percent), RANKS (groups of dimensions, such as CITIZENSHIP;SEX,AGE),
# REMEDY (NONE, WITHHOLD_REGION).
PUBLIC_DATA = {"THRESHOLD": "5"}
# Dataflows whose totals repeat figures of another dataflow, which breaks down the same persons differently.
TOTALS_OF = {
    "VICTIMS_CITIZENSHIP": "VICTIMS",
    "VICTIMS_REPATRIATION": "VICTIMS",
    "PERSONS_CITIZENSHIP": "PERSONS",
}
REFERENCE_DATA = {"REFERENCE": "POPULATION"}

# Dataflows that nobody submits. The service computes them from the published data of others.
DERIVED = {
    "MIRROR": {
        "dimensions": ["CITIZENSHIP", "FIGURE"],
        "attributes": [
            "OBS_STATUS",
            "CONF_STATUS",
            "SOURCE_AGENCY",
            "LEGAL_BASIS",
            "TIME_COVERAGE",
            "GEO_COVERAGE",
            "VICTIM_STATUS",
            "DEDUPLICATED",
            "DEF_DIFF",
            "DIFFERENCE",
        ],
        "derived": {
            "method": "MIRROR_PAIRS",
            "detected": "VICTIMS_CITIZENSHIP",
            "returned": "VICTIMS_REPATRIATION",
        },
    },
    "MIRROR_FLOWS": {
        "dimensions": ["FLOW"],
        "attributes": [
            "OBS_STATUS",
            "CONF_STATUS",
            "LOWER_BOUND",
            "UPPER_BOUND",
            "KNOWN_SUM",
            "N_PARTS",
            "N_KNOWN",
            "N_AREAS",
            "N_REPORTING",
        ],
        "derived": {"method": "MIRROR_FLOWS", "detected": "VICTIMS_CITIZENSHIP"},
    },
}

# Questions to both areas of a pair if two of its figures differ by at least this number of persons and this percentage of
# the larger figure. `only` is the direction of the difference. The explanations are codes of the list.
ASKED = {"absolute": "10", "percent": "25", "list": "CL_EXPLANATION"}
QUESTIONS = {
    "MIRROR": {
        "detected-received": {"figure": "DETECTED", "against": "RECEIVED", "only": "more"}
        | ASKED
        | {
            "explanations": "LATER_YEAR NOT_ALL_RETURN NOT_KNOWN_ON_ARRIVAL PERIOD CITIZENSHIP_OR_RESIDENCE"
            " DEFINITION SOURCE"
        },
        "detected-returned": {"figure": "DETECTED", "against": "RETURNED", "only": "any"}
        | ASKED
        | {"explanations": "LATER_YEAR NOT_ALL_RETURN PERIOD CITIZENSHIP_OR_RESIDENCE DEFINITION SOURCE"},
        "returned-received": {"figure": "RETURNED", "against": "RECEIVED", "only": "more"}
        | ASKED
        | {
            "explanations": "DEPARTURE_OR_ARRIVAL PERIOD NOT_KNOWN_ON_ARRIVAL CITIZENSHIP_OR_RESIDENCE"
            " DEFINITION SOURCE"
        },
    },
}

# Settings of rules, by dataflow: severity, tolerance (the largest accepted difference), the dataflow to compare with.
# `finer` names a dataflow that breaks this one down, and reverses the comparison.
NO_TOLERANCE = {"severity": "warning", "tolerance": "0"}
SUMS = {
    rule: NO_TOLERANCE
    for rule in ["sum-exceeds-total", "sum-below-total", "part-exceeds-total", "child-exceeds-parent"]
}
EVERY_DATAFLOW = SUMS | {
    "total-missing": {"severity": "warning", "parts": "2"},
    "copied-total": {"severity": "information", "parts": "2"},
    "change-over-time": {"severity": "warning", "factor": "3", "smallest": "20"},
}
EVERY_COLLECTION = {
    "partial-year": {"severity": "warning"},
    "provider-withheld": {"severity": "information"},
}
# Tables by country contain only the most frequent countries; another dataflow contains their total.
LISTS = {"total-missing": {"severity": "information", "parts": "2"}, "nationals-differ": NO_TOLERANCE}
PEOPLE = {"rate-inconsistent": {"severity": "warning", "with": "POPULATION"}}


def compared(rule, other, side="with"):
    return {rule: {"severity": "warning", side: other, "tolerance": "0"}}


RULES = {
    "VICTIMS": PEOPLE
    | {"victims-without-offences": {"severity": "information", "with": "OFFENCES"}}
    | compared("citizenship-exceeds-victims", "VICTIMS_CITIZENSHIP", "finer")
    | compared("repatriation-exceeds-victims", "VICTIMS_REPATRIATION", "finer")
    | compared("support-exceeds-victims", "VICTIMS_SUPPORT", "finer"),
    "VICTIMS_CITIZENSHIP": PEOPLE | LISTS | compared("citizenship-exceeds-victims", "VICTIMS"),
    "VICTIMS_REPATRIATION": LISTS | compared("repatriation-exceeds-victims", "VICTIMS"),
    "VICTIMS_SUPPORT": PEOPLE | compared("support-exceeds-victims", "VICTIMS"),
    "PERSONS": PEOPLE
    | {"stage-order": NO_TOLERANCE}
    | compared("citizenship-exceeds-persons", "PERSONS_CITIZENSHIP", "finer"),
    "PERSONS_CITIZENSHIP": PEOPLE
    | LISTS
    | {"stage-order": NO_TOLERANCE}
    | compared("citizenship-exceeds-persons", "PERSONS"),
    "OFFENCES": {"victims-without-offences": {"severity": "information", "with": "VICTIMS"}},
    "POPULATION": {},
}

# The subjects of the dataflows, for browsing.
CATEGORIES = {
    "VICTIMS": [
        "VICTIMS",
        "VICTIMS_CITIZENSHIP",
        "VICTIMS_REPATRIATION",
        "VICTIMS_SUPPORT",
        "MIRROR",
        "MIRROR_FLOWS",
    ],
    "JUSTICE": ["OFFENCES", "PERSONS", "PERSONS_CITIZENSHIP"],
    "REFERENCE": ["POPULATION"],
}


class Texts:
    """The hand-made texts: names and descriptions by key and language."""

    def __init__(self, path):
        self.sections = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        self.sections.read_string(path.read_text(encoding="utf-8"))

    def given(self, key, prefix=""):
        if not self.sections.has_section(key):
            return {}
        section = self.sections[key]
        return {lang: section[prefix + lang] for lang in LANGUAGES if prefix + lang in section}

    def named(self, key, filler=None):
        """Returns `name`, `names`, `description` and `descriptions` for a key, with the filler inserted into patterns."""
        names = self.given(key)
        missing = [lang for lang in LANGUAGES if lang not in names]
        if missing:
            raise SystemExit(f"{key} has no name in {', '.join(missing)}")
        descriptions = self.given(key, "description.")
        if filler:
            names = {lang: text.format(filler[lang]) for lang, text in names.items()}
            descriptions = {lang: text.format(filler[lang]) for lang, text in descriptions.items()}
        return localised(names, descriptions)


def localised(names, descriptions=None):
    entry = {"name": names["en"], "names": names}
    if descriptions:
        entry |= {"description": descriptions["en"], "descriptions": descriptions}
    return entry


def annotated(annotations):
    if not annotations:
        return {}
    return {"annotations": [{"type": kind, "value": value} for kind, value in annotations.items()]}


def rule_settings(dataflow):
    """Returns the settings of rules as annotations, one per rule, sorted by id."""
    rules = EVERY_DATAFLOW | ({} if dataflow == "POPULATION" else EVERY_COLLECTION) | RULES[dataflow]
    return settings("RULE", dict(sorted(rules.items())))


def maintained(identifier, naming, annotations=None):
    return {"id": identifier, "agencyID": AGENCY, "version": VERSION, **naming, **annotated(annotations)}


def urn(kind, identifier, item=None):
    tail = f".{item}" if item else ""
    return f"urn:sdmx:org.sdmx.infomodel.{kind}={AGENCY}:{identifier}({VERSION}){tail}"


def message(identifier, data):
    return {
        "meta": {
            "schema": STANDARD,
            "id": identifier,
            "test": False,
            "prepared": PREPARED,
            "contentLanguages": LANGUAGES,
            "sender": {"id": AGENCY},
        },
        "data": data,
    }


# Areas of the tables that the Statistics Division does not list in M49, with the heading under which pages list them.
NOT_IN_M49 = {"TWN": "OTHER"}


class M49:
    """The regions and areas of the M49 standard, with names in six languages."""

    LEVELS = [
        ("Global", "WORLD"),
        ("Region", "REGION"),
        ("Sub-region", "SUB_REGION"),
        ("Intermediate Region", "INTERMEDIATE_REGION"),
    ]

    def __init__(self, folder, texts):
        self.texts = texts
        self.tables = {lang: self.read(folder / f"un_m49_{name}.csv") for lang, name in M49_TABLES.items()}

    @staticmethod
    def read(path):
        # One of the six tables begins with a byte order mark.
        with open(path, encoding="utf-8-sig", newline="") as table:
            return list(csv.DictReader(table))

    def areas(self):
        """Returns the codes of all areas by alpha-3 code. Parents are the most specific groups; Antarctica has none."""
        names = {lang: {row["M49 Code"]: row["Country or Area"] for row in t} for lang, t in self.tables.items()}
        for row in sorted(self.tables["en"], key=lambda r: r["ISO-alpha3 Code"]):
            code, number = row["ISO-alpha3 Code"], row["M49 Code"]
            mended = self.texts.given(f"CL_AREA.{code}")
            entry = {"id": code, **localised({lang: mended.get(lang, names[lang][number]) for lang in LANGUAGES})}
            groups = [row[f"{level} Code"] for level, _ in self.LEVELS[1:] if row[f"{level} Code"]]
            if groups:
                entry["parent"] = groups[-1]
            heading = {"LISTED_UNDER": NOT_IN_M49[code]} if code in NOT_IN_M49 else {}
            yield entry | annotated({"ISO_ALPHA_2": row["ISO-alpha2 Code"], "M49": number} | heading)

    def groups(self):
        """Returns the codes of the groups, each followed by its members."""
        below, kinds = {}, {}
        for row in self.tables["en"]:
            parent = None
            for level, kind in self.LEVELS:
                code = row[f"{level} Code"]
                if code:
                    kinds[code] = kind
                    below.setdefault(parent, set()).add(code)
                    parent = code
        return list(self.group_tree(below, kinds, None))

    def group_tree(self, below, kinds, parent):
        for code in sorted(below.get(parent, ())):
            names = {lang: self.group_name(lang, code) for lang in LANGUAGES}
            entry = {"id": code, **localised(names), **({"parent": parent} if parent else {})}
            yield entry | annotated({"AREA_GROUP": kinds[code]})
            yield from self.group_tree(below, kinds, code)

    def group_name(self, lang, code):
        """Returns the most frequent spelling in the table, because a few rows differ in some languages."""
        spellings = Counter(
            row[f"{level} Name"] for row in self.tables[lang] for level, _ in self.LEVELS if row[f"{level} Code"] == code
        )
        return spellings.most_common(1)[0][0]


def tree_codes(texts, codelist, nodes, parent=None):
    for node in nodes:
        code, below = node if isinstance(node, tuple) else (node, [])
        annotations = MEANINGS.get(codelist, {}).get(code) or EVERYWHERE.get(code)
        entry = {"id": code, **texts.named(f"{codelist}.{code}"), **({"parent": parent} if parent else {})}
        yield entry | annotated(annotations)
        yield from tree_codes(texts, codelist, below, code)


def citizenship_codes(texts, areas):
    """Returns the areas without their groups, and the residual categories. All are children of the total."""
    yield from tree_codes(texts, "CL_CITIZENSHIP", ["_T"])
    for area in areas:
        yield {key: value for key, value in area.items() if key not in ("parent", "annotations")} | {
            "parent": "_T",
            "annotations": [each for each in area["annotations"] if each["type"] != "LISTED_UNDER"],
        }
    yield from tree_codes(texts, "CL_CITIZENSHIP", RESIDUAL_CITIZENSHIPS, "_T")


def codelists(texts, m49):
    areas = list(m49.areas())
    yield "CL_AREA", m49.groups() + areas
    yield "CL_CITIZENSHIP", list(citizenship_codes(texts, areas))
    for codelist, nodes in TREES.items():
        yield codelist, list(tree_codes(texts, codelist, nodes))


def concept_scheme(texts):
    order = [*DIMENSIONS, "OBS_VALUE", *ATTRIBUTES, *DERIVED_ATTRIBUTES]
    concepts = [{"id": concept, **texts.named(f"CS_TIP.{concept}")} for concept in order]
    return maintained("CS_TIP", texts.named("CS_TIP")) | {"concepts": concepts}


def component(identifier, annotations):
    return {
        "id": identifier,
        "conceptIdentity": urn("conceptscheme.Concept", "CS_TIP", identifier),
        **annotated(annotations),
    }


def representation(what):
    if isinstance(what, str):
        return {"localRepresentation": {"enumeration": urn("codelist.Codelist", what)}}
    return {"localRepresentation": {"format": what}}


def dimension_list(order):
    dimensions = []
    for position, identifier in enumerate(order):
        codelist, annotations = DIMENSIONS[identifier]
        dimensions.append(component(identifier, annotations) | {"position": position} | representation(codelist))
    time = component("TIME_PERIOD", DIMENSIONS["TIME_PERIOD"][1])
    time |= representation({"dataType": "GregorianYear", "startTime": FIRST_YEAR})
    return {"id": "DimensionDescriptor", "dimensions": dimensions, "timeDimension": time}


def measure_list():
    value = component("OBS_VALUE", {"ROLE": "VALUE"}) | {"usage": "optional"} | representation(COUNT)
    return {"id": "MeasureDescriptor", "measures": [value]}


def attribute_list(some=ATTRIBUTES):
    known = ATTRIBUTES | DERIVED_ATTRIBUTES
    attributes = [
        component(identifier, known[identifier][1])
        | {"usage": "optional", "attributeRelationship": {"observation": {}}}
        | representation(known[identifier][0])
        for identifier in some
    ]
    return {"id": "AttributeDescriptor", "attributes": attributes}


def constraint(texts, dataflow, use, fixed):
    naming = texts.named(f"pattern.{use}", texts.given(dataflow))
    keys = [{"id": dimension, "include": True, "values": values} for dimension, values in fixed.items()]
    return maintained(f"{dataflow}_{use}", naming, {"USE": use}) | {
        "role": "Allowed",
        "constraintAttachment": {"dataflows": [urn("datastructure.Dataflow", dataflow)]},
        "cubeRegions": [{"include": True, "keyValues": keys}],
    }


def data_structure(texts, dataflow, between, attributes):
    order = ["FREQ", "REF_AREA", *between, "UNIT_MEASURE"]
    return maintained(f"DSD_{dataflow}", texts.named("pattern.DSD", texts.given(dataflow))) | {
        "dataStructureComponents": {
            "dimensionList": dimension_list(order),
            "measureList": measure_list(),
            "attributeList": attributes,
        }
    }


def settings(kind, values):
    """Returns annotations of a kind, one per id, with settings as their values."""
    for identifier, setting in values.items():
        value = ";".join(f"{name}={text}" for name, text in setting.items())
        yield {"id": identifier, "type": kind, "value": value}


def derived_data(texts, dataflow):
    """Returns a dataflow that is computed from others. It accepts no submissions, so it has no constraint on them."""
    what = DERIVED[dataflow]
    flow = maintained(dataflow, texts.named(dataflow))
    flow["annotations"] = list(settings("DERIVED", {"from": what["derived"]}))
    flow["annotations"] += settings("QUESTION", QUESTIONS.get(dataflow, {}))
    return {
        "dataStructures": [
            data_structure(texts, dataflow, what["dimensions"], attribute_list(what["attributes"]))
        ],
        "dataflows": [flow | {"structure": urn("datastructure.DataStructure", f"DSD_{dataflow}")}],
        "dataConstraints": [
            constraint(texts, dataflow, "PUBLICATION", {"FREQ": ["A"], "UNIT_MEASURE": ["NUMBER"]})
        ],
    }


def dataflow_data(texts, dataflow):
    """Returns a dataflow with its data structure and its two constraints."""
    structure = f"DSD_{dataflow}"
    reference = dataflow == "POPULATION"
    units = ["NUMBER"] if reference else ["NUMBER", "PER_100000_POP"]
    totals = {"TOTALS_OF": TOTALS_OF[dataflow]} if dataflow in TOTALS_OF else {}
    flow = maintained(dataflow, texts.named(dataflow), REFERENCE_DATA if reference else PUBLIC_DATA | totals)
    flow["annotations"] += rule_settings(dataflow)
    return {
        "dataStructures": [data_structure(texts, dataflow, DATAFLOWS[dataflow], attribute_list())],
        "dataflows": [
            flow | {"structure": urn("datastructure.DataStructure", structure)}
        ],
        "dataConstraints": [
            constraint(texts, dataflow, "SUBMISSION", {"FREQ": ["A"], "UNIT_MEASURE": ["NUMBER"]}),
            constraint(texts, dataflow, "PUBLICATION", {"FREQ": ["A"], "UNIT_MEASURE": units}),
        ],
    }


# Endings of words for people: masculine singular, and the forms derived from it. The longest matching ending applies.
ENDINGS = {
    "en": {"ese": ["ese"], "s": ["s"], "sh": ["sh"], "ch": ["ch"], "x": ["x"], "men": ["men"], "": ["", "s"]},
    "fr": {
        "ais": ["ais", "aise", "aises"],
        "ois": ["ois", "oise", "oises"],
        "ien": ["ien", "ienne", "iens", "iennes"],
        "éen": ["éen", "éenne", "éens", "éennes"],
        "ain": ["ain", "aine", "ains", "aines"],
        "in": ["in", "ine", "ins", "ines"],
        "an": ["an", "ane", "ans", "anes"],
        "ol": ["ol", "ole", "ols", "oles"],
        "on": ["on", "onne", "ons", "onnes"],
        "i": ["i", "ie", "is", "ies"],
        "s": ["s"],
        "": ["", "s"],
    },
    "es": {
        "o": ["o", "a", "os", "as"],
        "és": ["és", "esa", "eses", "esas"],
        "án": ["án", "ana", "anes", "anas"],
        "ol": ["ol", "ola", "oles", "olas"],
        "ón": ["ón", "ona", "ones", "onas"],
        "í": ["í", "íes", "ís"],
        "": ["", "s"],
    },
    "it": {
        "chino": ["chino", "china", "chini", "chine"],
        "co": ["co", "ca", "ci", "che"],
        "o": ["o", "a", "i", "e"],
        "e": ["e", "i"],
        "a": ["a", "i", "e"],
        "": [""],
    },
    "pt": {
        "o": ["o", "a", "os", "as"],
        "ês": ["ês", "esa", "eses", "esas"],
        "ão": ["ão", "ã", "ães", "ãos", "ãs"],
        "ol": ["ol", "ola", "óis", "olas"],
        "eu": ["eu", "eia", "eus", "eias"],
        "": ["", "s"],
    },
    "de": {"er": ["er", "erin", "ern", "erinnen"], "e": ["e", "in", "en", "innen"], "": [""]},
    "ru": {
        "иец": ["иец", "ийка", "ийцы", "ийский", "ийская", "ийские", "ийское"],
        "аец": ["аец", "айка", "айцы", "айский", "айская", "айские", "айское"],
        "еец": ["еец", "ейка", "ейцы", "ейский", "ейская", "ейские", "ейское"],
        "ец": ["ец", "ка", "цы", "ский", "ская", "ские", "ское"],
        "анин": ["анин", "анка", "ане"],
        "янин": ["янин", "янка", "яне"],
        "кий": ["кий", "кая", "кие", "кое"],
        "": [""],
    },
    "ar": {"ي": ["ي", "ية", "يون", "يين", "يات"], "": [""]},
}


class AreaNames:
    """Alternative names of areas and their people by code, from area_names.txt."""

    def __init__(self, path):
        self.by_code = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                self.add(*[field.strip() for field in line.split("|")])

    def add(self, codes, names, *people):
        found = self.split(names)
        for language, words in zip(ENDINGS, people, strict=False):
            for word in self.split(words):
                found += self.inflected(language, word)
        for code in codes.removeprefix("?").split():
            self.by_code.setdefault(code, []).extend(found)

    @staticmethod
    def split(words):
        return [word.strip() for word in words.split(",") if word.strip()]

    @staticmethod
    def inflected(language, word):
        endings = ENDINGS[language]
        ending = max((e for e in endings if word.endswith(e)), key=len)
        return [word[: len(word) - len(ending)] + other for other in endings[ending]]


def plain(text):
    """Returns the text in lower case, without accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in letters if c.isalnum() or c in "+<>")


def new_only(code, others):
    """Returns the others that differ from the code's names and each other, without case, accents and punctuation."""
    known = {plain(name) for name in code["names"].values()}
    for other in others:
        if plain(other) not in known:
            known.add(plain(other))
            yield other


def with_aliases(codelist, codes, aliases):
    """Returns the codes with their alternative names, for suggestions."""
    for code in codes:
        others = list(new_only(code, aliases.get(codelist, {}).get(code["id"], ())))
        more = [{"type": "ALIASES", "value": ";".join(others)}] if others else []
        annotations = code.get("annotations", []) + more
        yield code | ({"annotations": annotations} if annotations else {})


def unversioned(identifier, agency, texts, items):
    """Returns a scheme of organisations. The standard prescribes its id and gives it no version."""
    members = [{"id": AGENCY, **texts.named(f"AGENCIES.{AGENCY}")}]
    return {"id": identifier, "agencyID": agency, **texts.named(identifier), items: members}


def organisations(texts):
    """Returns the agency, listed in the standard's own scheme, and the only provider of published data."""
    return {
        "agencySchemes": [unversioned("AGENCIES", "SDMX", texts, "agencies")],
        "dataProviderSchemes": [unversioned("DATA_PROVIDERS", AGENCY, texts, "dataProviders")],
    }


def categories(texts):
    topics = [{"id": topic, **texts.named(f"STATISTICS.{topic}")} for topic in CATEGORIES]
    return {
        "categorySchemes": [maintained("STATISTICS", texts.named("STATISTICS")) | {"categories": topics}],
        "categorisations": [
            maintained(f"{topic}_{dataflow}", texts.named(dataflow))
            | {
                "source": urn("datastructure.Dataflow", dataflow),
                "target": urn("categoryscheme.Category", "STATISTICS", topic),
            }
            for topic, dataflows in CATEGORIES.items()
            for dataflow in dataflows
        ],
    }


def write(folder, name, data):
    path = folder / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(message(path.stem, data), ensure_ascii=False, indent=2) + "\n"
    path.write_text(content, encoding="utf-8", newline="\n")


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sources, out = map(pathlib.Path, sys.argv[1:])
    texts = Texts(pathlib.Path(__file__).with_name("schema_texts.ini"))
    aliases = json.loads(pathlib.Path(__file__).with_name("schema_aliases.json").read_text(encoding="utf-8"))
    areas = AreaNames(pathlib.Path(__file__).with_name("area_names.txt")).by_code
    for codelist in ("CL_AREA", "CL_CITIZENSHIP"):
        aliases[codelist] = {**areas, **aliases.get(codelist, {})}
    for codelist, named in codelists(texts, M49(sources, texts)):
        codes = list(with_aliases(codelist, named, aliases))
        write(out, f"codelist/{codelist}", {"codelists": [maintained(codelist, texts.named(codelist)) | {"codes": codes}]})
    write(out, "concept/CS_TIP", {"conceptSchemes": [concept_scheme(texts)]})
    write(out, "organisation/ORGANISATIONS", organisations(texts))
    write(out, "category/STATISTICS", categories(texts))
    for dataflow in DATAFLOWS:
        write(out, f"dataflow/{dataflow}", dataflow_data(texts, dataflow))
    for dataflow in DERIVED:
        write(out, f"dataflow/{dataflow}", derived_data(texts, dataflow))


if __name__ == "__main__":
    main()
