/**
 * Releases: compiles accepted figures, checks, embargoes and publishes them, compares vintages and explains figures.
 *
 * <p>A published release never changes; the database refuses changes, too.
 */
package org.tipstats.publish.release;
