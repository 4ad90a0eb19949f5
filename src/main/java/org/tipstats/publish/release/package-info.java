/**
 * The life of a release: compiled, checked, under embargo, published; and the differences between two releases. A
 * published release never changes; the database refuses changes, too.
 */
package org.tipstats.publish.release;
