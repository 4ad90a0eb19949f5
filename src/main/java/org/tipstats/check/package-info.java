/**
 * The check of a file that anyone may make: what is wrong with it and how it is mended, and nothing is kept of it.
 *
 * <p>Among the pages, after {@code filereport}, whose report it shows. It calls {@code FileCheck} of {@code submission}, as
 * the API calls the same validation. Every request brings the file along, so that no part of it has to lie anywhere in
 * between. Nothing imports it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.check;
