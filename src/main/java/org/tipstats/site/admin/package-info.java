/**
 * The administration of the website: accounts with their tokens and rights, areas, schemas and rules, settings, the
 * audit log and health. Only administrators may use these pages; other people get a page that refuses access.
 *
 * <p>These pages call the same services as the API. The services check the rights and write the audit log. A token
 * appears only once: in the answer to the form that created the token.
 */
package org.tipstats.site.admin;
