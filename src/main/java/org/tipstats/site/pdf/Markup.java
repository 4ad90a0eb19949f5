package org.tipstats.site.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML without loading any external resource. */
final class Markup {

    private Markup() {}

    static Document read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("what is to be printed is not well-formed", e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("text in memory cannot be read", e);
        }
    }

    /** Returns all elements with this name below a node, in document order. The list is not live. */
    static List<Element> elements(Node below, String name) {
        return elements(below, element -> element.getTagName().equals(name));
    }

    /** Returns all elements below a node that fulfil the condition, in document order. The list is not live. */
    static List<Element> elements(Node below, Predicate<Element> which) {
        List<Element> found = new ArrayList<>();
        for (Node child = below.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (which.test(element)) {
                    found.add(element);
                }
                found.addAll(elements(element, which));
            }
        }
        return found;
    }
}
