/**
 * Access control: accounts with roles and areas, the tokens for signing in, and the actor of a request.
 *
 * <p>Resources declare roles by {@code @RolesAllowed} with the names of {@code Roles}. Resources pass the actor to
 * services as an {@code Actor} value. The service looks up the token of each request in the database, so a change of an
 * account takes effect at once.
 */
package org.tipstats.platform.access;
