/**
 * Parses queries to both versions of the REST interface of SDMX: addresses and parameters, versions, keys, filters
 * and periods, and the formats that a client accepts. Makes the errors for refused requests, with the codes of the
 * standard.
 *
 * <p>Imports {@code release} for the vintages from which a filter selects, and {@code artefact}, {@code exchange}
 * and the packages before them. It does not answer queries: {@code sdmx} does that.
 *
 * <p>Public: {@link org.tipstats.sdmx.question.SdmxRequest} with {@link org.tipstats.sdmx.question.Surface}; {@link
 * org.tipstats.sdmx.question.StructureQuery} and {@link org.tipstats.sdmx.question.MetadataQuery} with {@link
 * org.tipstats.sdmx.question.IdWish} and {@link org.tipstats.sdmx.question.VersionWish}; {@link
 * org.tipstats.sdmx.question.DataQueries} and {@link
 * org.tipstats.sdmx.question.Flows} with {@link org.tipstats.sdmx.question.DataQuery}, {@link
 * org.tipstats.sdmx.question.ObservationFilter} and {@link org.tipstats.sdmx.question.SortOrder}; {@link
 * org.tipstats.sdmx.question.Forms} with {@link org.tipstats.sdmx.question.MediaWish}; {@link org.tipstats.sdmx.question.Refusal}.
 */
package org.tipstats.sdmx.question;
