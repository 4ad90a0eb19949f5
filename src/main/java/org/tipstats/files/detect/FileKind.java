package org.tipstats.files.detect;

import java.util.Locale;

/** The kind of a received file. Only its content decides, never its name. */
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
    /** A file that looks like an SDMX-JSON message. Only reading it shows whether it is one. */
    SDMX_JSON,
    JSON,
    BINARY;

    /** Returns the word for this kind in reports. */
    public String word() {
        return this == TEXT ? "csv" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
