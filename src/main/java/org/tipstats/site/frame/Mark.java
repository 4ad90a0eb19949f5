package org.tipstats.site.frame;

import java.util.Locale;
import java.util.Optional;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** A remark on a figure that is missing, withheld or unreliable. Each has its own sign and its own words. */
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
     * Returns the mark of an observation; empty for a plain value, zero included.
     *
     * @param observation null if there is none
     * @param statuses the code list of statuses; its annotation {@code MEANING} links a status to a mark
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

    /** Returns the key of its words in the texts. */
    public String textKey() {
        return "mark." + name().toLowerCase(Locale.ROOT);
    }
}
