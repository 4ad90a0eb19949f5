/**
 * Conventions of the API that several capabilities share: pages of lists and their cursors.
 *
 * <p>Imports only {@code problem}; every capability may import it. Public: {@link org.tipstats.web.Page}, {@link
 * org.tipstats.web.Paging}.
 */
package org.tipstats.web;
