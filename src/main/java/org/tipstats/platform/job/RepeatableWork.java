package org.tipstats.platform.job;

import java.util.Set;

/** Makes the work of a job again from its stored input, after its instance died. Rooms produce beans of it. */
public interface RepeatableWork {

    /** Returns the kinds of jobs that this bean makes again. */
    Set<String> kinds();

    /**
     * Returns the work of a job once more. The dead instance may have done a part of it or all of it, so the work must
     * first check what is there.
     *
     * @param input {@link LongWork#input} of the job
     */
    LongWork<?> again(String kind, String input);
}
