/**
 * Everything that requests and replies of all capabilities share: checks of parameter names, choice of formats and
 * languages, pages of lists, security headers, cross-origin reads, limits on body sizes, and the API description.
 */
package org.tipstats.platform.http;
