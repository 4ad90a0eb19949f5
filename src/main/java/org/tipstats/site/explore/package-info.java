/**
 * The pages that show published figures: the list of datasets, the explorer of a dataset with its table, charts and
 * map, and the page of a single figure.
 *
 * <p>The package gets data from {@code disseminate} and {@code publish} with the parameters of the API. The browser
 * draws charts only from the cells of the table on the page.
 */
package org.tipstats.site.explore;
