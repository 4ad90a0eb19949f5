/**
 * Data messages of SDMX, written as streams: SDMX-ML 2.1 (generic and structure-specific) and 3.0, SDMX-JSON 1.0, 2.0 and
 * 2.1, SDMX-CSV 1.0, 2.0 and 2.1. A value that is missing or suppressed is {@code NaN} in XML, null in JSON and an empty
 * cell in CSV, and its status tells why: there is one marker for whatever is not shown.
 *
 * <p>After {@code observation}, {@code csv} and {@code artefact} in the order. A form is a {@code SeriesSink}: it is told
 * what there is in the order in which it is to be written.
 *
 * <p>Public: {@link org.tipstats.sdmx.data.DataMessage} with {@link org.tipstats.sdmx.data.DataSet} and {@link
 * org.tipstats.sdmx.data.Content}; {@link org.tipstats.sdmx.data.DataFormat} with {@link org.tipstats.sdmx.data.CsvWish};
 * {@link org.tipstats.sdmx.data.SeriesOrder}; {@link org.tipstats.sdmx.data.SpecificSchema}.
 */
package org.tipstats.sdmx.data;
