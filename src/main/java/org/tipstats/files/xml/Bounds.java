package org.tipstats.files.xml;

import java.util.function.UnaryOperator;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * What a kind of document may need. {@link BoundedXml} refuses everything beyond.
 *
 * @param depth the largest number of open elements
 * @param part the largest size of a tag, text or comment, in bytes or characters as the document is given
 * @param namespaces the largest number of declared namespaces, equal ones included
 * @param freeName the names that do not count as different names because they are at most this long
 * @param reasons turns the reason of a refusal, as it is for a message, into that for this kind of document
 */
public record Bounds(int depth, int part, int namespaces, int freeName, UnaryOperator<Reason> reasons) {}
