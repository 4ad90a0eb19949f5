package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Set;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * Reads a JSON document that anyone may have sent, key by key. A number is read as text, exactly as it is written.
 * Faults and documents beyond the limits cause a {@link MalformedFileException} with the line.
 */
public final class JsonCursor implements Closeable {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_KEYS = 1_000;
    /**
     * Longest text that the parser accepts. This limit is larger than the limit of a cell. So a text that is slightly
     * too long for a cell is reported as too long, and not as broken JSON.
     */
    private static final int MAX_TEXT = 4 * CsvReader.MAX_CELL;

    /**
     * Creates parsers that do not keep the names of keys in memory, because a document may have millions of different
     * keys.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_TEXT)
                    .maxNumberLength(MAX_TEXT)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final JsonParser parser;
    private String key;
    private int keyLine = 1;

    public JsonCursor(Path file) throws IOException {
        this.parser = FACTORY.createParser(MessageFile.of(file).open());
    }

    /** Moves to the next token and returns it, or null at the end of the document. */
    public JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw translated(e);
        }
    }

    public JsonToken token() {
        return parser.currentToken();
    }

    /**
     * Moves to the value of the next key of the current object. Returns false at the end of the object.
     *
     * @param seen the keys of the object so far, which must not occur again; null if keys may repeat
     */
    public boolean nextKey(Set<String> seen) {
        if (next() != JsonToken.FIELD_NAME) {
            return false;
        }
        keyLine = line();
        try {
            key = parser.currentName();
        } catch (IOException e) {
            throw translated(e);
        }
        if (seen != null && !seen.add(key)) {
            throw new MalformedFileException(Reason.GIVEN_TWICE, keyLine, key);
        }
        if (seen != null && seen.size() > MAX_KEYS) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, keyLine);
        }
        next();
        return true;
    }

    public String key() {
        return key;
    }

    /** Returns the line on which the current key starts. */
    public int keyLine() {
        return keyLine;
    }

    /** Returns the line on which the current token starts. */
    public int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** Moves to the end of the current object or array. Does nothing at any other token. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw translated(e);
        }
    }

    /** Returns the current value as text: a string, a number as written, or a truth value. */
    public String text() {
        try {
            String text = parser.getText();
            if (text.length() > CsvReader.MAX_CELL) {
                throw new MalformedFileException(Reason.CELL_TOO_LONG, line());
            }
            return text;
        } catch (IOException e) {
            throw translated(e);
        }
    }

    /** Returns the current value if it is a string, or null. Skips any other value. */
    public String optionalText() {
        if (token() == JsonToken.VALUE_STRING) {
            return text();
        }
        skip();
        return null;
    }

    /**
     * Returns the current value as a whole number that may be an index.
     *
     * @throws MalformedFileException if the value is not a whole number that may be an index
     */
    public int index() {
        String text = token() == JsonToken.VALUE_NUMBER_INT ? text() : null;
        if (text == null || text.length() > 9 || text.charAt(0) == '-') {
            throw new MalformedFileException(Reason.WRONG_INDEX, line(), text);
        }
        return Integer.parseInt(text);
    }

    /**
     * Returns whether the current value is an object or array as expected. Returns false for null, which means that the
     * part is absent.
     *
     * @throws MalformedFileException if the value is anything else
     */
    public boolean isStartOf(JsonToken expected) {
        if (token() == expected) {
            return true;
        }
        if (token() != JsonToken.VALUE_NULL) {
            throw new MalformedFileException(Reason.UNEXPECTED_PART, keyLine, key);
        }
        return false;
    }

    private RuntimeException translated(IOException e) {
        int line = line();
        if (e instanceof StreamConstraintsException) {
            boolean deep = parser.getParsingContext().getNestingDepth() >= MAX_DEPTH;
            return new MalformedFileException(deep ? Reason.TOO_DEEP : Reason.CELL_TOO_LONG, line);
        }
        if (e instanceof JsonProcessingException broken) {
            int at = broken.getLocation() == null ? line : broken.getLocation().getLineNr();
            return new MalformedFileException(Reason.BROKEN_JSON, Math.max(line, at));
        }
        if (e instanceof CharacterCodingException) {
            return new MalformedFileException(
                    Reason.WRONG_ENCODING, parser.currentLocation().getLineNr());
        }
        return new UncheckedIOException(e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
