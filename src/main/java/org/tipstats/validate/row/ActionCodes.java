package org.tipstats.validate.row;

import java.util.List;
import org.tipstats.validate.table.Action;

final class ActionCodes {

    static final List<String> ALL = List.of("I", "A", "M", "R", "D");

    private ActionCodes() {}

    /** Returns the action of a code; an empty code adds or changes. Returns null if the code is not valid. */
    static Action action(String code) {
        return switch (code) {
            case "", "I", "A", "M" -> Action.MERGE;
            case "R" -> Action.REPLACE;
            case "D" -> Action.DELETE;
            default -> null;
        };
    }
}
