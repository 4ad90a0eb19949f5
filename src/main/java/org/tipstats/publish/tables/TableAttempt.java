package org.tipstats.publish.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One attempt to write the tables of a release. It remembers its files, so that a failure leaves none of them. */
final class TableAttempt {

    private final TableStorage storage;
    private final List<String> paths = new ArrayList<>();

    TableAttempt(TableStorage storage) {
        this.storage = storage;
    }

    String place() {
        return storage.place();
    }

    void write(String path, byte[] content) throws IOException {
        paths.add(path);
        storage.write(path, content);
    }

    /** Deletes the files of the attempt as far as possible. Adds what the storage does not delete to the failure. */
    void undo(Exception failure) {
        for (String path : paths) {
            try {
                storage.delete(path);
            } catch (IOException | RuntimeException e) {
                // A storage that is not there does not come back for the next file. The files are deleted after a day.
                failure.addSuppressed(e);
                return;
            }
        }
    }
}
