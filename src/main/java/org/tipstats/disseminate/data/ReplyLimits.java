package org.tipstats.disseminate.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataStyle;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.format.Format;
import org.tipstats.disseminate.format.LabelStyle;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Refuses a reply that would be too large before any of it is written. The problem states the size and suggests smaller
 * queries.
 */
@ApplicationScoped
class ReplyLimits {

    /** Number of observations that are written to estimate the size of all. */
    private static final int SAMPLE_SIZE = 2_000;

    private final DataLimitConfig config;

    ReplyLimits(DataLimitConfig config) {
        this.config = config;
    }

    /**
     * Checks the number of observations.
     *
     * @throws ProblemException with status 413 if the selection has more than a reply in this format may have
     */
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
                .errors(new SmallerQueries(selection, limit).suggestions()));
    }

    /**
     * Estimates the size of a reply with codes only.
     *
     * @return about how many bytes
     */
    long size(DataSelection selection, Format format, String language) {
        return selection.size() == 0
                ? 0
                : estimate(selection, format, new DataStyle(LabelStyle.ID, language, false, false));
    }

    private static long estimate(DataSelection selection, Format format, DataStyle style) {
        int size = Math.min(SAMPLE_SIZE, selection.size());
        int[] first = Arrays.copyOfRange(selection.places(), selection.from(), selection.from() + size);
        Counter counter = new Counter();
        try {
            DataWriter.of(format, style).write(selection.withPlaces(first), counter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counter.bytes * selection.size() / size;
    }

    /** Counts the bytes and discards them. */
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
