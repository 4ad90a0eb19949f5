package org.tipstats.files.detect;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file. Bytes that cannot be decoded cause an exception and never become replacement characters.
 *
 * @param reader gives the text after its byte-order marks
 * @param marks the number of byte-order marks at the start
 */
public record TextFile(BufferedReader reader, int marks) implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Opens a file. Reading throws a CharacterCodingException if the bytes are not text in the charset. */
    public static TextFile open(Path file, Charset charset) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                    bytes,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            int marks = -1;
            do {
                marks++;
                reader.mark(1);
            } while (reader.read() == BYTE_ORDER_MARK);
            reader.reset();
            return new TextFile(reader, marks);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
