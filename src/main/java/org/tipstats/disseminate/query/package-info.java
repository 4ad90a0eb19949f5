/**
 * Dissemination: the query language over published releases, its formats, and the shared structures.
 *
 * <p>A request computes nothing from raw values: published vintages stay in memory, and replies of modest size are
 * cached as bytes.
 */
package org.tipstats.disseminate.query;
