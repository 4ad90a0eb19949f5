/**
 * The formats of published observations: JSON records, SDMX-CSV and plain CSV, JSON-stat, workbooks, Parquet, and a
 * whole release as one archive. Each format has one class. All of them stream and write the same cells. Each format
 * distinguishes zero, missing, suppressed and not applicable values.
 *
 * <p>It knows nothing of requests. Equal selections give equal bytes.
 */
package org.tipstats.disseminate.format;
