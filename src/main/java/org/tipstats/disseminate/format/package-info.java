/**
 * The formats of published observations: JSON records, SDMX-CSV and plain CSV, JSON-stat, workbooks, Parquet. Each
 * format has one class. All of them stream and write the same cells. Each format distinguishes zero, missing,
 * suppressed and not applicable values.
 *
 * <p>Comes after {@code release} in the order, because every format names the release. It knows nothing of requests.
 * Equal selections give equal bytes.
 *
 * <p>Public: {@link org.tipstats.disseminate.format.DataWriter} with its arguments {@link org.tipstats.disseminate.format.Format},
 * {@link org.tipstats.disseminate.format.DataStyle} with {@link org.tipstats.disseminate.format.Labels}, and
 * {@link org.tipstats.disseminate.format.DataSelection}; {@link org.tipstats.disseminate.format.ReleaseBundle}, which writes a whole release as
 * one archive.
 */
package org.tipstats.disseminate.format;
