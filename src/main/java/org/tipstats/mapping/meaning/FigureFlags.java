package org.tipstats.mapping.meaning;

import java.util.Map;

/** The meaning of the flags of Eurostat after a figure, or after the colon in its place. */
public final class FigureFlags {

    /** The code of OBS_STATUS for an ordinary figure. Revised figures have no code of their own. */
    public static final String NORMAL = "A";

    private static final char CONFIDENTIAL = 'c';
    private static final char NOT_APPLICABLE = 'z';

    /** The codes of OBS_STATUS by letter. */
    private static final Map<Character, String> CODES =
            Map.of('b', "B", 'd', "D", 'e', "E", 'f', "F", 'n', "N", 'p', "P", 's', "I", 'u', "U", 'r', NORMAL);

    private FigureFlags() {}

    /**
     * Adds the status that the flags give, and a comment on flags that the status does not show.
     *
     * @param hasValue whether a figure, and not a colon, is before the flags
     * @param decision returns the code of a letter, given its usual code; null while a question is open
     * @return false if the flags contradict the figure, or while a question about them is open
     */
    public static boolean read(String letters, boolean hasValue, Map<String, String> attributes, Decision decision) {
        String status = hasValue ? NORMAL : "O";
        StringBuilder rest = new StringBuilder();
        for (char letter : letters.toCharArray()) {
            if (letter == CONFIDENTIAL) {
                attributes.put("CONF_STATUS", "C");
                status = hasValue ? status : "Q";
            } else if (letter == NOT_APPLICABLE) {
                status = "M";
            } else {
                String code = decision.code(letter, CODES.get(letter));
                if (code == null) {
                    return false;
                }
                boolean shown = status.equals(NORMAL) && !code.equals(NORMAL);
                status = shown ? code : status;
                rest.append(shown ? "" : letter);
            }
        }
        attributes.put("OBS_STATUS", status);
        if (rest.length() > 0) {
            attributes.merge("COMMENT", "Flags in the source: " + rest + ".", (one, other) -> one + " " + other);
        }
        return !(hasValue && status.equals("M"));
    }

    /** Decides on the code of a letter. */
    @FunctionalInterface
    public interface Decision {
        String code(char letter, String usual);
    }
}
