/**
 * The REST interface of SDMX in two versions, {@code /sdmx/v1} (1.5) and {@code /sdmx/v2} (2.x). It answers from
 * published releases and from the schemas and their reference metadata, with entity tags and with the standard's
 * error messages.
 *
 * <p>Imports {@code sdmxquery}, {@code release} and the packages before them, never {@code dissemination}. It reads
 * only what is public, whoever asks.
 *
 * <p>Public: nothing.
 */
package org.tipstats.sdmx;
