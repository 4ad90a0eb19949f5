package org.tipstats.files.csv;

import java.util.Locale;

/** What a received file is, by its content; its name says nothing. */
public enum FileKind {
    EMPTY,
    TEXT,
    XLSX,
    XLSB,
    XLS,
    /** A workbook or another document of an office program, locked by a password. */
    PROTECTED,
    ODS,
    DOCX,
    ZIP,
    GZIP,
    PDF,
    HTML,
    /** A message of SDMX-ML, of whatever version and purpose. */
    SDMX_ML,
    XML,
    /** What looks like a message of SDMX-JSON; whether it is one only reading tells. */
    SDMX_JSON,
    JSON,
    BINARY;

    /** The word of reports. */
    public String word() {
        return this == TEXT ? "csv" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
