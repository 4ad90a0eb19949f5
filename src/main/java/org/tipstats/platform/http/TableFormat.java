package org.tipstats.platform.http;

import java.util.List;
import java.util.Locale;

/** The formats of a table of rows. */
public enum TableFormat {
    JSON("application/json"),
    CSV("text/csv");

    /** The content type of a reply in CSV. */
    public static final String CSV_TYPE = "text/csv;charset=utf-8;header=present";

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Chooses the format of a reply; see {@link AcceptHeader#choose}. */
    public static TableFormat choose(String format, String accept) {
        return AcceptHeader.choose(List.of(values()), TableFormat::word, each -> each.mediaType, format, accept);
    }
}
