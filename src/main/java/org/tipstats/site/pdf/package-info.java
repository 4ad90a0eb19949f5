/**
 * Makes PDF files from XHTML of the project's own templates and a style sheet. Pages are A4, tagged for accessibility,
 * and have the fonts embedded for every script of the website.
 *
 * <p>Pure. Making a document loads nothing from outside: the call or the program supplies styles, pictures and fonts,
 * and any other address is refused. Links point to the address of the service.
 */
package org.tipstats.site.pdf;
