"""Looks at every document in a folder with validators and readers that share no code with the kit, in one process.

Prints a JSON object: the number of documents, and for each one that is not sound, what was said of it.
"""

import json
import sys
import warnings
from multiprocessing import Pool
from pathlib import Path

import docx
import openpyxl
from ooxml_integrity import check as integrity
from openxml_audit import OpenXmlValidator

warnings.simplefilter("error")
VALIDATOR = OpenXmlValidator()


def faults(path):
    said = []
    try:
        found = VALIDATOR.validate(path)
        said += [f"openxml-audit: {error.part_uri} {error.description}" for error in found.errors]
        if path.suffix == ".docx":
            said += [f"ooxml-integrity: {finding}" for finding in integrity(path)]
            read = docx.Document(str(path))
            if not any(paragraph.text for paragraph in read.paragraphs):
                said.append("python-docx: no text")
        else:
            book = openpyxl.load_workbook(path)
            if not book.sheetnames:
                said.append("openpyxl: no sheet")
    except Exception as error:  # Whatever a reader stumbles over is what the test is for.
        said.append(f"{type(error).__name__}: {error}")
    return path.name, said


def main():
    paths = sorted(path for path in Path(sys.argv[1]).iterdir() if path.suffix in (".docx", ".xlsx"))
    with Pool(2) as pool:
        found = pool.map(faults, paths, chunksize=4)
    print(json.dumps({"documents": len(found), "faults": {name: said for name, said in found if said}}, ensure_ascii=False))


main()
