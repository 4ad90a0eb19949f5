package org.tipstats.site.frame;

import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the address that a form wants to go back to. Only pages of this website are allowed. */
public final class ReturnAddress {

    private static final String URL_CHARACTERS = "(?:[A-Za-z0-9._~:,;@!$&'()*+=/-]++|%[0-9A-Fa-f]{2})*+";
    private static final Pattern SAFE =
            Pattern.compile("/[a-z]{2}(/" + URL_CHARACTERS + ")?(\\?" + URL_CHARACTERS + ")?");
    private static final int MAX_CHARACTERS = 2_000;

    private ReturnAddress() {}

    /** Returns the address if it is one of a page of this website; else empty. */
    public static Optional<String> safe(String address) {
        return Optional.ofNullable(address)
                .filter(text ->
                        text.length() <= MAX_CHARACTERS && SAFE.matcher(text).matches())
                .filter(text -> Site.language(text.split("\\?")[0]).isPresent());
    }
}
