package org.tipstats.publish.draft;

import java.util.List;

/**
 * The figures of a submission's areas that would be withheld, in the years of the submission.
 *
 * @param figures the number of all figures of these areas, withheld or not
 */
public record WithheldPreview(String submission, String dataflow, long figures, List<WithheldFigure> withheld) {

    public WithheldPreview {
        withheld = List.copyOf(withheld);
    }
}
