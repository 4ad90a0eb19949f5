/**
 * Makes PDF files from XHTML that the project's own templates write. All files have one style sheet and the size A4, and
 * are tagged for accessibility. The fonts for every script of the website are embedded.
 *
 * <p>The package does not use Quarkus, and the printer loads nothing from outside: it refuses every URL. The caller
 * supplies the pictures; the program contains the fonts. Links lead to the URL of the service.
 */
package org.tipstats.site.pdf;
