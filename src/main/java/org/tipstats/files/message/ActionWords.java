package org.tipstats.files.message;

/** The actions of data sets and their codes in SDMX-CSV. */
final class ActionWords {

    static final String DELETE = "D";

    private ActionWords() {}

    /** Returns the code of an action. Returns an unknown word unchanged, so that it is reported as an unknown code. */
    static String code(String action) {
        return switch (action) {
            case "Information" -> "I";
            case "Append" -> "A";
            case "Merge" -> "M";
            case "Replace" -> "R";
            case "Delete" -> DELETE;
            default -> action;
        };
    }
}
