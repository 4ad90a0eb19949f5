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

    /** A desk at 400 percent, for WCAG. */
    public static final int NARROW = 320;

    public static final int PHONE = 360;
    public static final int TABLET = 768;
    public static final int DESK = 1280;

    /**
     * The looks in which pages are opened: English and wide, Arabic and narrow. With the {@link #opposite} of each they cover
     * both languages, narrow and wide, in light and dark.
     */
    public static final List<PageView> USUAL = List.of(at(DESK), at(PHONE).in("ar"));

    public static PageView at(int width) {
        return new PageView("en", Theme.LIGHT, width, true);
    }

    public PageView in(String other) {
        return new PageView(other, theme, width, script);
    }

    public PageView dark() {
        return new PageView(language, Theme.DARK, width, script);
    }

    /** Returns the dark look of the same language at another width: wide if this look is narrow, else {@link #NARROW}. */
    PageView opposite() {
        return new PageView(language, Theme.DARK, width < TABLET ? DESK : NARROW, script);
    }

    public PageView withoutScript() {
        return new PageView(language, theme, width, false);
    }

    @Override
    public String toString() {
        return language + "-" + theme.id() + "-" + width + (script ? "" : "-noscript");
    }
}
