package org.tipstats.site.admin;

import java.util.List;

/**
 * An account with its tokens.
 *
 * @param source the source whose figures it submits; null for official figures
 * @param areas the names of its areas; empty if there are none
 * @param madeAt the time at which it was created, in ISO 8601
 * @param closed a sentence that says when it was closed; null if it is open
 * @param dead a sentence that says why it can neither be closed nor lose its role now; null if it can
 * @param days the refused lifetime of a token
 * @param key the idempotency key, which identifies a token form that is sent twice
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
     * @param prefix the first characters of the token
     * @param state its state in words
     * @param live true if it is valid and can be revoked
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
     * A newly issued token in full.
     *
     * @param ends a sentence that says when it expires
     */
    record Secret(String heading, String name, String token, String endsAt, String ends, String address) {}
}
