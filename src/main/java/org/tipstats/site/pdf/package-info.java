/**
 * Makes PDF files from a style sheet and XHTML that the project's own templates write. Pages have the size A4 and are
 * tagged for accessibility. The fonts for every script of the website are embedded.
 *
 * <p>The package does not use Quarkus, and the printer loads nothing from outside: it refuses every URL. The caller
 * supplies styles and pictures; the program contains the fonts. Links lead to the URL of the service.
 */
package org.tipstats.site.pdf;
