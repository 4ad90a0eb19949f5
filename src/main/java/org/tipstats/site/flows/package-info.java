/**
 * The pages of pairs of areas: from where the victims came whom an area detected and to where they returned, and what two
 * areas publish of the same people, side by side.
 *
 * <p>At the edge of the order, beside {@code profile}: it asks {@code dissemination} what the API asks, with the API's own
 * parameters, finds dataflows by what their dimensions mean, and nothing imports it. Sentences are about figures, never about
 * who is right.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.flows;
