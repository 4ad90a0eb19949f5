/**
 * The administration of the website: accounts with their tokens and rights, areas, schemas and rules, settings, the
 * audit log and health. Only administrators may use it; others get a page that says so.
 *
 * <p>It calls the same services as the API; these decide and write the log. A token appears only once: in the answer
 * to the form that created it.
 */
package org.tipstats.site.admin;
