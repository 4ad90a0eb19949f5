/**
 * The page that counts a list of single cases in the browser.
 *
 * <p>The service gives the page its texts, codes and words, and never sees the list.
 */
package org.tipstats.site.tabulate;
