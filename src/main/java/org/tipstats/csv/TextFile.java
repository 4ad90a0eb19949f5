package org.tipstats.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text of a file: without its byte-order mark, and never with replaced characters. */
final class TextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /** Opens a file; reading throws a CharacterCodingException where the bytes are not text in the charset. */
    static Reader open(Path file, Charset charset) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                    bytes,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            do {
                reader.mark(1);
            } while (reader.read() == BYTE_ORDER_MARK);
            reader.reset();
            return reader;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
