/**
 * Handling of requests and replies that all parts of the service share: checks of parameter names, choice of formats
 * and languages, pages of lists, security headers, cross-origin reads, and limits on body sizes.
 */
package org.tipstats.platform.http;
