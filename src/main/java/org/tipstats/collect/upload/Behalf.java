package org.tipstats.collect.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The area for which a reviewer enters a file, and the message in which its State sent the figures.
 *
 * @param area null for a message that is read from the database
 * @param messageName the name of the message's file; null for a text, or if the file has no name
 * @param message the bytes of the message, at most {@link #MAX_BYTES}
 */
public record Behalf(String area, String messageName, byte[] message) {

    /** The most bytes that a message may have. */
    public static final int MAX_BYTES = 5 << 20;

    private static final String PARAMETER = "on-behalf";

    /**
     * Reads the area and the message of a request.
     *
     * @param area null if the request names no area
     * @param text the message as a text, or null
     * @param name the name of the message's file, or null
     * @param file the message as a file, or null
     * @return null if the request is not on behalf of an area
     * @throws ProblemException 400 if the area is unknown, or if the message is missing, is there twice or comes
     *     without an area; 413 if it is too large
     */
    public static Behalf read(SchemaRegistry schemas, String area, String text, String name, Path file) {
        boolean written = text != null && !text.isBlank();
        if (area == null) {
            if (written || file != null) {
                throw ProblemException.parameter(
                        PARAMETER, null, "Name the country or area that sent the message in \"on-behalf\".", List.of());
            }
            return null;
        }
        if (schemas.areas().singleArea(area).isEmpty()) {
            throw ProblemException.parameter(
                    PARAMETER,
                    area,
                    "\"" + area + "\" is not the code of a country or area.",
                    Suggestions.ofSingleAreas(schemas.areas()).forText(area));
        }
        if (written == (file != null)) {
            throw ProblemException.body(
                    "/message",
                    null,
                    "Attach the message in which the country or area sent the figures, either as a file or as a text.",
                    List.of("message"));
        }
        return file == null
                ? new Behalf(area, null, checked(text.getBytes(StandardCharsets.UTF_8)))
                : new Behalf(area, UploadReceiver.plainName(name), bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            requireSize(Files.size(file));
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] checked(byte[] content) {
        requireSize(content.length);
        return content;
    }

    private static void requireSize(long size) {
        if (size > MAX_BYTES) {
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_LARGE, "A message may have at most " + MAX_BYTES + " bytes.")
                            .with("limit", MAX_BYTES));
        }
    }

    public String sha256() {
        return DigestUtils.sha256Hex(message);
    }
}
