/**
 * Releases, from a draft to figures that never change.
 *
 * <p>Face: other rooms (see the README) may use only these types:
 *
 * <ul>
 *   <li>checks: {@code ReleaseCheck}
 *   <li>citation: {@code CatalogueConfig}, {@code Citation}, {@code CitationService}, {@code TermsService}
 *   <li>consult: {@code ConsultationService}, {@code ConsultationView}
 *   <li>draft: {@code AreaThresholdService}, {@code WithheldReader}
 *   <li>manifest: {@code ReleaseManifest}
 *   <li>notice: {@code ErratumService}, {@code ReleaseNotice}
 *   <li>read: {@code CacheRules}, {@code ProvenanceReader}, {@code PublicationLog}, {@code PublishedReleases},
 *       {@code ReleasePrints}
 *   <li>remedy: {@code Remedy}, {@code RemedySummary}
 *   <li>release: {@code PublicationAnnouncer}, {@code ReleaseChange}, {@code ReleaseReader}, {@code ReleaseService},
 *       {@code ReleaseText}, {@code ReleaseView}, {@code ReleaseWork}, {@code ReleasedRowsReply},
 *       {@code WithdrawalService}
 *   <li>tables: {@code AcceptedTables}, {@code PublishedColumns}, {@code TableCatalogue}
 * </ul>
 */
package org.tipstats.publish;
