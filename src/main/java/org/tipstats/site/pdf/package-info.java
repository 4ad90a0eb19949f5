/**
 * Pages as PDF: XHTML of our own templates with a style sheet, laid out on A4, tagged for those who cannot see it, in every
 * script that the website has, with the fonts inside.
 *
 * <p>Pure. Nothing is loaded from anywhere while a document is made: styles, pictures and fonts come with the call or with the
 * program, and every other address is refused. Links lead to the address of the service.
 *
 * <p>Public: {@code PdfPrinter}, with {@code Printable}, what is printed.
 */
package org.tipstats.site.pdf;
