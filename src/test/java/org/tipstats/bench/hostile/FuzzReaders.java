package org.tipstats.bench.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Gives the rest of any bytes to the target that the first byte chooses. Five fuzzers would need longer to start than to
 * fuzz.
 */
public final class FuzzReaders {

    /** A target of the fuzzer. */
    private interface Target {
        void fuzz(byte[] bytes) throws IOException;
    }

    static final List<Class<?>> TARGETS =
            List.of(FuzzText.class, FuzzWorkbook.class, FuzzMessage.class, FuzzGrid.class, FuzzValidation.class);

    private static final List<Target> CALLS = List.of(
            FuzzText::fuzzerTestOneInput,
            FuzzWorkbook::fuzzerTestOneInput,
            FuzzMessage::fuzzerTestOneInput,
            FuzzGrid::fuzzerTestOneInput,
            FuzzValidation::fuzzerTestOneInput);

    private FuzzReaders() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            CALLS.get(target(bytes)).fuzz(rest(bytes));
        }
    }

    private static int target(byte[] bytes) {
        return (bytes[0] & 0xff) % CALLS.size();
    }

    private static byte[] rest(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    /** Returns the name of the target of an input, and the bytes that the target gets, as base64. */
    static String describe(byte[] input) {
        return input.length == 0
                ? "no target"
                : TARGETS.get(target(input)).getSimpleName() + " "
                        + Base64.getEncoder().encodeToString(rest(input));
    }

    /** Returns the input that gives the bytes to a target. */
    static byte[] input(Class<?> target, byte[] bytes) {
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) TARGETS.indexOf(target);
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }
}
