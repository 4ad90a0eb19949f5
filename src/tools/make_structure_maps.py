#!/usr/bin/env python3
"""Writes structure maps, which convert figures of a dataflow to the structure of another organisation (SDMX-JSON 2.0).

usage: make_structure_maps.py SCHEMAS

SCHEMAS is the folder `schemas`, from which the script reads the list of areas. The same input gives the same bytes.
SDG_16_2_2 converts to the structure of the Sustainable Development Goals, IAEG-SDGs:SDG version 1.4. Its ten series of
indicator 16.2.2 combine the form of exploitation and the unit in one code. Areas are M49 numbers without leading zeros. As
in the Goals' own database, there are only figures of countries and areas, by sex and age as the series are published there.
Figures without a mapping are left out. The annotation IMPORT says that the program also offers the map read backwards: its
texts name that map, and its value lists the fixed components of the target that say nothing about figures to import.
"""
import json
import pathlib
import sys

from make_schemas import localised, message, urn

SDG = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=IAEG-SDGs:SDG(1.4)"
SDG_LISTS = {"SERIES": "CL_SERIES(1.4)", "REF_AREA": "CL_AREA(1.4)", "SEX": "CL_SEX(1.1)", "AGE": "CL_AGE(1.1)"}

SERIES = {"_T": "VC_HTF_DETV", "SEX": "VC_HTF_DETVSX", "LAB": "VC_HTF_DETVFL", "ORG": "VC_HTF_DETVOG", "OTH": "VC_HTF_DETVOP"}
UNITS = {"NUMBER": "", "PER_100000_POP": "R"}
SAME = {"SEX": ["_T", "F", "M"], "AGE": ["_T", "Y0T17", "Y_GE18"]}

# The components of the target in its own order: dimensions, the value, attributes.
ORDER = """FREQ REPORTING_TYPE SERIES REF_AREA SEX AGE URBANISATION INCOME_WEALTH_QUANTILE EDUCATION_LEV OCCUPATION
CUST_BREAKDOWN COMPOSITE_BREAKDOWN DISABILITY_STATUS ACTIVITY PRODUCT TIME_PERIOD OBS_VALUE UNIT_MEASURE UNIT_MULT
OBS_STATUS NATURE SOURCE_DETAIL COMMENT_OBS""".split()

# Global reporting of country data, in single units; no other breakdown.
FIXED = {"REPORTING_TYPE": "G", "UNIT_MULT": "0", "NATURE": "C"} | {
    dimension: "_T" for dimension in ORDER[ORDER.index("URBANISATION") : ORDER.index("TIME_PERIOD")]
}
TAKEN_OVER = {
    "FREQ": "FREQ",
    "TIME_PERIOD": "TIME_PERIOD",
    "OBS_VALUE": "OBS_VALUE",
    "UNIT_MEASURE": "UNIT_MEASURE",
    "OBS_STATUS": "OBS_STATUS",
    "SOURCE_AGENCY": "SOURCE_DETAIL",
    "COMMENT": "COMMENT_OBS",
}

NAMES = {
    "SDG_16_2_2": {
        "en": "Detected victims as series of SDG indicator 16.2.2",
        "fr": "Victimes détectées en séries de l'indicateur 16.2.2 des ODD",
        "es": "Víctimas detectadas como series del indicador 16.2.2 de los ODS",
        "ru": "Выявленные жертвы как ряды показателя ЦУР 16.2.2",
        "ar": "الضحايا المكتشفون بوصفهم سلاسل مؤشر أهداف التنمية المستدامة 16-2-2",
        "zh": "已发现的受害者：可持续发展目标指标16.2.2系列",
    },
    "RM_SDG_SERIES": {
        "en": "Form of exploitation and unit to SDG series",
        "fr": "Forme d'exploitation et unité vers les séries des ODD",
        "es": "Forma de explotación y unidad a series de los ODS",
        "ru": "Форма эксплуатации и единица измерения в ряды ЦУР",
        "ar": "شكل الاستغلال والوحدة إلى سلاسل أهداف التنمية المستدامة",
        "zh": "剥削形式和单位对应可持续发展目标系列",
    },
    "RM_SDG_REF_AREA": {
        "en": "Areas to M49 numbers",
        "fr": "Zones vers les numéros M49",
        "es": "Zonas a números M49",
        "ru": "Территории в номера M49",
        "ar": "المناطق إلى أرقام M49",
        "zh": "地区对应M49编号",
    },
    "RM_SDG_SEX": {
        "en": "Sex to SDG codes",
        "fr": "Sexe vers les codes des ODD",
        "es": "Sexo a códigos de los ODS",
        "ru": "Пол в коды ЦУР",
        "ar": "الجنس إلى رموز أهداف التنمية المستدامة",
        "zh": "性别对应可持续发展目标代码",
    },
    "RM_SDG_AGE": {
        "en": "Age to SDG codes",
        "fr": "Âge vers les codes des ODD",
        "es": "Edad a códigos de los ODS",
        "ru": "Возраст в коды ЦУР",
        "ar": "العمر إلى رموز أهداف التنمية المستدامة",
        "zh": "年龄对应可持续发展目标代码",
    },
}

# Who compiled a figure, and whether it is estimated, differs between sources.
ONLY_EXPORTED = ["REPORTING_TYPE", "NATURE"]

# The names of the maps read backwards.
NAMES_BACKWARDS = {
    "SDG_16_2_2": {
        "en": "Series of SDG indicator 16.2.2 as detected victims",
        "fr": "Séries de l'indicateur 16.2.2 des ODD en victimes détectées",
        "es": "Series del indicador 16.2.2 de los ODS como víctimas detectadas",
        "ru": "Ряды показателя ЦУР 16.2.2 как выявленные жертвы",
        "ar": "سلاسل مؤشر أهداف التنمية المستدامة 16-2-2 بوصفها ضحايا مكتشفين",
        "zh": "可持续发展目标指标16.2.2系列：已发现的受害者",
    },
    "RM_SDG_SERIES": {
        "en": "SDG series to form of exploitation and unit",
        "fr": "Séries des ODD vers la forme d'exploitation et l'unité",
        "es": "Series de los ODS a forma de explotación y unidad",
        "ru": "Ряды ЦУР в форму эксплуатации и единицу измерения",
        "ar": "سلاسل أهداف التنمية المستدامة إلى شكل الاستغلال والوحدة",
        "zh": "可持续发展目标系列对应剥削形式和单位",
    },
    "RM_SDG_REF_AREA": {
        "en": "M49 numbers to areas",
        "fr": "Numéros M49 vers les zones",
        "es": "Números M49 a zonas",
        "ru": "Номера M49 в территории",
        "ar": "أرقام M49 إلى المناطق",
        "zh": "M49编号对应地区",
    },
    "RM_SDG_SEX": {
        "en": "SDG codes to sex",
        "fr": "Codes des ODD vers le sexe",
        "es": "Códigos de los ODS a sexo",
        "ru": "Коды ЦУР в пол",
        "ar": "رموز أهداف التنمية المستدامة إلى الجنس",
        "zh": "可持续发展目标代码对应性别",
    },
    "RM_SDG_AGE": {
        "en": "SDG codes to age",
        "fr": "Codes des ODD vers l'âge",
        "es": "Códigos de los ODS a edad",
        "ru": "Коды ЦУР в возраст",
        "ar": "رموز أهداف التنمية المستدامة إلى العمر",
        "zh": "可持续发展目标代码对应年龄",
    },
}


def artefact(identifier, annotations=()):
    texts = NAMES_BACKWARDS[identifier]
    value = {"value": " ".join(ONLY_EXPORTED)} if identifier == "SDG_16_2_2" else {}
    backwards = {"type": "IMPORT", **value, "text": texts["en"], "texts": texts}
    return {
        "id": identifier,
        "agencyID": "TIPSTATS",
        "version": "1.0.0",
        **localised(NAMES[identifier]),
        "annotations": [*annotations, backwards],
    }


def representation(target, lists, values):
    """Returns a representation map from codes of some of our lists to a code of the target."""
    return artefact(f"RM_SDG_{target}") | {
        "source": [{"codelist": urn("codelist.Codelist", codelist)} for codelist in lists],
        "target": [{"codelist": f"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=IAEG-SDGs:{SDG_LISTS[target]}"}],
        "representationMappings": [
            {"sourceValues": [{"value": value} for value in source], "targetValues": [code]}
            for source, code in values
        ],
    }


def areas(folder):
    codes = json.loads((folder / "codelist/CL_AREA.json").read_text(encoding="utf-8"))["data"]["codelists"][0]["codes"]
    for code in codes:
        numbers = [a["value"] for a in code.get("annotations", []) if a["type"] == "M49"]
        if numbers:
            yield [code["id"]], str(int(numbers[0]))


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    series = [([form, unit], code + end) for unit, end in UNITS.items() for form, code in SERIES.items()]
    maps = [
        representation("SERIES", ["CL_EXPLOITATION", "CL_UNIT_MEASURE"], series),
        representation("REF_AREA", ["CL_AREA"], areas(folder)),
        *(representation(name, [f"CL_{name}"], [([code], code) for code in codes]) for name, codes in SAME.items()),
    ]
    sources = {"SERIES": ["EXPLOITATION", "UNIT_MEASURE"], "REF_AREA": ["REF_AREA"], "SEX": ["SEX"], "AGE": ["AGE"]}
    coded = [
        {
            "source": sources[target],
            "target": [target],
            "representationMap": urn("structuremapping.RepresentationMap", f"RM_SDG_{target}"),
        }
        for target in sources
    ]
    plain = [{"source": [source], "target": [target]} for source, target in TAKEN_OVER.items()]
    annotations = [{"type": "EXPORT", "value": "sdg"}, {"type": "ORDER", "value": " ".join(ORDER)}]
    structure_map = artefact("SDG_16_2_2", annotations) | {
        "source": urn("datastructure.Dataflow", "VICTIMS"),
        "target": SDG,
        "componentMaps": coded + plain,
        "fixedValueMaps": [{"target": target, "values": [value]} for target, value in FIXED.items()],
    }
    content = message("SDG_16_2_2", {"structureMaps": [structure_map], "representationMaps": maps})
    path = folder / "structuremap/SDG_16_2_2.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
