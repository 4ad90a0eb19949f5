/**
 * Releases: compile what is accepted, check, embargo, publish, compare vintages, explain figures.
 *
 * <p>Imports {@code submission}, {@code protection}, {@code aggregation}, {@code disclosure} and what is left of them. A
 * published release never changes; the database refuses it too.
 *
 * <p>Public: {@code ReleaseService} with {@code ReleaseRequest}, {@code ReleaseView} and {@code ReleaseStatus}; {@code
 * ReleaseReader} with {@code ReleaseChecks}, {@code ReleaseCheck} and {@code ReleaseChange}; {@code PublishedReleases}
 * with {@code ReleaseReference}, {@code ReleasedDataset} and {@code Vintage}; {@code ProvenanceReader} with {@code Provenance};
 * {@code ReleasedRowsResource}, which answers with tables of a release, and {@code Permanence}, how long answers may be kept;
 * {@code ReleasePublished}, the event of the transaction that makes a release public.
 */
package org.tipstats.publish.release;
