/**
 * The pages on pairs of areas: the origins of the victims that an area detected, the areas to which they returned, and
 * the figures that two areas publish about the same people.
 *
 * <p>It calls {@code disseminate} with the parameters of the API and finds dataflows by the roles of their dimensions.
 * Sentences describe figures and never say who is right.
 */
package org.tipstats.site.flows;
