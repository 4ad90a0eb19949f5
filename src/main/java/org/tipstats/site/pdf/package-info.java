/**
 * Makes PDF files from XHTML of the project's own templates and a style sheet. Pages have the size A4 and are tagged
 * for accessibility. The fonts for every script of the website are embedded.
 *
 * <p>The package is pure. Making a document loads nothing from outside. The caller or the program supplies styles,
 * pictures and fonts; any other URL is refused. Links lead to the URL of the service.
 */
package org.tipstats.site.pdf;
