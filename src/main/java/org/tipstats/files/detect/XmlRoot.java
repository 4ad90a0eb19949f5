package org.tipstats.files.detect;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the first element of an XML document, if its first bytes hold it. */
final class XmlRoot {

    /** Namespaces of SDMX-ML. Version 2.0 writes its name in capitals. */
    private static final Pattern SDMX =
            Pattern.compile("https?://(www\\.)?sdmx\\.org/resources/sdmxml/schemas/.*", Pattern.CASE_INSENSITIVE);

    private XmlRoot() {}

    /** Returns whether the first element is in a namespace of SDMX-ML. */
    static boolean isSdmx(String start) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(start));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String namespace = reader.getNamespaceURI();
                    return namespace != null && SDMX.matcher(namespace).matches();
                }
            }
        } catch (XMLStreamException e) {
            // The start is not well-formed, so the document is not a message that can be read.
            return false;
        }
        return false;
    }
}
