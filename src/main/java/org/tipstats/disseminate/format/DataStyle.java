package org.tipstats.disseminate.format;

import java.util.Objects;

/**
 * Options for writing data in any format. A format ignores the options that do not apply to it.
 *
 * @param language the language of names and notes
 * @param raw whether CSV keeps text unchanged that a spreadsheet would run as a formula
 * @param mark whether CSV begins with a byte-order mark, from which Excel recognises UTF-8
 */
public record DataStyle(LabelStyle labels, String language, boolean raw, boolean mark) {

    /** Codes without names, and notes in English. */
    public static final DataStyle PLAIN = new DataStyle(LabelStyle.ID, "en", false, false);

    public DataStyle {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(language, "language");
    }
}
