package org.tipstats.dissemination;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.tipstats.format.DataSelection;
import org.tipstats.format.DataStyle;
import org.tipstats.format.DataWriter;
import org.tipstats.format.Format;
import org.tipstats.format.Labels;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.web.FileConfig;

/** Refuses replies that would be too large, before any of it is written: says how large, and what is small enough. */
@ApplicationScoped
class ReplyLimits {

    /** So many observations are written to estimate the size of all. */
    private static final int SAMPLE = 2_000;

    private final FileConfig config;

    ReplyLimits(FileConfig config) {
        this.config = config;
    }

    /** 413 where the selection has more observations than a reply of this format may have. */
    void check(DataSelection selection, Format format, DataStyle style) {
        int limit = format == Format.XLSX ? config.maxWorkbookObservations() : config.maxObservations();
        if (selection.size() <= limit) {
            return;
        }
        long bytes = estimate(selection, format, style);
        throw new ProblemException(Problem.of(
                        ProblemType.TOO_LARGE,
                        "This asks for " + selection.size() + " observations, about " + bytes
                                + " bytes; a reply of this"
                                + " format has at most " + limit
                                + " observations. Select less, as \"errors\" suggests,"
                                + " or for pages with \"limit\".")
                .with("limit", limit)
                .with("observations", selection.size())
                .with("estimatedBytes", bytes)
                .errors(new Narrower(selection, limit).suggestions()));
    }

    /** About how many bytes the reply has. */
    long size(DataSelection selection, Format format, String language) {
        return selection.size() == 0
                ? 0
                : estimate(selection, format, new DataStyle(Labels.ID, language, false, false));
    }

    private static long estimate(DataSelection selection, Format format, DataStyle style) {
        int size = Math.min(SAMPLE, selection.size());
        int[] first = Arrays.copyOfRange(selection.places(), selection.from(), selection.from() + size);
        Counter counter = new Counter();
        try {
            DataWriter.of(format, style).write(selection.with(first), counter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counter.bytes * selection.size() / size;
    }

    /** Counts bytes and forgets them. */
    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
