package org.tipstats.site.frame;

import java.util.List;

/**
 * The conditions under which a test looks at a page.
 *
 * @param language the language of its address
 * @param theme the theme that the device asks for: light or dark
 * @param width the width of the window in CSS pixels
 * @param script true if scripts run
 */
public record Look(String language, Theme theme, int width, boolean script) {

    public static final int PHONE = 360;
    public static final int TABLET = 768;
    public static final int DESK = 1280;

    /** Few looks that together cover English and Arabic, light and dark, narrow and wide. */
    public static final List<Look> USUAL = List.of(
            new Look("en", Theme.LIGHT, DESK, true),
            new Look("en", Theme.DARK, PHONE, true),
            new Look("ar", Theme.LIGHT, PHONE, true),
            new Look("ar", Theme.DARK, DESK, true));

    public static Look at(int width) {
        return new Look("en", Theme.LIGHT, width, true);
    }

    public Look in(String other) {
        return new Look(other, theme, width, script);
    }

    public Look dark() {
        return new Look(language, Theme.DARK, width, script);
    }

    public Look withoutScript() {
        return new Look(language, theme, width, false);
    }

    @Override
    public String toString() {
        return language + "-" + theme.id() + "-" + width + (script ? "" : "-noscript");
    }
}
