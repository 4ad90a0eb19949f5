/**
 * The website: pages for people.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>frame: {@code Frames}
 * </ul>
 */
package org.tipstats.site;
