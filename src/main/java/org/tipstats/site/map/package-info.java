/**
 * Makes maps of rates: the shapes of areas, up to five classes for the values of all years, and a list with the
 * same content in words.
 *
 * <p>Comes before {@code explorer}, which passes a selection of published data; this package reads no other data.
 * The shapes are one file with its own address, which may be cached for ever. A page refers to them and fills each
 * by a class of the style sheet. A map therefore needs no script, and both themes can colour it. If no value is
 * shown, only the reason decides how an area looks. The classes depend only on shown values.
 *
 * <p>Public: {@code MapViews}, which makes a {@code MapView} for a {@code MapRequest}; {@code MapView.MapPicture}, a
 * map as a file.
 */
package org.tipstats.site.map;
