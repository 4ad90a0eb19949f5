/**
 * Dissemination: the query language over published releases, its formats, and the shared structures.
 *
 * <p>Imports {@code release} and what is left of it. Nothing is computed from raw values per request: published
 * vintages lie in memory, and answers of modest size are kept as bytes.
 *
 * <p>Public: {@code CodeExpression}, what a parameter asks of a dimension; {@code PublicData}, the same questions for pages
 * of the website.
 */
package org.tipstats.disseminate.query;
