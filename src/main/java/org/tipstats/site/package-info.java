/**
 * The website: pages for people.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>frame: {@code Frames}, {@code PageTexts}
 * </ul>
 */
package org.tipstats.site;
