/**
 * Pages of the website about what is published: areas and groups of areas, who reported, releases and what changed in them,
 * and a search over all of it.
 *
 * <p>Beside {@code portal} at the edge of the order: it asks {@code release}, {@code coverage}, {@code citation} and {@code
 * schema}, draws with {@code drawing}. Chapters are found by what the dimensions of dataflows mean.
 * A chart is made of the cells of the table below it, so that neither knows what the other does not show. Only what everyone
 * may read stands here: drafts are not found, whoever asks, but on the pages of {@code PreviewResource}, under the desk.
 *
 * <p>Public, for the periodic report: {@code Topic}, what chapters are about; {@code FlowFigures} and {@code ChapterTable}, their
 * figures; {@code FigureCells} and {@code ChapterDrawing}, how these are shown; {@code SourceLine}, where they come from; {@code ListedReleases}, what there is.
 */
package org.tipstats.site.area;
