package org.tipstats.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses replies with gzip for clients that accept it. In HTTP, a compressed reply is a different representation
 * than the plain reply, so it has a different entity tag.
 */
public final class GzipEncoding {

    public static final String NAME = "gzip";

    private static final Pattern NEVER = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");
    private static final int LEVEL = 6;

    private GzipEncoding() {}

    /**
     * Returns whether the header {@code Accept-Encoding} accepts gzip: it names gzip, or else {@code *}, with a quality
     * above 0.
     */
    public static boolean isAccepted(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        String[] codings = acceptEncoding.toLowerCase(Locale.ROOT).split(",");
        return Arrays.stream(codings)
                .map(String::strip)
                .filter(coding -> coding.split(";", 2)[0].strip().equals(NAME))
                .findFirst()
                .or(() -> Arrays.stream(codings)
                        .map(String::strip)
                        .filter(coding -> coding.startsWith("*"))
                        .findFirst())
                .filter(coding -> !NEVER.matcher(coding).find())
                .isPresent();
    }

    public static String tag(String plain) {
        return plain + "-" + NAME;
    }

    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (OutputStream gzip = stream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Opens a stream that compresses what is written to it. The caller must close it to complete the data. */
    public static OutputStream stream(OutputStream out) throws IOException {
        return new Stream(out);
    }

    private static final class Stream extends GZIPOutputStream {
        Stream(OutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(LEVEL);
        }
    }
}
