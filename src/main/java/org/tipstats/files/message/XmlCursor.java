package org.tipstats.files.message;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * Walks through an XML document, element by element, and refuses what could do harm: document types with whatever they
 * declare, depth, endless tags, ever new names. Text between the elements of a message is refused too; comments and
 * processing instructions are passed over.
 */
final class XmlCursor implements Closeable {

    private static final int MAX_DEPTH = 50;
    /** A tag with as many attributes as a table may have columns, each as long as a cell may be, fits. */
    private static final int MAX_PART = 4 * CsvReader.MAX_COLUMNS * CsvReader.MAX_CELL;

    private final MessageText input;
    private final int firstLine;
    private final Budget budget;
    private XMLStreamReader reader;
    private int depth;
    private int line = 1;
    private int end = 1;

    XmlCursor(MessageFile file, Budget budget) throws IOException {
        this.input = file.open(MAX_PART);
        this.firstLine = file.firstLine();
        this.budget = budget;
    }

    /** Goes to the first element. */
    void start() {
        try {
            reader = factory().createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw translated(e);
        }
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT);
    }

    /** The platform's own parser, whatever others there are: its behaviour is what is tested. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** Goes to the next child of the element that is open; false when that ends, and then its parent is open. */
    boolean nextChild() {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> refuseText();
                default -> {}
            }
        }
    }

    private void refuseText() {
        if (!reader.isWhiteSpace()) {
            String text = reader.getText().strip();
            throw new MalformedFileException(
                    Reason.UNEXPECTED_PART, end, text.substring(0, Math.min(80, text.length())));
        }
    }

    /** Passes over the open element with all that is in it. */
    void skip() {
        for (int outer = depth - 1; depth > outer; ) {
            next();
        }
    }

    /** Ends the open element, which has no children. */
    void leave() {
        if (nextChild()) {
            throw unexpected();
        }
    }

    /** Reads text up to the end of the open element, or up to a child, which is open then: null. */
    String textOrChild() {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!text.toString().isBlank()) {
                        throw unexpected();
                    }
                    return null;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString().strip();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {}
            }
            if (text.length() > CsvReader.MAX_CELL) {
                throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
            }
        }
    }

    /** Reads the text of the open element, which has no children, and ends it. */
    String text() {
        String text = textOrChild();
        if (text == null) {
            throw unexpected();
        }
        return text;
    }

    /** Reads on behind the first element, where a document has nothing that counts. */
    void finish() {
        try {
            while (reader.hasNext()) {
                next();
            }
        } catch (XMLStreamException e) {
            throw translated(e);
        }
    }

    private int next() {
        input.startPart();
        line = depth == 0 ? Math.max(firstLine, end) : end;
        try {
            if (!reader.hasNext()) {
                throw new MalformedFileException(Reason.BROKEN_XML, end);
            }
            int event = reader.next();
            end = reader.getLocation().getLineNumber();
            if (event == XMLStreamConstants.START_ELEMENT) {
                startElement();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD) {
                throw new MalformedFileException(Reason.DTD, line);
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                budget.name(reader.getPITarget(), line);
            }
            return event;
        } catch (XMLStreamException e) {
            throw translated(e);
        }
    }

    private void startElement() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new MalformedFileException(Reason.TOO_DEEP, line);
        }
        if (reader.getAttributeCount() > CsvReader.MAX_COLUMNS) {
            throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, line);
        }
        budget.name(reader.getLocalName(), line);
        budget.name(reader.getPrefix(), line);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            budget.name(reader.getAttributeLocalName(i), line);
            budget.name(reader.getAttributePrefix(i), line);
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            budget.name(reader.getNamespacePrefix(i), line);
            budget.name(reader.getNamespaceURI(i), line);
        }
    }

    private RuntimeException translated(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        if (cause instanceof MessageText.TooLong) {
            return new MalformedFileException(Reason.PART_TOO_LONG, line);
        }
        int at = e.getLocation() == null ? line : Math.max(line, e.getLocation().getLineNumber());
        if (cause instanceof CharacterCodingException) {
            return new MalformedFileException(Reason.WRONG_ENCODING, at);
        }
        if (cause instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return new MalformedFileException(Reason.BROKEN_XML, at);
    }

    /** The fault of an element that doesn't belong where it is. */
    MalformedFileException unexpected() {
        return new MalformedFileException(Reason.UNEXPECTED_PART, line, name());
    }

    /** The name of the open element, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    /** The line on which the open element starts; right until one goes on. */
    int line() {
        return line;
    }

    /** The value of an attribute of the open element, whatever its prefix, or null. */
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** Gives the attributes of the open element that have no prefix. */
    void attributes(BiConsumer<String, String> taker) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            if (prefix == null || prefix.isEmpty()) {
                taker.accept(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
