package org.tipstats.explorer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipstats.observation.Coverage;
import org.tipstats.observation.Observation;
import org.tipstats.observation.Statuses;
import org.tipstats.page.Mark;
import org.tipstats.page.NumberTexts;
import org.tipstats.page.PageTexts;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.DataStructure;
import org.tipstats.schema.Role;

/** Turns observations into cells, and remembers which signs need a key. What has no value leaves no trace of one. */
final class CellTexts {

    private final PageTexts texts;
    private final NumberTexts numbers;
    private final CodeList codes;
    private final Statuses statuses;
    private final Map<String, String> signs = new LinkedHashMap<>();

    CellTexts(DataStructure structure, PageTexts texts) {
        this.texts = texts;
        this.numbers = new NumberTexts(texts);
        this.codes = structure.attribute(Role.STATUS).orElseThrow().codes();
        this.statuses = new Statuses(structure);
    }

    /** @param observation null where there is none @param address of the figure's own page */
    DataTable.Cell cell(Observation observation, String address) {
        String[] sign = sign(observation);
        if (sign != null) {
            signs.put(sign[0], sign[1]);
        }
        String mark = sign == null ? null : sign[0];
        String words = sign == null ? null : sign[1];
        if (observation == null || observation.value() == null) {
            return new DataTable.Cell(null, mark, words, null, null, null, observation == null ? null : address, false);
        }
        Coverage coverage = observation.coverage();
        boolean bounded = coverage != null
                && coverage.lower() != null
                && coverage.upper() != null
                && coverage.lower().compareTo(coverage.upper()) != 0;
        return new DataTable.Cell(
                numbers.exact(observation.value()),
                mark,
                words,
                observation.value().toPlainString(),
                bounded ? coverage.lower().toPlainString() : null,
                bounded ? coverage.upper().toPlainString() : null,
                address,
                statuses.notComparable(observation.status()));
    }

    /** Sign and words: one of the four marks, or the status of a value that isn't normal. */
    private String[] sign(Observation observation) {
        Optional<Mark> mark = Mark.of(observation, codes);
        if (mark.isPresent()) {
            return new String[] {mark.get().sign(), texts.say(mark.get().textKey())};
        }
        if (observation.status().equals(statuses.normal())) {
            return null;
        }
        Code status = codes.find(observation.status()).orElseThrow();
        return new String[] {status.id().toLowerCase(Locale.ROOT), status.name().in(texts.language())};
    }

    /** The meaning of every sign so far, by sign. */
    Map<String, String> signs() {
        return signs;
    }
}
