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
 * Reads an XML document element by element and refuses everything that could do harm: document types and their
 * declarations, great depth, endless tags, very many different names. Refuses text between the elements of a message,
 * too. Skips comments and processing instructions.
 */
final class XmlCursor implements Closeable {

    private static final int MAX_DEPTH = 50;
    /**
     * Largest number of characters in one part. A tag with as many attributes as a table may have columns, each as long
     * as a cell may be, fits.
     */
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

    /** Moves to the first element. */
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

    /** Creates the platform's own parser even if others are on the class path, because only its behaviour is tested. */
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

    /**
     * Moves to the next child of the open element. Returns false at the end of the element; its parent is then open.
     */
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

    /** Skips the open element with everything in it. */
    void skip() {
        for (int outer = depth - 1; depth > outer; ) {
            next();
        }
    }

    /** Moves to the end of the open element, which must have no children. */
    void leave() {
        if (nextChild()) {
            throw unexpected();
        }
    }

    /** Reads text up to the end of the open element. Returns null if it reaches a child, which is then open. */
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

    /** Reads the text of the open element, which must have no children, and moves to its end. */
    String text() {
        String text = textOrChild();
        if (text == null) {
            throw unexpected();
        }
        return text;
    }

    /** Reads the rest of the document after the first element, to check that it is well-formed. */
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

    /** Returns the fault of an element that must not stand here. */
    MalformedFileException unexpected() {
        return new MalformedFileException(Reason.UNEXPECTED_PART, line, name());
    }

    /** Returns the name of the open element without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    /** Returns the line on which the open element starts. Valid only until the cursor moves. */
    int line() {
        return line;
    }

    /** Returns the value of an attribute of the open element with any prefix, or null. */
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** Passes each attribute of the open element that has no prefix to the taker. */
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
