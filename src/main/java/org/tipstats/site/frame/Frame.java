package org.tipstats.site.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The contents of the layout around a page.
 *
 * @param t the texts in the language of the address
 * @param address the address of this page in its language, with its query
 * @param origin scheme and host of this website, as in the request
 * @param languages the same page in each language
 * @param bar the links of the public bar
 * @param desk the second bar; null if nobody is known to have signed in
 * @param deskAddress the target of the link that readers without the second bar see: sign-in, or back to the desk
 * @param deskText the text of that link
 * @param search the address of the search
 * @param release a sentence that names the latest release; null if there is none
 * @param preparing a sentence that says how far the preparation of the service is; null if it is ready
 * @param formToken the token that each form must carry; null if forms need none
 */
public record Frame(
        PageTexts t,
        Assets assets,
        PageContext place,
        Theme theme,
        String address,
        String origin,
        List<LanguageLink> languages,
        List<BarLink> bar,
        DeskBar desk,
        String deskAddress,
        String deskText,
        String search,
        String release,
        String preparing,
        String formToken) {

    /** The name of the form field that carries the token. */
    public static final String TOKEN = "form-token";

    /**
     * The same page in one language.
     *
     * @param name the language's name in that language
     */
    public record LanguageLink(String language, String name, String address, boolean current) {}

    /**
     * A link of a bar.
     *
     * @param waiting the number of things that wait there, in words; null if there are none
     */
    public record BarLink(String text, String address, boolean current, String waiting) {}

    /**
     * The person who has signed in, with the links of the desk.
     *
     * @param roles the roles in words, followed by the areas
     */
    public record DeskBar(String name, String roles, List<BarLink> links) {}

    /**
     * A value to choose in a form.
     *
     * @param value empty for all
     */
    public record Choice(String value, String text, boolean chosen) {}

    /** Returns the title of the document. */
    public String title() {
        String part = place.section() == null ? "" : t.say(place.section().textKey());
        String own = part.isEmpty() || part.equals(place.title()) ? place.title() : place.title() + " · " + part;
        return (place.failed() ? t.say("site.failed") + " " : "") + own + " · " + t.say("site.name");
    }

    /**
     * Returns the address of another page in the same language.
     *
     * @param path the path below the language
     */
    public String to(String path) {
        return "/" + t.language() + path;
    }

    /**
     * Returns the address of another page that shows figures of the same release.
     *
     * @param path the path below the language
     */
    public String near(String path) {
        return to(place.draft() == null ? path : Section.DRAFTS.path() + "/" + place.draft() + "/preview" + path);
    }

    public String description() {
        return place.description() == null ? t.say("site.description") : place.description();
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The brightness of pages: as set on the reader's device, or as the reader chose. */
    public enum Theme {
        AUTO,
        LIGHT,
        DARK;

        static final String COOKIE = "tipstats-theme";

        /** Returns the word for it in cookies, forms and markup. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the key of its name in the texts. */
        public String textKey() {
            return "theme." + id();
        }

        static Optional<Theme> of(String id) {
            return Arrays.stream(values())
                    .filter(theme -> theme.id().equals(id))
                    .findFirst();
        }
    }
}
