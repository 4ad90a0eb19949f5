/**
 * Pages about published data: areas and groups of areas, reporting, releases and their changes, and a search over all
 * published data.
 *
 * <p>Chapters find their dataflows by the roles of the dimensions. A chart is made of the cells of its table, so that
 * the chart never reveals a figure that the table withholds. These pages show only published data, whoever asks. Drafts
 * appear only on the pages of {@code PreviewResource}, under the desk.
 */
package org.tipstats.site.area;
