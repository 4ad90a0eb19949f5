package org.tipstats.csv;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at the first element of an XML document, as far as its first bytes hold it. */
final class XmlRoot {

    /** SDMX-ML 2.0 writes its name in capitals. */
    private static final Pattern SDMX =
            Pattern.compile("https?://(www\\.)?sdmx\\.org/resources/sdmxml/schemas/.*", Pattern.CASE_INSENSITIVE);

    private XmlRoot() {}

    /** Whether the first element is in a namespace of SDMX-ML. */
    static boolean isSdmx(byte[] head) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int start = afterMarks(head);
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(head, start, head.length - start));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String namespace = reader.getNamespaceURI();
                    return namespace != null && SDMX.matcher(namespace).matches();
                }
            }
        } catch (XMLStreamException e) {
            // Not well-formed up to there: whatever it is, it is no message that could be read.
            return false;
        }
        return false;
    }

    /** More than one byte-order mark is a common accident, and none of them is text. */
    private static int afterMarks(byte[] head) {
        int start = 0;
        while (start + 2 < head.length
                && head[start] == (byte) 0xef
                && head[start + 1] == (byte) 0xbb
                && head[start + 2] == (byte) 0xbf) {
            start += 3;
        }
        return start;
    }
}
