package org.tipstats.site.file;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The comments on a file, by figure.
 *
 * @param what the dataflow and the areas of the file, in words
 * @param address the address that receives new comments
 * @param back the page of the file
 * @param about the subject of the form, in words; null if the discussion is closed
 * @param key the key of the form's figure; empty for the whole file
 * @param text the text typed so far
 */
record CommentPage(
        String what,
        String address,
        String back,
        List<Thread> talks,
        String about,
        String key,
        String text,
        List<Fault> faults) {

    /**
     * The comments on one figure.
     *
     * @param answer the address of the form for an answer; null if the discussion is closed
     */
    record Thread(String about, List<CommentRow> said, String answer) {}

    /**
     * One comment.
     *
     * @param side the side of its author, in words
     * @param tone the CSS class of that side
     */
    record CommentRow(String text, String side, String tone, String by, String at, String when) {}

    /** Returns the fault of the text; null if there is none. */
    public String fault() {
        return faults.isEmpty() ? null : faults.get(0).message();
    }
}
