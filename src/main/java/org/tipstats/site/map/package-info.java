/**
 * Makes maps of rates: the shapes of areas, up to five classes for the values of all years, and a list with the same
 * content in words.
 *
 * <p>The shapes are one file with its own URL, which may be cached for ever. A page refers to the shapes. A class of
 * the style sheet gives each shape its colour. A map therefore needs no script, and both themes can colour it. If no
 * value is shown, only the reason decides how an area looks. The classes depend only on shown values.
 */
package org.tipstats.site.map;
