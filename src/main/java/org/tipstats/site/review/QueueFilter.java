package org.tipstats.site.review;

import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;

/** The filter of the queue. An empty text selects all. */
record QueueFilter(String state, String dataflow, String area) {

    /** Selects files whose warnings the submitter must still explain. */
    static final String UNEXPLAINED = "unexplained";

    static QueueFilter of(String state, String dataflow, String area) {
        return new QueueFilter(
                UNEXPLAINED.equals(state) ? UNEXPLAINED : "",
                dataflow == null ? "" : dataflow,
                area == null ? "" : area);
    }

    SubmissionStatus status() {
        return state.equals(UNEXPLAINED) ? SubmissionStatus.NEEDS_JUSTIFICATION : SubmissionStatus.SUBMITTED;
    }

    boolean takes(SubmissionView view) {
        return (dataflow.isEmpty() || dataflow.equals(view.dataflow()))
                && (area.isEmpty() || view.areas().contains(area));
    }

    boolean narrows() {
        return !dataflow.isEmpty() || !area.isEmpty();
    }
}
