/**
 * The pages that show published figures: the list of datasets, the explorer of a dataset with its table and charts,
 * and the page of a single figure.
 *
 * <p>Comes last in the order, like {@code portal}: no package imports it. It asks {@code dissemination} and
 * {@code release} with the parameters of the API. The browser draws charts from the cells of the table on the page,
 * and they contain nothing else.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.explore;
