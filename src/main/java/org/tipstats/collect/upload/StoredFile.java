package org.tipstats.collect.upload;

import java.io.InputStream;

/**
 * A received file as it is stored.
 *
 * @param name the name that the sender gave, or null
 * @param content read from the database
 */
public record StoredFile(String name, InputStream content) {

    /** Returns the Content-Disposition header for a download under the file's name. */
    public String disposition() {
        return UploadFields.disposition(name);
    }
}
