/**
 * Writes SDMX data messages as streams: SDMX-ML 2.1 (generic and structure-specific) and 3.0, SDMX-JSON 1.0, 2.0 and
 * 2.1, and SDMX-CSV 1.0, 2.0 and 2.1. A missing or suppressed value is {@code NaN} in XML, null in JSON and an empty
 * cell in CSV. This marker is the same for missing and suppressed values; the status of the observation gives the
 * reason.
 *
 * <p>Each format is a {@code DataMessageWriter}, whose methods receive the parts of a message in the order in which
 * they are written.
 */
package org.tipstats.sdmx.data;
