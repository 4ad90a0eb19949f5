/**
 * Questions in the REST interface of SDMX, both versions: addresses and parameters as the standard writes them, versions,
 * keys, filters and periods, the forms that a client takes, and what is refused with which code.
 *
 * <p>Imports {@code release} for the vintages that a filter selects from, {@code artefact}, {@code exchange} and what is left
 * of them. Answers nothing itself: that is for {@code sdmx}.
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
