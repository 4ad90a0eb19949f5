/**
 * Pages about published data: areas and groups of areas, reporting, releases and their changes, and a search over all
 * of it.
 *
 * <p>At the edge of the order, at the same level as {@code portal}: it calls {@code release}, {@code coverage},
 * {@code citation} and {@code schema}, and draws with {@code drawing}. Chapters find their dataflows by the roles of
 * the dimensions. A chart is made of the cells of its table, so that neither reveals a figure that the other withholds.
 * These pages show only published data, whoever asks. Drafts appear only on the pages of {@code PreviewResource}, under
 * the desk.
 *
 * <p>Public, for the periodic report: {@code Topic}, the topics of chapters; {@code FlowFigures} and
 * {@code ChapterTable}, their figures; {@code FigureCells} and {@code ChapterDrawing}, which show these;
 * {@code SourceReference}, their sources; {@code ReleaseList}, the published releases.
 */
package org.tipstats.site.area;
