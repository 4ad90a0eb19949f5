package org.tipstats.site.frame;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The contents of the layout around a page.
 *
 * @param t the texts in the language of the page
 * @param address the URL of this page in its language, with the query
 * @param origin the public address of the service if one is set, else scheme and host of the request
 * @param languages links to the same page in each language
 * @param bar the links of the public bar
 * @param desk the second bar, which links to the desk; null if the reader is not known to have signed in
 * @param deskAddress the URL of the link that readers without the second bar see: the sign-in page or the desk
 * @param deskText the text of the link to {@code deskAddress}
 * @param search the URL of the search
 * @param release a sentence that names the latest release; null if nothing is published
 * @param newer a sentence that names the latest release, if the page shows an older release, or if the URL asks for an
 *     older release but the page always shows the latest; else null
 * @param errata the errata of the release that the page shows, oldest first
 * @param preparing a sentence with the progress of the service's preparation; null if the service is ready
 * @param formToken the token that each form must carry; null if the forms of the page need no token
 * @param publisher the name of the publisher of the releases; null if the publisher has the name of the service
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
        String newer,
        List<ShownErratum> errata,
        String preparing,
        String formToken,
        String publisher) {

    /** The name of the form field that contains the form token. */
    public static final String TOKEN = "form-token";

    /**
     * A link to the same page in one language.
     *
     * @param name the name of the language in the language itself
     */
    public record LanguageLink(String language, String name, String address, boolean current) {}

    /**
     * A link of a bar.
     *
     * @param waiting the number of items that wait on the linked page, as text; null if no item waits
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
     * @param value empty for the choice that selects everything
     */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * An erratum in the language of the page, or in English if it has no text in this language.
     *
     * @param language the language of the text
     */
    public record ShownErratum(String release, String text, String language, Instant publishedAt) {}

    /** Returns the title of the document. */
    public String title() {
        String part = place.section() == null ? "" : t.say(place.section().textKey());
        String own = part.isEmpty() || part.equals(place.title()) ? place.title() : place.title() + " · " + part;
        return (place.failed() ? t.say("site.failed") + " " : "") + own + " · " + t.say("site.name");
    }

    /**
     * Returns the URL of another page in the same language.
     *
     * @param path the path below the language
     */
    public String to(String path) {
        return "/" + t.language() + path;
    }

    /**
     * Returns the URL of another page in the same language. On the preview of a draft, the URL leads to the preview of
     * the same draft.
     *
     * @param path the path below the language
     */
    public String near(String path) {
        return to(place.draft() == null ? path : Section.DRAFTS.path() + "/" + place.draft() + "/preview" + path);
    }

    /**
     * Returns the parameter with which a link or a form keeps the release of the page; empty if the page shows the
     * latest release and its URL asks for no other release.
     *
     * @param mark the character before the parameter
     */
    public String keeping(String mark) {
        return newer == null ? "" : Addresses.kept(mark, place.release());
    }

    public String description() {
        return place.description() == null ? t.say("site.description") : place.description();
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The brightness of pages: the setting of the reader's device, or the reader's own choice. */
    public enum Theme {
        AUTO,
        LIGHT,
        DARK;

        static final String COOKIE = "tipstats-theme";

        /** Returns the name of the theme in cookies, forms and markup. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the key of the theme's name in the texts. */
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
