/**
 * Access control: accounts with roles and areas, the tokens for signing in, and the actor of a request.
 *
 * <p>After {@code audit} in the order; every capability after it may import it. Resources declare roles by
 * {@code @RolesAllowed} with the names of {@link org.tipstats.platform.access.Roles}. They pass on the actor as a value,
 * {@link org.tipstats.platform.access.Actor}. Every request looks up its token in the database, so a change takes effect at
 * once.
 *
 * <p>Public: {@code Actor} with {@code Mandate}, {@code CurrentActor}, {@code Role}, {@code Roles};
 * {@code SignInService}; {@code AccountService} with {@code AccountRequest}, {@code RightsRequest},
 * {@code AccountFilter}, {@code CreatedAccount}, {@code AccountView}, {@code TokenRequest}, {@code IssuedToken},
 * {@code TokenView}; for the start {@code DemoAccounts} and {@code FirstAdministrator}.
 */
package org.tipstats.platform.access;
