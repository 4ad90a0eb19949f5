/**
 * The pages on pairs of areas: the origins of the victims that an area detected, the areas to which they returned, and
 * the figures that two areas publish about the same people.
 *
 * <p>At the edge of the order, at the same level as {@code profile}. It calls {@code dissemination} with the parameters
 * of the API and finds dataflows by the roles of their dimensions. Nothing imports it. Sentences describe figures and
 * never say who is right.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.flows;
