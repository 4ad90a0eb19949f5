package org.tipstats.site.file;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * What was said about a file, figure by figure.
 *
 * @param what the dataflow and the areas of the file, in words
 * @param address where to send what is said
 * @param back the page of the file
 * @param about what the form is about, in words; null where nothing more can be said
 * @param key the figure of the form, empty for the whole file
 * @param text what was typed so far
 */
record CommentPage(
        String what,
        String address,
        String back,
        List<Talk> talks,
        String about,
        String key,
        String text,
        List<Fault> faults) {

    /** What was said about one figure. @param answer where to say more; null where nothing more can be said */
    record Talk(String about, List<Said> said, String answer) {}

    /** One comment. @param side who speaks, in words @param tone the class that colours it */
    record Said(String text, String side, String tone, String by, String at, String when) {}

    /** What is wrong with the text; null for nothing. */
    public String fault() {
        return faults.isEmpty() ? null : faults.get(0).message();
    }
}
