package org.tipstats.files.xml;

import java.io.InputStream;
import java.io.Reader;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * Reads an XML document element by element and refuses everything that could do harm: document types and entities,
 * great depth, endless tags or texts, and very many attributes, events or different names. The number of different
 * names is limited because parsers keep each name in memory. Fetches nothing. Skips comments and processing
 * instructions.
 */
public final class BoundedXml extends XmlEvents {

    /** Texts are cut at this length. It is one more than a cell may have, so that a check finds a cut text too long. */
    private static final int MAX_TEXT = CsvReader.MAX_CELL + 1;

    private static final int MAX_DETAIL = 80;

    /**
     * The limits for a kind of document. Documents beyond these limits are refused.
     *
     * @param depth the largest number of open elements
     * @param part the largest size of a tag, text or comment (for ofBytes in bytes, for ofText in characters)
     * @param namespaces the largest number of declarations of namespaces, including repeated declarations
     * @param freeName names of up to this length are not counted in the limit for the number of different names
     * @param reasons converts the general reason for refusing a document to the reason for this kind of document
     */
    public record Allowance(int depth, int part, int namespaces, int freeName, UnaryOperator<Reason> reasons) {}

    private final boolean strict;
    private final StringBuilder text = new StringBuilder();

    private BoundedXml(InputStream bytes, Allowance allowance) {
        super(bytes, allowance);
        this.strict = false;
    }

    private BoundedXml(Reader text, int firstLine, Allowance allowance) {
        super(text, firstLine, allowance);
        this.strict = true;
    }

    /**
     * Opens a document that is given as bytes. Uses the fastest parser. Ignores text between elements. The caller must
     * set the line of faults with {@link #setLine}.
     */
    public static BoundedXml ofBytes(InputStream bytes, Allowance allowance) {
        return new BoundedXml(bytes, allowance);
    }

    /**
     * Opens a document that is given as decoded text. Always uses the parser of the Java platform, because tests show
     * exact line numbers only for this parser. Refuses text between elements. Each fault has its line in the document.
     *
     * @param firstLine the line of the first element; the parser does not report this line
     */
    public static BoundedXml ofText(Reader text, int firstLine, Allowance allowance) {
        return new BoundedXml(text, firstLine, allowance);
    }

    /**
     * Moves to the next child of the open element. At the end of the open element, returns false, and the parent is
     * then open.
     */
    public boolean nextChild() {
        return nextChild(depth());
    }

    /**
     * Moves to the next child of the last element opened at the given depth. Returns false at the end of that element.
     */
    public boolean nextChild(int parent) {
        while (nextWithin(parent)) {
            if (depth() == parent + 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves to the next element, at any level, in the last element opened at the given depth. Returns false at the end
     * of that last element.
     */
    public boolean nextWithin(int parent) {
        while (depth() >= parent) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            if (strict && isText(event) && !parser.isWhiteSpace()) {
                String found = parser.getText().strip();
                throw new MalformedFileException(
                        Reason.UNEXPECTED_PART, endLine(), found.substring(0, Math.min(MAX_DETAIL, found.length())));
            }
        }
        return false;
    }

    /** Moves to the end of the open element and skips everything in this element. */
    public void skip() {
        int end = depth() - 1;
        while (depth() > end) {
            next();
        }
    }

    /** Moves to the end of the open element, which must have no children. */
    public void moveToEnd() {
        if (nextChild()) {
            throw unexpected();
        }
    }

    /** Reads what follows the root element, to check that it is well-formed. */
    public void readToEnd() {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // The method next() checks each event.
        }
    }

    public static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Appends the text of the current event, up to one character more than a cell may have. */
    public void appendText(StringBuilder target) {
        try {
            int length = Math.min(parser.getTextLength(), MAX_TEXT - target.length());
            if (length > 0) {
                target.append(parser.getTextCharacters(), parser.getTextStart(), length);
            }
        } catch (RuntimeException e) {
            throw fault(e);
        }
    }

    /**
     * Returns the text of the open element and of all elements in it, and moves to the end of the open element. The
     * text is cut as in {@link #appendText}.
     */
    public String wholeText() {
        text.setLength(0);
        int end = depth() - 1;
        while (depth() > end) {
            if (isText(next())) {
                appendText(text);
            }
        }
        return text.toString();
    }

    /**
     * Reads text up to the end of the open element. If a child comes first, returns null, and the child is then open.
     */
    public String textOrChild() {
        text.setLength(0);
        int inner = depth();
        while (true) {
            int event = next();
            if (isText(event)) {
                appendText(text);
            }
            if (text.length() > CsvReader.MAX_CELL) {
                throw refused(Reason.CELL_TOO_LONG);
            }
            if (depth() < inner) {
                return text.toString().strip();
            }
            if (depth() > inner) {
                if (!text.toString().isBlank()) {
                    throw unexpected();
                }
                return null;
            }
        }
    }

    /** Reads the text of the open element and moves to the end of this element, which must have no children. */
    public String onlyText() {
        String only = textOrChild();
        if (only == null) {
            throw unexpected();
        }
        return only;
    }

    /** Returns the name of the open element without its prefix. */
    public String name() {
        return parser.getLocalName();
    }

    public String namespace() {
        return parser.getNamespaceURI() == null ? "" : parser.getNamespaceURI();
    }

    public int attributes() {
        return parser.getAttributeCount();
    }

    public String attributeName(int index) {
        return parser.getAttributeLocalName(index);
    }

    /** Returns the namespace of an attribute, or the empty text if the attribute has no prefix. */
    public String attributeNamespace(int index) {
        String namespace = parser.getAttributeNamespace(index);
        return namespace == null ? "" : namespace;
    }

    public String attribute(int index) {
        return parser.getAttributeValue(index);
    }

    /** Returns the value of the attribute with this name in the open element, whatever its prefix; null if absent. */
    public String attribute(String name) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            if (parser.getAttributeLocalName(i).equals(name)) {
                return parser.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Returns the exception for an open element that is not allowed at this position. */
    public MalformedFileException unexpected() {
        return new MalformedFileException(Reason.UNEXPECTED_PART, line(), name());
    }

    /** Returns the exception for a document that contradicts itself. */
    public MalformedFileException broken() {
        return refused(Reason.BROKEN_XML);
    }

    /** Returns the exception for a document that has more parts than any valid document. */
    public MalformedFileException tooLarge() {
        return refused(Reason.TOO_MANY_PARTS);
    }
}
