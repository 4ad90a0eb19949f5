/**
 * Dissemination: the query language over published releases, its formats, and the shared structures.
 *
 * <p>Imports {@code release} and what is left of it. Public: {@link org.tipstats.dissemination.DataService} with the
 * records that it takes and returns.
 */
package org.tipstats.dissemination;
