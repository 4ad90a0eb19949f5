#!/usr/bin/env python3
"""Writes the reference metadata of the dataflows as SDMX-JSON 2.0: concepts, structure, and one metadata message for each
dataflow.

usage: make_metadata.py SCHEMAS

SCHEMAS is the folder `schemas`. The script reads its dataflows and uses the description of a dataflow as its definition.
All other texts are in metadata_texts.ini in this folder. The same input gives the same bytes.
"""
import json
import pathlib
import sys

from make_schemas import STANDARD, Texts, maintained, message, urn

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
    concepts = [{"id": concept, **texts.named(f"CS_METADATA.{concept}")} for concept in CONCEPTS]
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
    of_sets = STANDARD.replace("structure", "metadata")
    for dataflow in METADATA:
        source = json.loads((folder / f"dataflow/{dataflow}.json").read_text(encoding="utf-8"))
        sets = [metadata_set(texts, source["data"]["dataflows"][0])]
        write(folder, f"metadata/METADATA_{dataflow}", {"metadataSets": sets}, of_sets)


if __name__ == "__main__":
    main()
