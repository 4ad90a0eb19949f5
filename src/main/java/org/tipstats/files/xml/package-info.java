/**
 * Reads XML that anyone may have sent. {@code BoundedXml} reads a document event by event, refuses documents beyond the
 * limits of their kind, and never fetches anything.
 */
package org.tipstats.files.xml;
