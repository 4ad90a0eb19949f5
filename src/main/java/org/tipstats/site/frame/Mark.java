package org.tipstats.site.frame;

import java.util.Locale;
import java.util.Optional;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** What is said of a figure that is more, or less, than a number. Each has its own sign and its own words. */
public enum Mark {
    MISSING(".."),
    NOT_APPLICABLE("–"),
    SUPPRESSED("c"),
    LOW_RELIABILITY("u");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /**
     * The mark of an observation, if it needs one: zero and other values have none of their own.
     *
     * @param observation null where there is none
     * @param statuses whose annotation {@code MEANING} says what a status is
     */
    public static Optional<Mark> of(Observation observation, CodeList statuses) {
        if (observation == null) {
            return Optional.of(MISSING);
        }
        Optional<Code> status = statuses.find(observation.status());
        if (observation.value() != null) {
            return status.filter(LOW_RELIABILITY::isMeantBy).map(code -> LOW_RELIABILITY);
        }
        if (status.filter(SUPPRESSED::isMeantBy).isPresent()) {
            return Optional.of(SUPPRESSED);
        }
        return Optional.of(status.filter(NOT_APPLICABLE::isMeantBy).isPresent() ? NOT_APPLICABLE : MISSING);
    }

    private boolean isMeantBy(Code status) {
        return status.means(name());
    }

    public String sign() {
        return sign;
    }

    /** Where the words for it lie in the texts. */
    public String textKey() {
        return "mark." + name().toLowerCase(Locale.ROOT);
    }
}
