/**
 * The check of a file without an account: shows its errors and offers corrections. Nothing of the file is stored.
 *
 * <p>Among the pages, after {@code filereport}, whose report it shows. It calls {@code FileCheck} of
 * {@code submission}; the API uses the same validation. Every request sends the file again, so that the service need
 * not store it in between. Nothing imports it.
 *
 * <p>Public: nothing.
 */
package org.tipstats.check;
