package org.tipstats.files.message;

/** The actions of data sets, and their codes in SDMX-CSV. */
final class ActionWords {

    static final String DELETE = "D";

    private ActionWords() {}

    /** The code of an action; a word that is none stays, so that it is reported as the unknown code it is. */
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
