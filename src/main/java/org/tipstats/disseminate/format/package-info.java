/**
 * The forms in which published observations are written: JSON records, SDMX-CSV and plain CSV, JSON-stat, workbooks,
 * Parquet. One class a form; all stream, and all write the same cells: a zero, a missing, a suppressed and a not
 * applicable value differ in each.
 *
 * <p>After {@code release} in the order, whose reference every form names; it knows nothing of requests. Equal selections
 * give equal bytes.
 *
 * <p>Public: {@link org.tipstats.disseminate.format.DataWriter} with what it takes, {@link org.tipstats.disseminate.format.Format}, {@link
 * org.tipstats.disseminate.format.DataStyle} with {@link org.tipstats.disseminate.format.Labels}, and {@link org.tipstats.disseminate.format.DataSelection};
 * {@link org.tipstats.disseminate.format.ReleaseBundle}, all of a release in one archive.
 */
package org.tipstats.disseminate.format;
