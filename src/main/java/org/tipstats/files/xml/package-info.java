/**
 * XML from strangers: {@code BoundedXml} reads a document event by event within {@code Bounds} and never fetches
 * anything.
 */
package org.tipstats.files.xml;
