package org.tipstats.mapping.grid;

import org.tipstats.files.detect.FileProbe;

/** Thrown for a file of a kind without tables, for JSON without a dataset, and for a text that cannot be decoded. */
public final class NoTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FileProbe probe;

    NoTableException(FileProbe probe) {
        super("no table: " + (probe.fault() == null ? probe.kind() : probe.fault()));
        this.probe = probe;
    }

    /** Returns the kind of the file, and the fault of its text if there is one. */
    public FileProbe probe() {
        return probe;
    }
}
