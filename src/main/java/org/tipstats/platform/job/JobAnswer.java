package org.tipstats.platform.job;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What a job answers: the reply that the request would have had.
 *
 * @param status the HTTP status
 * @param location the address of what was made, or null
 * @param language of the body, or null
 * @param fileName to save the body under, or null
 */
public record JobAnswer(int status, String location, String mediaType, String language, String fileName, Body body) {

    /** Writes the bytes; called once. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
