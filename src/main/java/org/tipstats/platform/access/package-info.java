/**
 * Who may do what: accounts with their roles and areas, the tokens that they sign in with, and who acts in a request.
 *
 * <p>After {@code audit} in the order; every capability after it may import it. Resources declare roles by
 * {@code @RolesAllowed} with the names of {@link org.tipstats.platform.access.Roles}; the acting person is handed down as a value,
 * {@link org.tipstats.platform.access.Actor}. Tokens are looked up in the database at every request, so a change holds at once.
 *
 * <p>Public: {@code Actor} with {@code Mandate}, {@code CurrentActor}, {@code Role}, {@code Roles}; {@code
 * SignInService}; {@code AccountService} with {@code AccountRequest}, {@code RightsRequest}, {@code
 * AccountFilter}, {@code CreatedAccount}, {@code AccountView}, {@code TokenRequest}, {@code
 * IssuedToken}, {@code TokenView}; for the start {@code DemoAccounts} and {@code FirstAdministrator}.
 */
package org.tipstats.platform.access;
