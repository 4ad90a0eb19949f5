package org.tipstats.files.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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
 * The events of an XML document as a parser reports them, and the faults of the document with their lines. Checks the
 * limits of the allowance.
 */
public class XmlEvents implements Closeable {

    private static final int MAX_NAMES = 2_000;
    private static final long MAX_EVENTS = 120_000_000;

    /**
     * Creates factories of the XML parser on the class path. This parser is twice as fast as the parser of the Java
     * platform. The result of the search on the class path is kept, because the search takes long.
     */
    private static final Supplier<XMLInputFactory> FASTEST =
            ServiceLoader.load(XMLInputFactory.class, XmlEvents.class.getClassLoader()).stream()
                    .<Supplier<XMLInputFactory>>map(provider -> provider)
                    .findFirst()
                    .orElse(XMLInputFactory::newDefaultFactory);

    final XMLStreamReader parser;

    private final Closeable input;
    private final BoundedXml.Allowance allowance;
    private final int firstLine;
    private final Set<String> names = new HashSet<>();
    private int partSize;
    private int namespaces;
    private long events;
    private int depth;
    private int line;
    private int endLine = 1;

    XmlEvents(InputStream bytes, BoundedXml.Allowance allowance) {
        this.input = bytes;
        this.allowance = allowance;
        this.firstLine = 0;
        this.parser = open(FASTEST.get(), factory -> factory.createXMLStreamReader(new BoundedBytes(bytes)));
    }

    XmlEvents(Reader text, int firstLine, BoundedXml.Allowance allowance) {
        this.input = text;
        this.allowance = allowance;
        this.firstLine = firstLine;
        this.line = 1;
        this.parser = open(
                XMLInputFactory.newDefaultFactory(), factory -> factory.createXMLStreamReader(new BoundedText(text)));
    }

    private interface Opening {
        XMLStreamReader by(XMLInputFactory factory) throws XMLStreamException;
    }

    /** @param factory a new factory for each document, because a factory may keep all names that its parsers read */
    private XMLStreamReader open(XMLInputFactory factory, Opening opening) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            return opening.by(factory);
        } catch (XMLStreamException | RuntimeException e) {
            closeInput();
            throw fault(e);
        }
    }

    private final class BoundedBytes extends InputStream {
        private final InputStream in;

        BoundedBytes(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            checkPart();
            int read = in.read(buffer, offset, length);
            partSize += Math.max(0, read);
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }

    private final class BoundedText extends Reader {
        private final Reader in;

        BoundedText(Reader in) {
            this.in = in;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            checkPart();
            int read = in.read(buffer, offset, length);
            partSize += Math.max(0, read);
            return read;
        }

        @Override
        public void close() {
            closeInput();
        }
    }

    private void checkPart() {
        if (partSize > allowance.part()) {
            throw refused(Reason.PART_TOO_LONG);
        }
    }

    /** Moves to the next event and returns its type. */
    public final int next() {
        partSize = 0;
        if (firstLine > 0) {
            line = depth == 0 ? Math.max(firstLine, endLine) : endLine;
        }
        if (++events > MAX_EVENTS) {
            throw refused(Reason.TOO_MANY_PARTS);
        }
        try {
            int event = parser.next();
            if (firstLine > 0) {
                endLine = parser.getLocation().getLineNumber();
            }
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> startElement();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> countName(parser.getPITarget());
                case XMLStreamConstants.DTD -> throw refused(Reason.DTD);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(Reason.BROKEN_XML);
                default -> {}
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw fault(e);
        }
    }

    private void startElement() {
        depth++;
        namespaces += parser.getNamespaceCount();
        if (depth > allowance.depth()) {
            throw refused(Reason.TOO_DEEP);
        }
        if (parser.getAttributeCount() > CsvReader.MAX_COLUMNS) {
            throw refused(Reason.TOO_MANY_COLUMNS);
        }
        countName(parser.getLocalName());
        for (int i = parser.getAttributeCount() - 1; i >= 0; i--) {
            countName(parser.getAttributeLocalName(i));
        }
        for (int i = parser.getNamespaceCount() - 1; i >= 0; i--) {
            countName(parser.getNamespacePrefix(i));
            countName(parser.getNamespaceURI(i));
        }
    }

    private void countName(String name) {
        if (name != null && name.length() > allowance.freeName()) {
            names.add(name);
        }
        if (names.size() > MAX_NAMES || namespaces > allowance.namespaces()) {
            throw refused(Reason.TOO_MANY_PARTS);
        }
    }

    /**
     * Converts an exception of the parser to a fault. The parser throws unchecked exceptions for some faults of the
     * text.
     */
    final RuntimeException fault(Exception e) {
        Throwable cause = e instanceof XMLStreamException broken ? broken.getNestedException() : e;
        if (cause instanceof MalformedFileException malformed) {
            return new MalformedFileException(malformed.reason(), line, malformed.detail());
        }
        if (cause instanceof UncheckedIOException io) {
            return io;
        }
        if (firstLine > 0 && e instanceof XMLStreamException broken && broken.getLocation() != null) {
            line = Math.max(line, broken.getLocation().getLineNumber());
        }
        if (cause instanceof CharacterCodingException) {
            return refused(Reason.WRONG_ENCODING);
        }
        // If the document is given as bytes, the parser itself decodes them. An IOException of the parser is then a
        // fault of the text.
        return cause instanceof IOException io && firstLine > 0
                ? new UncheckedIOException(io)
                : refused(Reason.BROKEN_XML);
    }

    final MalformedFileException refused(Reason reason) {
        return new MalformedFileException(allowance.reasons().apply(reason), line);
    }

    /** Returns the number of open elements. */
    public final int depth() {
        return depth;
    }

    /** Returns the line of the start of the current element, or of {@link #setLine}; valid until the next event. */
    public final int line() {
        return line;
    }

    /** Sets the line that faults state. */
    public final void setLine(int line) {
        this.line = line;
    }

    final int endLine() {
        return endLine;
    }

    /**
     * Reads the remaining bytes without parsing them, so that a checksum covers all bytes. Then closes the document.
     */
    public final void finish() {
        try {
            if (input instanceof InputStream bytes) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    private void closeInput() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void close() {
        try {
            parser.close();
        } catch (XMLStreamException e) {
            throw fault(e);
        } finally {
            closeInput();
        }
    }
}
