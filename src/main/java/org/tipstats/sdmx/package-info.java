/**
 * The same figures and structures in the forms of the SDMX standard.
 *
 * <p>Face: nothing; no other room uses it.
 */
package org.tipstats.sdmx;
