package org.tipstats.vocabulary.names;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Guesses the original of a text that was decoded with a wrong encoding. Only suggestions use the guess; the text in
 * the file stays unchanged.
 */
final class EncodingRepair {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final List<Charset> CANDIDATES = Stream.of(
                    "windows-1252", "windows-1251", "windows-1256", "windows-1250")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private EncodingRepair() {}

    /** Returns the probable original, or the text itself. */
    static String repaired(String text) {
        String once = fromUtf8(text);
        if (!once.equals(text)) {
            return fromUtf8(once);
        }
        boolean latin = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        boolean cyrillic =
                text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        byte[] bytes = latin && cyrillic ? bytes(text, CYRILLIC) : null;
        return bytes == null ? text : new String(bytes, WESTERN);
    }

    private static String fromUtf8(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        for (Charset charset : CANDIDATES) {
            byte[] bytes = bytes(text, charset);
            try {
                if (bytes != null) {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
                }
            } catch (CharacterCodingException e) {
                // The text is not the result of decoding UTF-8 with this encoding.
            }
        }
        return text;
    }

    /**
     * Returns the bytes that the encoding decodes to the text, or null. A byte without a letter in the encoding appears
     * in the text as a control character.
     */
    private static byte[] bytes(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            try {
                if (c >= 0x80 && c < 0xA0) {
                    bytes.put((byte) c);
                } else {
                    bytes.put(encoder.encode(CharBuffer.wrap(new char[] {c})));
                }
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        return bytes.array();
    }
}
