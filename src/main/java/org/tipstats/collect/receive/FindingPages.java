package org.tipstats.collect.receive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.validate.findings.BackgroundWork;
import org.tipstats.validate.run.Validation;

/**
 * The findings of a validation in compressed pages, as they are stored. For a valid file, another thread makes the
 * pages while the values are stored. A file with errors has no values to store, so the constructor makes its pages.
 */
final class FindingPages implements AutoCloseable {

    private final BackgroundWork<List<byte[]>> work;
    private volatile boolean closed;

    /** Begins to make the pages. The caller must close the pages before it uses the findings of the validation. */
    FindingPages(Validation validation) {
        this.work = validation.report().valid()
                ? BackgroundWork.begin(() -> pages(validation))
                : BackgroundWork.done(pages(validation));
    }

    private List<byte[]> pages(Validation validation) {
        List<byte[]> pages = new ArrayList<>();
        Iterator<byte[]> rest = validation.pages(SubmissionFileRepository.PAGE_SIZE);
        while (!closed && rest.hasNext()) {
            pages.add(rest.next());
        }
        return pages;
    }

    /** Returns all pages. Waits for pages that another thread still makes. */
    List<byte[]> all() {
        return work.result();
    }

    /** Stops making pages. Afterwards, no other thread uses the findings or the rows that they are made of. */
    @Override
    public void close() {
        closed = true;
        work.await();
    }
}
