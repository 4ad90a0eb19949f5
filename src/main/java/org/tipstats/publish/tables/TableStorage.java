package org.tipstats.publish.tables;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The place where the files of open tables are: a folder or a bucket. Files are written once and never changed. */
interface TableStorage {

    /** Returns the common beginning of the addresses of all files, without a slash at the end. */
    String place();

    /** Writes a file. When the method returns, the whole file is there and can be read. */
    void write(String path, byte[] content) throws IOException;

    /** Returns all files, including those that no release names. */
    List<StoredFile> list() throws IOException;

    /** Deletes a file if it exists. */
    void delete(String path) throws IOException;

    /** @param path the path below the place of all tables */
    record StoredFile(String path, Instant changed) {}
}
