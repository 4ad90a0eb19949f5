/**
 * XML from strangers: {@link org.tipstats.files.xml.BoundedXml} reads a document event by event within {@link
 * org.tipstats.files.xml.Bounds} and never fetches anything.
 *
 * <p>After {@code csv} in the order, whose faults it throws; {@code workbook} and {@code message} read by it.
 */
package org.tipstats.files.xml;
