/**
 * Questions in the REST interface of SDMX, both versions: addresses and parameters as the standard writes them, versions,
 * keys, filters and periods, the forms that a client takes, and what is refused with which code.
 *
 * <p>Imports {@code release} for the vintages that a filter selects from, {@code artefact}, {@code exchange} and what is left
 * of them. Answers nothing itself: that is for {@code sdmx}.
 *
 * <p>Public: {@link org.tipstats.sdmxquery.SdmxRequest} with {@link org.tipstats.sdmxquery.Surface}; {@link
 * org.tipstats.sdmxquery.StructureQuery} and {@link org.tipstats.sdmxquery.MetadataQuery} with {@link
 * org.tipstats.sdmxquery.IdWish} and {@link org.tipstats.sdmxquery.VersionWish}; {@link
 * org.tipstats.sdmxquery.DataQueries} and {@link
 * org.tipstats.sdmxquery.Flows} with {@link org.tipstats.sdmxquery.DataQuery}, {@link
 * org.tipstats.sdmxquery.ObservationFilter} and {@link org.tipstats.sdmxquery.SortOrder}; {@link
 * org.tipstats.sdmxquery.Forms} with {@link org.tipstats.sdmxquery.MediaWish}; {@link org.tipstats.sdmxquery.Refusal}.
 */
package org.tipstats.sdmxquery;
