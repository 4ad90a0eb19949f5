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
 * Reads the XML of a part of a workbook element by element. Returns names without namespace, because programs differ in
 * prefixes and editions of the standards. Refuses document types and declared entities as malformed. Limits the depth,
 * the number of different names (parsers keep each one in memory) and the number of elements.
 */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_NAMESPACES = 10_000;
    private static final long MOST_EVENTS = 120_000_000;
    private static final int SHORT_NAME = 3;
    /** One character more than a cell may have, so that a longer text can be recognised. */
    private static final int MOST_TEXT = CsvReader.MAX_CELL + 1;

    /**
     * Creates factories of the parser on the class path, which is twice as fast as that of the platform. Kept because
     * the search takes long.
     */
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
        // Use a new factory for each part, because factories may keep the names of everything that their parsers have
        // read.
        XMLInputFactory factory = FACTORIES.get();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a workbook refers to nothing outside");
        });
        return factory;
    }

    /** Sets the row that is being read, which faults then report. */
    void at(int row) {
        line = row;
    }

    MalformedFileException broken() {
        return new MalformedFileException(Reason.BROKEN_WORKBOOK, line);
    }

    MalformedFileException tooLarge() {
        return new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, line);
    }

    /** Returns the number of open elements. */
    int depth() {
        return depth;
    }

    /**
     * Moves to the next child of the last element opened at the depth. Returns false at the end of that element.
     *
     * @param parent the depth of the parent element
     */
    boolean nextChild(int parent) {
        while (nextWithin(parent)) {
            if (depth == parent + 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves to the next element anywhere inside the last element opened at the depth. Returns false at its end.
     *
     * @param parent the depth of the outer element
     */
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

    /** Moves to the end of the current element. */
    void skip() {
        int end = depth - 1;
        while (depth > end) {
            next();
        }
    }

    /** Returns the text of the current element and moves to its end. Cuts text that is longer than a cell may be. */
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

    /** Appends the text of the current event, as far as it fits. */
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

    /** Moves to the next event and returns its type. */
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

    /**
     * Converts an unchecked exception of the parser. Parsers report some faults of the text by unchecked exceptions of
     * many types.
     */
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

    /** Returns the value of an attribute, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Reads the rest of the part without parsing it, then closes the part. */
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
