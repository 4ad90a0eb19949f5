/**
 * The pages that show published figures: the list of datasets, the explorer of a dataset with its table and charts,
 * and the page of a single figure.
 *
 * <p>It asks {@code disseminate} and {@code publish} with the parameters of the API. The browser draws charts from the
 * cells of the table on the page, and they contain nothing else.
 */
package org.tipstats.site.explore;
