package org.tipstats.platform.job;

import java.util.Set;

/**
 * Makes the work of a job again from the job's stored input, after the instance of the job died. Rooms provide
 * implementations as beans.
 */
public interface RepeatableWork {

    /** Returns the kinds of jobs that this bean makes again. */
    Set<String> kinds();

    /**
     * Returns the work of a job once more. The dead instance may have done a part of it or all of it, so the work must
     * first check what is already done.
     *
     * @param input the text that {@link LongWork#input} had
     */
    LongWork<?> again(String kind, String input);
}
