/**
 * Maps of rates: the shapes of areas, five classes for the values of all years, and the list that says the same in words.
 *
 * <p>Under {@code explorer}, which asks it with a selection of published data; it reads nothing else. The shapes are one file
 * with an address of its own, to be kept for good; a page refers to them and says with a class of the style sheet how each
 * is filled, so that a map needs no script and both themes colour it. Where no value is shown, the reason alone decides how
 * an area looks, and the classes come of shown values only.
 *
 * <p>Public: {@code MapViews}, which makes a {@code MapView} for a {@code MapQuestion}; {@code MapPicture}, the same as a file.
 */
package org.tipstats.site.map;
