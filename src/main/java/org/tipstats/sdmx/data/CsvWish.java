package org.tipstats.sdmx.data;

/**
 * What a reader wants of a table.
 *
 * @param labels whether codes, names or both are shown
 * @param keys which keys have columns of their own
 * @param byteOrderMark whether the text begins with one, by which spreadsheets know UTF-8
 */
public record CsvWish(Labels labels, Keys keys, boolean byteOrderMark) {

    public static final CsvWish PLAIN = new CsvWish(Labels.ID, Keys.NONE, false);

    public enum Labels {
        ID,
        NAME,
        BOTH
    }

    public enum Keys {
        NONE,
        OBS,
        SERIES,
        BOTH
    }
}
