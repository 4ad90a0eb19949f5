/**
 * Dissemination: the query language over published releases, its formats, and the shared structures.
 *
 * <p>Imports {@code release} and the packages before it. A request computes nothing from raw values: published vintages
 * stay in memory, and replies of modest size are cached as bytes.
 *
 * <p>Public: {@code CodeExpression}, which reads the parameter of a dimension; {@code PublicData}, which answers the
 * same queries for pages of the website.
 */
package org.tipstats.disseminate.query;
