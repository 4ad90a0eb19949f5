/**
 * Releases, from a draft to figures that never change.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>checks: {@code ReleaseCheck}, {@code ReleaseChecks}
 *   <li>citation: {@code CatalogueConfig}, {@code Citation}, {@code CitationService}, {@code Terms},
 *       {@code TermsService}
 *   <li>draft: {@code AreaThreshold}, {@code AreaThresholdRequest}, {@code AreaThresholdService},
 *       {@code ProtectionStages}, {@code WithheldFigure}, {@code WithheldPreview}, {@code WithheldReader}
 *   <li>read: {@code CacheRules}, {@code Provenance}, {@code ProvenanceReader}, {@code PublishedReleases},
 *       {@code ReleaseReference}, {@code ReleasedDataset}, {@code Vintage}
 *   <li>release: {@code ReleaseChange}, {@code ReleasePublished}, {@code ReleaseReader}, {@code ReleaseRequest},
 *       {@code ReleaseService}, {@code ReleaseStatus}, {@code ReleaseView}, {@code ReleasedRowsReply}
 * </ul>
 */
package org.tipstats.publish;
