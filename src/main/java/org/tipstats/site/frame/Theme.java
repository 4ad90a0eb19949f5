package org.tipstats.site.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bright pages are: as the reader's device has it, or as the reader chose. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    static final String COOKIE = "tipstats-theme";

    /** The word for it in cookies, forms and the markup. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its name lies in the texts. */
    public String textKey() {
        return "theme." + id();
    }

    static Optional<Theme> of(String id) {
        return Arrays.stream(values()).filter(theme -> theme.id().equals(id)).findFirst();
    }
}
