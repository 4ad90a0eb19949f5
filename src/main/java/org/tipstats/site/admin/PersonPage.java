package org.tipstats.site.admin;

import java.util.List;

/**
 * An account with its tokens.
 *
 * @param source whose figures it sends; null for official ones
 * @param areas the names of its areas; empty for none
 * @param madeAt when it was made, for machines
 * @param closed since when it is closed, in words; null while it is open
 * @param dead why it can neither be closed nor lose its role now; null where it can
 * @param days what was typed as the lifetime of a token
 * @param key by which a form for a token that is sent twice is known
 */
record PersonPage(
        String address,
        String id,
        String name,
        String about,
        String areas,
        String source,
        String madeAt,
        String made,
        String closed,
        List<Token> tokens,
        String open,
        List<Choice> roles,
        List<Areas.Region> regions,
        PersonForm form,
        String dead,
        String days,
        String key) {

    /**
     * A token.
     *
     * @param prefix how it begins
     * @param state whether it opens the service, in a word
     * @param live whether it can be ended
     */
    record Token(
            String id,
            String prefix,
            String madeAt,
            String made,
            String endsAt,
            String ends,
            String usedAt,
            String used,
            String state,
            boolean live) {}

    /**
     * A token that was just made, in full.
     *
     * @param made what was made, in words
     * @param ends until when it holds, in words
     */
    record Secret(String heading, String name, String token, String endsAt, String ends, String address) {}
}
