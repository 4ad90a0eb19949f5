/**
 * Releases, from a draft to figures that never change.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>checks: {@code ReleaseCheck}
 *   <li>citation: {@code CatalogueConfig}, {@code Citation}, {@code CitationService}, {@code TermsService}
 *   <li>draft: {@code AreaThreshold}, {@code AreaThresholdRequest}, {@code AreaThresholdService},
 *       {@code ProtectionStages}, {@code WithheldFigure}, {@code WithheldPreview}, {@code WithheldReader}
 *   <li>read: {@code CacheRules}, {@code ProvenanceReader}, {@code PublishedReleases}, {@code Vintage}
 *   <li>release: {@code PublicationAnnouncer}, {@code ReleaseChange}, {@code ReleaseReader}, {@code ReleaseService},
 *       {@code ReleaseView}, {@code ReleasedRowsReply}
 * </ul>
 */
package org.tipstats.publish;
