/**
 * Parses queries to both versions of the REST interface of SDMX: addresses and parameters, versions, keys, filters
 * and periods, and the formats that a client accepts. Makes the errors for refused requests, with the codes of the
 * standard.
 *
 * <p>Imports {@code release} for the vintages from which a filter selects, and {@code artefact}, {@code exchange}
 * and the packages before them. It does not answer queries: {@code sdmx} does that.
 *
 * <p>Public: {@link org.tipstats.sdmxquery.SdmxRequest} with {@link org.tipstats.sdmxquery.Surface}; {@link
 * org.tipstats.sdmxquery.StructureQuery} and {@link org.tipstats.sdmxquery.MetadataQuery} with {@link
 * org.tipstats.sdmxquery.IdWish} and {@link org.tipstats.sdmxquery.VersionWish}; {@link
 * org.tipstats.sdmxquery.DataQueries} and {@link
 * org.tipstats.sdmxquery.Flows} with {@link org.tipstats.sdmxquery.DataQuery}, {@link
 * org.tipstats.sdmxquery.ObservationFilter} and {@link org.tipstats.sdmxquery.SortOrder}; {@link
 * org.tipstats.sdmxquery.Forms} with {@link org.tipstats.sdmxquery.MediaWish}; {@link org.tipstats.sdmxquery.Refusal}.
 */
package org.tipstats.sdmx.question;
