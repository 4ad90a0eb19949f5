package org.tipstats.site.frame;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.schema.LocalText;

/** The address scheme of the website: the first segment is the language, the rest is the same in all languages. */
public final class Site {

    /** The first segment, as resources write it: {@code @Path(Site.LANG + "/about")}. */
    public static final String LANG = "/{lang:en|fr|es|ru|ar|zh}";

    private static final Pattern PAGE =
            Pattern.compile("/(" + String.join("|", LocalText.LANGUAGES) + ")((?:/.*)?)", Pattern.DOTALL);
    private static final Pattern SIGNED_IN = Pattern.compile("/(?:desk|sign-in|sign-out)(?:/.*)?", Pattern.DOTALL);

    private Site() {}

    /** Returns the language of a path; empty outside the website. */
    public static Optional<String> language(String path) {
        return match(path).map(found -> found.group(1));
    }

    /** Returns the part of a path after the language, with its leading slash; "/" outside the website. */
    public static String rest(String path) {
        return match(path)
                .map(found -> found.group(2))
                .filter(rest -> !rest.isEmpty())
                .orElse("/");
    }

    /** Checks if sessions matter at this path. The session cookie is not read at any other path. */
    public static boolean knowsWho(String path) {
        return match(path)
                .filter(found -> SIGNED_IN.matcher(found.group(2)).matches())
                .isPresent();
    }

    private static Optional<Matcher> match(String path) {
        Matcher page = PAGE.matcher(path);
        return page.matches() ? Optional.of(page) : Optional.empty();
    }
}
