package org.tipstats.site.frame;

import java.util.List;
import org.tipstats.site.frame.Frame.Theme;

/**
 * The conditions under which a test looks at a page.
 *
 * @param language the language of its address
 * @param theme the theme that the device asks for: light or dark
 * @param width the width of the window in CSS pixels
 * @param script true if scripts run
 */
public record PageView(String language, Theme theme, int width, boolean script) {

    public static final int PHONE = 360;
    public static final int TABLET = 768;
    public static final int DESK = 1280;

    /** Few looks that together cover English and Arabic, light and dark, narrow and wide. */
    public static final List<PageView> USUAL = List.of(
            new PageView("en", Theme.LIGHT, DESK, true),
            new PageView("en", Theme.DARK, PHONE, true),
            new PageView("ar", Theme.LIGHT, PHONE, true),
            new PageView("ar", Theme.DARK, DESK, true));

    public static PageView at(int width) {
        return new PageView("en", Theme.LIGHT, width, true);
    }

    public PageView in(String other) {
        return new PageView(other, theme, width, script);
    }

    public PageView dark() {
        return new PageView(language, Theme.DARK, width, script);
    }

    public PageView withoutScript() {
        return new PageView(language, theme, width, false);
    }

    @Override
    public String toString() {
        return language + "-" + theme.id() + "-" + width + (script ? "" : "-noscript");
    }
}
