/**
 * Signing in to the website: sessions, their cookie, and the token that each form carries.
 *
 * <p>After {@code page} in the order, before the pages. A session is opened with a token of the account and lives no longer
 * than that token, so what an administrator ends, ends at once. Its cookie is looked at under {@code /desk} and {@code
 * /sign-*} of the website only: the API knows tokens alone. Every form that is sent there carries a token that only pages
 * of the same session know; one filter checks it.
 *
 * <p>Public: {@code FormFilter} with the mark of resources that take such forms.
 */
package org.tipstats.site.session;
