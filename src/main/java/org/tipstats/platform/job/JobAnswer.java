package org.tipstats.platform.job;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The answer of a job: the reply that the request would have had.
 *
 * @param status the HTTP status
 * @param location the address of the created object, or null
 * @param language the language of the body, or null
 * @param fileName the name for a download of the body, or null
 */
public record JobAnswer(int status, String location, String mediaType, String language, String fileName, Body body) {

    /** Writes the body; called once. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
