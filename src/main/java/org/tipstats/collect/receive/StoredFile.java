package org.tipstats.collect.receive;

import java.io.InputStream;

/** A received file as it is kept. @param name that the sender gave, or null @param content read from the database */
public record StoredFile(String name, InputStream content) {

    /** The header Content-Disposition that saves it under its name. */
    public String disposition() {
        return UploadFields.disposition(name);
    }
}
