/**
 * The pages that show any published figure: the datasets, the explorer of one with its table and charts, and the page of a
 * single figure.
 *
 * <p>At the edge of the order, beside {@code portal}: it asks {@code dissemination} and {@code release} what the API asks,
 * with the API's own parameters, and nothing imports it. A chart is drawn in the browser from the cells of the table on its
 * page, so it knows nothing else.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.explore;
