/**
 * The REST interface of SDMX in two versions, {@code /sdmx/v1} (1.5) and {@code /sdmx/v2} (2.x): answers from
 * published releases and the schemas, their reference metadata included, with their tags, and the standard's error
 * messages.
 *
 * <p>It reads only what everyone may read, whoever asks.
 */
package org.tipstats.sdmx.rest;
