package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * The XML of a part of a workbook, element after element. Names are told without their namespace: programs differ in
 * prefixes and editions of the standards. There is no document type, no entity of the sender's own, and a bound to
 * depth, to different names (parsers remember each) and to the number of elements: all else is a malformed file.
 */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_NAMESPACES = 10_000;
    private static final long MOST_EVENTS = 120_000_000;
    private static final int SHORT_NAME = 3;
    /** One character more than a cell may have, so that a longer one can be told. */
    private static final int MOST_TEXT = CsvReader.MAX_CELL + 1;

    /** Of the parser on the class path, which is twice as fast as that of the platform; searching takes long. */
    private static final Supplier<XMLInputFactory> FACTORIES =
            ServiceLoader.load(XMLInputFactory.class, XmlPart.class.getClassLoader()).stream()
                    .<Supplier<XMLInputFactory>>map(provider -> provider)
                    .findFirst()
                    .orElse(XMLInputFactory::newDefaultFactory);

    private final EntryStream stream;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int namespaces;
    private long events;
    private int depth;
    private int line;

    XmlPart(EntryStream stream) {
        this.stream = stream;
        try {
            this.reader = factory().createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    private static XMLInputFactory factory() {
        // A new one for each part: factories may remember the names of all that their parsers have read.
        XMLInputFactory factory = FACTORIES.get();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a workbook refers to nothing outside");
        });
        return factory;
    }

    /** Says which row is being read, for whoever has to find a fault. */
    void at(int row) {
        line = row;
    }

    MalformedFileException broken() {
        return new MalformedFileException(Reason.BROKEN_WORKBOOK, line);
    }

    MalformedFileException tooLarge() {
        return new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, line);
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** Goes to the next child of the element that was open last at that depth; false at its end. */
    boolean nextChild(int parent) {
        while (nextWithin(parent)) {
            if (depth == parent + 1) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next element anywhere in the one that was open last at that depth; false at its end. */
    boolean nextWithin(int parent) {
        while (depth >= parent) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }

    /** Goes to the end of the element. */
    void skip() {
        int end = depth - 1;
        while (depth > end) {
            next();
        }
    }

    /** The text in the element, of which it leaves the end behind; cut one character behind the longest cell. */
    String text() {
        text.setLength(0);
        int end = depth - 1;
        while (depth > end) {
            if (isText(next())) {
                appendText(text);
            }
        }
        return text.toString();
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Appends the text of this event, as far as it fits. */
    void appendText(StringBuilder target) {
        try {
            int length = Math.min(reader.getTextLength(), MOST_TEXT - target.length());
            if (length > 0) {
                target.append(reader.getTextCharacters(), reader.getTextStart(), length);
            }
        } catch (RuntimeException e) {
            throw fault(e);
        }
    }

    /** Goes to the next event. */
    int next() {
        stream.mark();
        if (++events > MOST_EVENTS) {
            throw tooLarge();
        }
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw broken();
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken();
        } catch (RuntimeException e) {
            throw fault(e);
        }
    }

    /** Parsers tell some faults of the text by all kinds of unchecked exceptions. */
    private RuntimeException fault(RuntimeException e) {
        if (e instanceof MalformedFileException malformed) {
            return new MalformedFileException(malformed.reason(), line);
        }
        return e instanceof UncheckedIOException ? e : broken();
    }

    private void open() {
        depth++;
        namespaces += reader.getNamespaceCount();
        remember(reader.getLocalName());
        for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
            remember(reader.getAttributeLocalName(i));
        }
        if (depth > DEEPEST || namespaces > MOST_NAMESPACES || names.size() > MOST_NAMES) {
            throw tooLarge();
        }
    }

    private void remember(String name) {
        if (name.length() > SHORT_NAME) {
            names.add(name);
        }
    }

    String name() {
        return reader.getLocalName();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attributeNamespace(int index) {
        String namespace = reader.getAttributeNamespace(index);
        return namespace == null ? "" : namespace;
    }

    String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    /** The value of an attribute, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Closes the part after reading the rest of it unparsed. */
    void finish() {
        stream.drain();
        close();
    }

    @Override
    public void close() {
        try {
            reader.close();
            stream.close();
        } catch (XMLStreamException e) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
