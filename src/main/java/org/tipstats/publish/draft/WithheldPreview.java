package org.tipstats.publish.draft;

import java.util.List;

/** What a protection of a submission's years withholds of its areas. @param figures how many figures these have */
public record WithheldPreview(String submission, String dataflow, long figures, List<WithheldFigure> withheld) {

    public WithheldPreview {
        withheld = List.copyOf(withheld);
    }
}
