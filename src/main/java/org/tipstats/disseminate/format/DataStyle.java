package org.tipstats.disseminate.format;

import java.util.Objects;

/**
 * How data is written, whatever the format; what a format has no use for makes no difference to it.
 *
 * @param language of names and notes
 * @param raw whether text in CSV stays as it is that a spreadsheet would run as a formula
 * @param mark whether CSV begins with a byte-order mark, by which Excel knows UTF-8
 */
public record DataStyle(Labels labels, String language, boolean raw, boolean mark) {

    /** Codes alone, and notes in English. */
    public static final DataStyle PLAIN = new DataStyle(Labels.ID, "en", false, false);

    public DataStyle {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(language, "language");
    }
}
