/**
 * Releases: compiles accepted figures, checks, embargoes and publishes them, compares vintages and explains figures.
 *
 * <p>Imports {@code submission}, {@code protection}, {@code aggregation}, {@code disclosure} and packages before them.
 * A published release never changes; the database refuses changes, too.
 *
 * <p>Public: {@code ReleaseService} with {@code ReleaseRequest}, {@code ReleaseView} and {@code ReleaseStatus};
 * {@code ReleaseReader} with {@code ReleaseChecks}, {@code ReleaseCheck} and {@code ReleaseChange};
 * {@code PublishedReleases} with {@code ReleaseReference}, {@code ReleasedDataset} and {@code Vintage};
 * {@code ProvenanceReader} with {@code Provenance}; {@code ReleasedRowsResource}, which replies with tables of a
 * release, and {@code Permanence}, which says how long answers may be cached; {@code ReleasePublished}, the event of
 * the transaction that makes a release public.
 */
package org.tipstats.publish.release;
