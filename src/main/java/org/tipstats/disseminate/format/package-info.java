/**
 * The formats of published observations: JSON records, SDMX-CSV and plain CSV, JSON-stat, workbooks, Parquet, and a
 * whole release as one archive. All formats are written as streams and have the same cells. Each format distinguishes
 * zero, missing, suppressed and not applicable values.
 *
 * <p>The package does not depend on requests. Equal selections give equal bytes.
 */
package org.tipstats.disseminate.format;
