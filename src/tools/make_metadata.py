#!/usr/bin/env python3
"""Writes the reference metadata of the dataflows as SDMX-JSON 2.0: concepts, structure, and one metadata message for each
dataflow. Writes the structure of national metadata, which the areas fill, too.

usage: make_metadata.py SCHEMAS

SCHEMAS is the folder `schemas`. The script reads its dataflows and uses the description of a dataflow as its definition.
All other texts are in metadata_texts.ini in this folder. The same input gives the same bytes.
"""
import json
import pathlib
import sys

from make_schemas import DATAFLOWS, FIRST_YEAR, MAX_TEXT, STANDARD, Texts, maintained, message, urn

# The reported attributes, in order: largest number of values (None: no limit), and whether they are texts in six languages.
CONCEPTS = {
    "STAT_CONC_DEF": (1, True),
    "COLL_METHOD": (1, True),
    "DATA_COMP": (1, True),
    "CONF_DATA_TR": (1, True),
    "CAVEAT": (None, True),
    "LICENCE": (1, True),
    "LICENCE_URL": (1, False),
    "CONTACT_ORGANISATION": (1, True),
    "CONTACT_EMAIL": (1, False),
}
# What the service asks each area about its figures, in the order of the form: the scheme of the concept, and the code list
# (None: a text in any languages). An attribute of observations with the same concept says it for single figures.
NATIONAL = {
    "NATIONAL_DEF": ("CS_METADATA", None),
    "DEF_DIFF": ("CS_TIP", None),
    "VICTIM_STATUS": ("CS_TIP", "CL_VICTIM_STATUS"),
    "IDENTIFIED_BY": ("CS_METADATA", None),
    "STAT_UNIT": ("CS_METADATA", "CL_STAT_UNIT"),
    "DEDUPLICATED": ("CS_TIP", "CL_YES_NO_UNKNOWN"),
    "AGE_BASIS": ("CS_TIP", None),
    "REF_PERIOD": ("CS_METADATA", None),
    "SOURCE_AGENCY": ("CS_TIP", None),
    "LEGAL_BASIS": ("CS_TIP", None),
}
# The parts of a break in the series, and the dates that the service states itself: the format and the role.
BREAK = {
    "BREAK_YEAR": ({"dataType": "GregorianYear", "startTime": FIRST_YEAR}, "BREAK_YEAR"),
    "BREAK_TEXT": ({"dataType": "String", "maxLength": MAX_TEXT, "isMultiLingual": True}, "BREAK_TEXT"),
}
DATES = {
    "META_LAST_UPDATE": ({"dataType": "DateTime"}, "LAST_UPDATE"),
    "META_CERTIFIED": ({"dataType": "DateTime"}, "CERTIFIED"),
}
COUNTED = ["COLL_METHOD.NATIONAL", "DATA_COMP.SUMS", "CONF_DATA_TR.SMALL", "CAVEAT.DETECTED"]
DERIVED = ["COLL_METHOD.DERIVED", "CONF_DATA_TR.DERIVED", "CAVEAT.DETECTED"]
COMMON = ["CAVEAT.COMPARABILITY", "CAVEAT.COVERAGE", "CAVEAT.ADDING_UP"]
EVERYWHERE = ["LICENCE.NAMED_SOURCE", "CONTACT_ORGANISATION.OPERATOR"]

# The attributes with texts of each dataflow, after its definition.
METADATA = {
    "VICTIMS": COUNTED + COMMON,
    "VICTIMS_CITIZENSHIP": COUNTED + COMMON,
    "VICTIMS_REPATRIATION": COUNTED + ["CAVEAT.RETURNS"] + COMMON,
    "VICTIMS_SUPPORT": COUNTED + ["CAVEAT.SEVERAL_SUPPORTS"] + COMMON,
    "PERSONS": COUNTED + ["CAVEAT.STAGES"] + COMMON,
    "PERSONS_CITIZENSHIP": COUNTED + ["CAVEAT.STAGES"] + COMMON,
    "OFFENCES": COUNTED + ["CAVEAT.PERSONS_PER_OFFENCE"] + COMMON,
    "MIRROR": DERIVED + ["DATA_COMP.PAIRS", "CAVEAT.MIRROR", "CAVEAT.COMPARABILITY"],
    "MIRROR_FLOWS": DERIVED + ["DATA_COMP.FLOWS", "CAVEAT.CITIZENSHIP", "CAVEAT.COMPARABILITY", "CAVEAT.COVERAGE"],
    "POPULATION": ["COLL_METHOD.POPULATION", "DATA_COMP.SUMS", "CONF_DATA_TR.NONE", "CAVEAT.ESTIMATES"],
}


def concept_scheme(texts):
    national = [concept for concept, (scheme, _) in NATIONAL.items() if scheme == "CS_METADATA"]
    order = [*CONCEPTS, *national, "BREAK", *BREAK, *DATES]
    concepts = [{"id": concept, **texts.named(f"CS_METADATA.{concept}")} for concept in order]
    return maintained("CS_METADATA", texts.named("CS_METADATA")) | {"concepts": concepts}


def structure(texts):
    attributes = [
        {
            "id": concept,
            "conceptIdentity": urn("conceptscheme.Concept", "CS_METADATA", concept),
            "minOccurs": 0,
            **({"maxOccurs": most} if most else {"maxOccurs": "unbounded"}),
            "localRepresentation": {"format": {"dataType": "String", "isMultiLingual": multilingual}},
        }
        for concept, (most, multilingual) in CONCEPTS.items()
    ]
    components = {
        "metadataAttributeList": {"id": "MetadataAttributeDescriptor", "metadataAttributes": attributes}
    }
    return maintained("MSD_TIP", texts.named("MSD_TIP")) | {"metadataStructureComponents": components}


def flow(texts):
    return maintained("MDF_TIP", texts.named("MDF_TIP")) | {
        "structure": urn("metadatastructure.MetadataStructure", "MSD_TIP"),
        "targets": [urn("datastructure.Dataflow", dataflow) for dataflow in METADATA],
    }


def national_attribute(texts, identifier, representation, scheme="CS_METADATA", role=None):
    """Returns an optional attribute with its help in six languages."""
    help_texts = texts.given(f"MSD_NATIONAL.{identifier}")
    annotations = [{"type": "HELP", "text": help_texts["en"], "texts": help_texts}] if help_texts else []
    annotations += [{"type": "ROLE", "value": role}] if role else []
    return {
        "id": identifier,
        "conceptIdentity": urn("conceptscheme.Concept", scheme, identifier),
        **({"annotations": annotations} if annotations else {}),
        "minOccurs": 0,
        **({"maxOccurs": 1} if representation else {"maxOccurs": "unbounded", "isPresentational": True}),
        **({"localRepresentation": representation} if representation else {}),
    }


def national_structure(texts):
    text = {"format": {"dataType": "String", "maxLength": MAX_TEXT, "isMultiLingual": True}}
    attributes = [
        national_attribute(
            texts,
            identifier,
            {"enumeration": urn("codelist.Codelist", codelist)} if codelist else text,
            scheme,
        )
        for identifier, (scheme, codelist) in NATIONAL.items()
    ]
    parts = [national_attribute(texts, part, {"format": form}, role=role) for part, (form, role) in BREAK.items()]
    attributes.append(national_attribute(texts, "BREAK", None, role="BREAK") | {"metadataAttributes": parts})
    attributes += [
        national_attribute(texts, date, {"format": form}, role=role) for date, (form, role) in DATES.items()
    ]
    components = {
        "metadataAttributeList": {"id": "MetadataAttributeDescriptor", "metadataAttributes": attributes}
    }
    return maintained("MSD_NATIONAL", texts.named("MSD_NATIONAL")) | {"metadataStructureComponents": components}


def national_flow(texts):
    """Returns the flow of national metadata. Each set is about an area, and about one dataflow or all of them."""
    return maintained("MDF_NATIONAL", texts.named("MDF_NATIONAL"), {"USE": "NATIONAL"}) | {
        "structure": urn("metadatastructure.MetadataStructure", "MSD_NATIONAL"),
        "targets": [
            urn("codelist.Code", "CL_AREA", "*"),
            *[urn("datastructure.Dataflow", dataflow) for dataflow in DATAFLOWS if dataflow != "POPULATION"],
        ],
    }


def metadata_set(texts, dataflow):
    attributes = [{"id": "STAT_CONC_DEF", "value": dataflow["descriptions"]}]
    for text in METADATA[dataflow["id"]] + EVERYWHERE:
        attributes.append({"id": text.split(".")[0], "value": texts.given(text)})
    attributes.sort(key=lambda attribute: list(CONCEPTS).index(attribute["id"]))
    naming = texts.named("pattern.METADATA", dataflow["names"])
    return maintained(f"METADATA_{dataflow['id']}", naming) | {
        "metadataflow": urn("metadatastructure.Metadataflow", "MDF_TIP"),
        "targets": [urn("datastructure.Dataflow", dataflow["id"])],
        "attributes": attributes,
    }


def write(folder, name, data, standard):
    path = folder / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = message(path.stem, data)
    content["meta"]["schema"] = standard
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    texts = Texts(pathlib.Path(__file__).with_name("metadata_texts.ini"))
    write(folder, "concept/CS_METADATA", {"conceptSchemes": [concept_scheme(texts)]}, STANDARD)
    structures = {"metadataStructures": [structure(texts)], "metadataflows": [flow(texts)]}
    write(folder, "metadata/MSD_TIP", structures, STANDARD)
    structures = {"metadataStructures": [national_structure(texts)], "metadataflows": [national_flow(texts)]}
    write(folder, "metadata/MSD_NATIONAL", structures, STANDARD)
    of_sets = STANDARD.replace("structure", "metadata")
    for dataflow in METADATA:
        source = json.loads((folder / f"dataflow/{dataflow}.json").read_text(encoding="utf-8"))
        sets = [metadata_set(texts, source["data"]["dataflows"][0])]
        write(folder, f"metadata/METADATA_{dataflow}", {"metadataSets": sets}, of_sets)


if __name__ == "__main__":
    main()
