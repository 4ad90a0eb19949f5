package org.tipstats.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Replies packed by gzip for those who can read that: a form of its own, with a tag of its own. */
public final class Packing {

    /** What {@code Content-Encoding} says of it. */
    public static final String NAME = "gzip";

    private static final Pattern NEVER = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");
    private static final int LEVEL = 6;

    private Packing() {}

    /** Whether an {@code Accept-Encoding} header names gzip, or anything, and doesn't rule it out. */
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

    /** The value of the tag of a packed reply, by that of the plain one. */
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

    /** A stream that packs what is written; closing it completes it. */
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
