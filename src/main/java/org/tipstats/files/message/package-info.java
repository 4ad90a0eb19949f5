/**
 * SDMX data messages as tables: SDMX-ML 2.1 (generic and structure-specific, series and flat) and 3.0, SDMX-JSON 1.0,
 * 2.0 and 2.1. A message becomes the table that it would be in SDMX-CSV. Each observation is a row and each component a
 * column; further columns give the structure and the action of the message.
 *
 * <p>A message is read as a stream, in one or more passes over the file. The readers limit everything that a sender can
 * choose: depth, names, codes, groups, length of texts. They never fetch anything to which a message refers.
 */
package org.tipstats.files.message;
