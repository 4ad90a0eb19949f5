package org.tipstats.site.submit;

import java.util.List;
import org.tipstats.site.file.FileDrop;
import org.tipstats.site.frame.Fault;

/**
 * The form for submitting a file.
 *
 * @param areas the areas that the person reports for, in words
 * @param key the idempotency key: a form sent twice makes one submission
 */
record UploadPage(
        List<Fault> faults,
        String areas,
        FileDrop drop,
        String dataflowFault,
        List<Choice> dataflows,
        boolean replaces,
        String key) {

    /** A dataflow with its templates. */
    record Choice(String id, String name, boolean chosen, String csv, String xlsx) {}
}
