package org.tipstats.site.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * The facts about one page that the layout needs.
 *
 * @param title the title of this page, without the names of the section and the website
 * @param section the part of the website that the page belongs to; null if it belongs to no part
 * @param crumbs the links to the pages above this page, except the start page; empty for a page directly below the
 *     start page
 * @param api the URL of the same content in the API; null if the API does not have this content
 * @param description a sentence for search engines; null for the general description of the website
 * @param failed true if the page shows a form again because the form had faults
 * @param draft the id of the unpublished release that the page shows; null for published figures
 * @param release the public release that the page shows, an id or {@code latest}; null if it shows no figures
 */
public record PageContext(
        String title,
        Section section,
        List<Crumb> crumbs,
        String api,
        String description,
        boolean failed,
        String draft,
        String release) {

    /** Stands for the latest release, which a page shows if its URL names no release. */
    static final String LATEST = "latest";

    /**
     * A link to a page above the current page.
     *
     * @param path the path below the language
     */
    public record Crumb(String text, String path) {}

    public PageContext {
        crumbs = List.copyOf(crumbs);
    }

    public static PageContext titled(String title) {
        return new PageContext(title, null, List.of(), null, null, false, null, null);
    }

    /** Returns the context of a page directly below the start page of the desk. */
    public static PageContext onDesk(String title, PageTexts t) {
        return titled(title).below(t.say(Section.DESK.textKey()), Section.DESK.path());
    }

    /** Returns a copy that belongs to a part of the website. */
    public PageContext in(Section part) {
        return new PageContext(title, part, crumbs, api, description, failed, draft, release);
    }

    /** Returns a copy that is one level lower, with a link to one more page above the current page. */
    public PageContext below(String text, String path) {
        List<Crumb> more = new ArrayList<>(crumbs);
        more.add(new Crumb(text, path));
        return new PageContext(title, section, more, api, description, failed, draft, release);
    }

    /** Returns a copy that links to the same content in the API. */
    public PageContext api(String address) {
        return new PageContext(title, section, crumbs, address, description, failed, draft, release);
    }

    public PageContext described(String sentence) {
        return new PageContext(title, section, crumbs, api, sentence, failed, draft, release);
    }

    /** Returns a copy for a page with a form. If the form has faults, the title of the page says so. */
    public PageContext after(List<Fault> faults) {
        return faults.isEmpty()
                ? this
                : new PageContext(title, section, crumbs, api, description, true, draft, release);
    }

    /** Returns a copy for figures of an unpublished release. The layout marks the page as a draft. */
    public PageContext draft(String id) {
        return new PageContext(title, section, crumbs, api, description, failed, id, release);
    }

    /**
     * Returns a copy for figures of a public release. The layout shows the errata of the release.
     *
     * @param id an id, or null for the latest release
     */
    public PageContext showing(String id) {
        return new PageContext(
                title, section, crumbs, api, description, failed, draft, id == null || id.isEmpty() ? LATEST : id);
    }
}
