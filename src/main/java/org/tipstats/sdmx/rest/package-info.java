/**
 * The REST interface of SDMX in two versions, {@code /sdmx/v1} (1.5) and {@code /sdmx/v2} (2.x): answers queries from
 * published releases, from the schemas with their reference metadata, and from the accepted metadata of areas. Also
 * sets the entity tags of answers and writes the error messages of the standard.
 *
 * <p>The answers contain only data that everyone may read, no matter who asks.
 */
package org.tipstats.sdmx.rest;
