package org.tipstats.mapping.grid;

import org.tipstats.files.detect.FileProbe;

/** Thrown for a file that has no table because of its kind, or whose text cannot be decoded. */
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
