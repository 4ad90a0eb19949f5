/**
 * Releases, from a draft to figures that never change.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>citation: {@code CatalogueConfig}, {@code Citation}, {@code CitationService}, {@code Terms},
 *       {@code TermsService}
 *   <li>draft: {@code AreaThreshold}, {@code AreaThresholdRequest}, {@code AreaThresholdService},
 *       {@code ProtectionStages}, {@code WithheldFigure}, {@code WithheldPreview}, {@code WithheldReader}
 *   <li>release: {@code Permanence}, {@code Provenance}, {@code ProvenanceReader}, {@code PublishedReleases},
 *       {@code ReleaseChange}, {@code ReleaseCheck}, {@code ReleaseChecks}, {@code ReleasePublished},
 *       {@code ReleaseReader}, {@code ReleaseReference}, {@code ReleaseRequest}, {@code ReleaseService},
 *       {@code ReleaseStatus}, {@code ReleaseView}, {@code ReleasedDataset}, {@code ReleasedRowsResource},
 *       {@code Vintage}
 * </ul>
 */
package org.tipstats.publish;
