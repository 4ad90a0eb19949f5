/**
 * Data messages of SDMX as tables: SDMX-ML 2.1 (generic and structure-specific, series and flat) and 3.0, SDMX-JSON 1.0,
 * 2.0 and 2.1. A message becomes the table that SDMX-CSV would be: a row an observation, a column a component, and
 * columns for what the message says of its structure and its action.
 *
 * <p>After {@code csv} in the order, whose {@link org.tipstats.files.csv.RowSource} it implements; the only user of XML and of
 * JSON as input of figures. Reading streams, in passes over the file, and is bounded in everything that a sender can
 * choose: depth, names, codes, groups, length of texts. Nothing that a message refers to is ever fetched.
 *
 * <p>Public: {@link org.tipstats.files.message.MessageReader}.
 */
package org.tipstats.files.message;
