package org.tipstats.validate.rule;

import java.util.List;

/** The codes of the ACTION column of SDMX-CSV. */
final class ActionCodes {

    static final List<String> ALL = List.of("I", "A", "M", "R", "D");

    private ActionCodes() {}

    /** The action, or null where the code is none. A row that doesn't say adds or changes. */
    static Action action(String code) {
        return switch (code) {
            case "", "I", "A", "M" -> Action.MERGE;
            case "R" -> Action.REPLACE;
            case "D" -> Action.DELETE;
            default -> null;
        };
    }
}
