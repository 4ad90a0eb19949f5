package org.tipstats.site.submit;

import java.util.List;
import org.tipstats.site.file.FileDrop;
import org.tipstats.site.frame.Fault;

/**
 * The form that a file is sent in with.
 *
 * @param areas that the person sends files for, in words
 * @param key makes one submission of the same form sent twice
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
