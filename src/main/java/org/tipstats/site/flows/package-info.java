/**
 * The pages on pairs of areas: the origins of the victims that an area detected, the areas to which they returned, and
 * the figures that two areas publish about the same people.
 *
 * <p>The package calls {@code disseminate} with the parameters of the API. It finds dataflows by the roles of
 * dimensions. Sentences describe figures and never say who is right.
 */
package org.tipstats.site.flows;
