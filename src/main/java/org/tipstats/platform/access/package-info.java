/**
 * Access control: accounts with roles and areas, the tokens for signing in, and the actor of a request.
 *
 * <p>Resources declare roles by {@code @RolesAllowed} with the names of {@code Roles}. They pass the actor to services
 * as an {@code Actor} value. Every request looks up its token in the database, so a change takes effect at once.
 */
package org.tipstats.platform.access;
