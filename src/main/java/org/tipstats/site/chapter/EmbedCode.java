package org.tipstats.site.chapter;

import org.tipstats.site.frame.Addresses;

/**
 * The HTML with which other websites show figures of a release.
 *
 * @param address the URL of a page with only the figures
 * @param title the title of that page
 */
public record EmbedCode(String address, String title, String html) {

    public static EmbedCode of(String address, String title) {
        String html = "<iframe src=\"" + escaped(address) + "\" title=\"" + escaped(title)
                + "\" width=\"100%\" height=\"720\" loading=\"lazy\"></iframe>";
        return new EmbedCode(address, title, html);
    }

    /**
     * Returns the path of the page that shows only the figures of an explorer page. Adds the line chart if the path has
     * no view, and the given release if it has none.
     *
     * @param explorer the path of the explorer page, with or without a view and a release
     */
    public static String path(String explorer, String release) {
        String view = explorer.contains("&view=") ? "" : "&view=line";
        String pinned = explorer.contains("&release=") ? "" : "&release=" + Addresses.encoded(release);
        return explorer.replaceFirst("\\?", "/embed?") + view + pinned;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
