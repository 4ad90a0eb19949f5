package org.tipstats.publish.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One attempt to write the tables of a release. It remembers its files, so that it can delete them after a failure. */
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

    /** Deletes the files of the attempt. If the storage fails, stops and adds its exception to the failure. */
    void undo(Exception failure) {
        for (String path : paths) {
            try {
                storage.delete(path);
            } catch (IOException | RuntimeException e) {
                // If the storage fails for one file, it probably fails for the next file, too. The service deletes all
                // files of the attempt after a day.
                failure.addSuppressed(e);
                return;
            }
        }
    }
}
