/**
 * The published figures and structures in the formats and through the REST interface of the SDMX standard.
 *
 * <p>Face: nothing; no other room uses it.
 */
package org.tipstats.sdmx;
