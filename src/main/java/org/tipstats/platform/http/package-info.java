/**
 * Handling of requests and replies that all parts of the service share: checks of parameter names, choice of formats
 * and languages, pages of lists, security headers, cross-origin reads, and limits on the rate of requests and on the
 * size of data files.
 */
package org.tipstats.platform.http;
