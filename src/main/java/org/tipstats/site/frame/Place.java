package org.tipstats.site.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page says of itself to the layout.
 *
 * @param title of this page alone
 * @param section the part of the website that it belongs to; null for none
 * @param crumbs the way to it, without itself; shown from the third level on
 * @param api the address in the API of what the page shows; null for none
 * @param description a sentence for search engines; null for the website's own
 * @param failed whether it comes back because a form had faults
 * @param draft the id of the release that it shows before it is public; null for what is public
 */
public record Place(
        String title,
        Section section,
        List<Crumb> crumbs,
        String api,
        String description,
        boolean failed,
        String draft) {

    /** A step on the way to a page. @param path below the language */
    public record Crumb(String text, String path) {}

    public Place {
        crumbs = List.copyOf(crumbs);
    }

    public static Place titled(String title) {
        return new Place(title, null, List.of(), null, null, false, null);
    }

    /** The same in a part of the website. */
    public Place in(Section part) {
        return new Place(title, part, crumbs, api, description, failed, draft);
    }

    /** The same with one more step on the way to it. */
    public Place below(String text, String path) {
        List<Crumb> more = new ArrayList<>(crumbs);
        more.add(new Crumb(text, path));
        return new Place(title, section, more, api, description, failed, draft);
    }

    /** The same, whose content programs find at the address. */
    public Place api(String address) {
        return new Place(title, section, crumbs, address, description, failed, draft);
    }

    public Place described(String sentence) {
        return new Place(title, section, crumbs, api, sentence, failed, draft);
    }

    /** The same after a form that had faults. */
    public Place afterFaults() {
        return new Place(title, section, crumbs, api, description, true, draft);
    }

    /** The same with figures of a release that is not public: the page says so wherever it is seen. */
    public Place draft(String id) {
        return new Place(title, section, crumbs, api, description, failed, id);
    }
}
