package org.tipstats.files.detect;

import java.util.Locale;

/** The kind of a received file. The content of the file decides the kind, never the name of the file. */
public enum FileKind {
    EMPTY,
    TEXT,
    XLSX,
    XLSB,
    XLS,
    /** A workbook or another office document that is locked with a password. */
    PROTECTED,
    ODS,
    DOCX,
    ZIP,
    GZIP,
    PDF,
    HTML,
    /** An SDMX-ML message of any version and purpose. */
    SDMX_ML,
    XML,
    /** A file that looks like an SDMX-JSON message. Only reading the whole file shows whether it is such a message. */
    SDMX_JSON,
    JSON,
    BINARY;

    /** Returns the name of this kind in reports. */
    public String word() {
        return this == TEXT ? "csv" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
