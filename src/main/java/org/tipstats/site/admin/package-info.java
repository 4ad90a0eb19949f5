/**
 * The administration of the website: accounts with their tokens and rights, areas, schemas and rules, settings, the audit
 * log and health. All of it is for administrators; others get the page that says so.
 *
 * <p>At the edge of the order, beside the other pages: it asks the same services as the API does, which decide and which
 * write the log, and nothing imports it. A token is on one page only, once: the answer to the form that made it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.admin;
