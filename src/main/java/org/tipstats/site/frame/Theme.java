package org.tipstats.site.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
        return Arrays.stream(values()).filter(theme -> theme.id().equals(id)).findFirst();
    }
}
