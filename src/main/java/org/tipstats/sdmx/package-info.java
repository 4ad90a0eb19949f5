/**
 * The published figures and structures in the formats and through the REST interface of the SDMX standard.
 *
 * <p>Face: nothing; no other room uses this room.
 */
package org.tipstats.sdmx;
