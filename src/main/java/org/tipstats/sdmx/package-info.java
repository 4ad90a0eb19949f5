/**
 * The REST interface of SDMX in two versions, {@code /sdmx/v1} (1.5) and {@code /sdmx/v2} (2.x): addresses and parameters
 * as the standard writes them, its own negotiation of forms and versions, and its error messages.
 *
 * <p>Imports {@code release}, {@code artefact}, {@code exchange} and what is left of them, never {@code dissemination}.
 * Only what everyone may read is read here, whoever asks.
 *
 * <p>Public: nothing.
 */
package org.tipstats.sdmx;
