/**
 * The website: pages for people.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>frame: {@code Preparation}
 * </ul>
 */
package org.tipstats.site;
