/**
 * The website: pages for people.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>frame: {@code Frames}
 * </ul>
 */
package org.tipstats.site;
