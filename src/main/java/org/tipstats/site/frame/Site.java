package org.tipstats.site.frame;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.schema.LocalText;

/** The paths of the website. The first segment is the language; the other segments are the same in all languages. */
public final class Site {

    /**
     * The path template of the language, which is the first segment of the path of every page. A resource writes {@code
     * @Path(Site.LANG + "/about")}.
     */
    public static final String LANG = "/{lang:en|fr|es|ru|ar|zh}";

    private static final Pattern PAGE =
            Pattern.compile("/(" + String.join("|", LocalText.LANGUAGES) + ")((?:/.*)?)", Pattern.DOTALL);
    private static final Pattern SIGNED_IN = Pattern.compile("/(?:desk|sign-in|sign-out)(?:/.*)?", Pattern.DOTALL);

    private static final String URL_CHARACTERS = "(?:[A-Za-z0-9._~:,;@!$&'()*+=/-]++|%[0-9A-Fa-f]{2})*+";
    private static final Pattern SAFE =
            Pattern.compile("/[a-z]{2}(/" + URL_CHARACTERS + ")?(\\?" + URL_CHARACTERS + ")?");
    private static final int MAX_CHARACTERS = 2_000;

    private Site() {}

    /** Returns the language of a path; empty for a path outside the website. */
    public static Optional<String> language(String path) {
        return match(path).map(found -> found.group(1));
    }

    /** Returns the part of a path after the language, with its leading slash; "/" for a path outside the website. */
    public static String rest(String path) {
        return match(path)
                .map(found -> found.group(2))
                .filter(rest -> !rest.isEmpty())
                .orElse("/");
    }

    /** Returns whether the service finds out at this path who has signed in. */
    public static boolean knowsWho(String path) {
        return match(path)
                .filter(found -> SIGNED_IN.matcher(found.group(2)).matches())
                .isPresent();
    }

    /** Returns the URL to go back to after a form; empty if the URL does not belong to a page of this website. */
    public static Optional<String> returnAddress(String address) {
        return Optional.ofNullable(address)
                .filter(text ->
                        text.length() <= MAX_CHARACTERS && SAFE.matcher(text).matches())
                .filter(text -> language(text.split("\\?")[0]).isPresent());
    }

    /** Returns the text of a form's field without spaces around it; an empty text for null. */
    public static String typed(String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<Matcher> match(String path) {
        Matcher page = PAGE.matcher(path);
        return page.matches() ? Optional.of(page) : Optional.empty();
    }
}
