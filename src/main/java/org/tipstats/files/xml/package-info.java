/**
 * XML from strangers: {@code BoundedXml} reads a document event by event within the bounds of its kind and never fetches
 * anything.
 */
package org.tipstats.files.xml;
