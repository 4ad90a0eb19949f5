package org.tipstats.site.frame;

import java.util.List;

/**
 * What the layout shows around a page.
 *
 * @param t the texts in the language of the address
 * @param address of this page in its language, with its query
 * @param origin scheme and host of this website, as the reader has it
 * @param languages the same page in each language
 * @param bar what the public bar leads to
 * @param desk the second bar; null for who is not known to have signed in
 * @param deskAddress where the head leads who does not see the second bar: to signing in, or back to the desk
 * @param deskText what it says
 * @param search where the field for a search leads; null for no such field
 * @param release which release is the latest, in a sentence; null where there is none
 * @param preparing that the service is still being prepared, and how far that is, in words; null where it is ready
 * @param formToken what each form that is sent carries; null where forms need none
 */
public record Frame(
        PageTexts t,
        Assets assets,
        Place place,
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

    /** The name of the field that carries the token of a form. */
    public static final String TOKEN = "form-token";

    /** The page in a language. @param name of the language, in itself */
    public record LanguageLink(String language, String name, String address, boolean current) {}

    /** A link of a bar. @param waiting how many things wait there, in words; null for none */
    public record BarLink(String text, String address, boolean current, String waiting) {}

    /** Who works here. @param roles in words, areas included */
    public record DeskBar(String name, String roles, List<BarLink> links) {}

    /** The title of the document. */
    public String title() {
        String part = place.section() == null ? "" : t.say(place.section().textKey());
        String own = part.isEmpty() || part.equals(place.title()) ? place.title() : place.title() + " · " + part;
        return (place.failed() ? t.say("site.failed") + " " : "") + own + " · " + t.say("site.name");
    }

    /** The address of another page in the same language. @param path below the language */
    public String to(String path) {
        return "/" + t.language() + path;
    }

    /** The address of a page with figures of the same release. @param path below the language */
    public String near(String path) {
        return to(place.draft() == null ? path : Section.DRAFTS.path() + "/" + place.draft() + "/preview" + path);
    }

    public String description() {
        return place.description() == null ? t.say("site.description") : place.description();
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }
}
