package org.tipstats.sdmx.data;

/**
 * The options of a table in SDMX-CSV.
 *
 * @param labels whether to show codes, names or both
 * @param keys which keys get columns of their own
 * @param byteOrderMark whether the file begins with a byte order mark, by which spreadsheets recognise UTF-8
 */
public record CsvOptions(Labels labels, Keys keys, boolean byteOrderMark) {

    public static final CsvOptions PLAIN = new CsvOptions(Labels.ID, Keys.NONE, false);

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
