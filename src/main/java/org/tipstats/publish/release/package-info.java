/**
 * Drafts and releases: made, scheduled, published, and compared with each other.
 *
 * <p>A published release never changes; the database refuses changes, too.
 */
package org.tipstats.publish.release;
