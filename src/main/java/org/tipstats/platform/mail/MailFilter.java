package org.tipstats.platform.mail;

import java.util.Arrays;
import java.util.List;
import org.tipstats.platform.mail.MailRecord.MailState;
import org.tipstats.platform.problem.ProblemException;

/** A selection of messages by their states. */
public record MailFilter(List<MailState> states) {

    public static final MailFilter ALL = new MailFilter(List.of(MailState.values()));
    public static final MailFilter UNDELIVERED = new MailFilter(List.of(MailState.REFUSED, MailState.GIVEN_UP));

    /**
     * Reads the parameter {@code state}.
     *
     * @throws ProblemException 400 if the parameter is not a state
     */
    static MailFilter of(String state) {
        if (state == null) {
            return ALL;
        }
        List<String> known =
                Arrays.stream(MailState.values()).map(MailState::id).toList();
        if (!known.contains(state)) {
            throw ProblemException.parameter(
                    "state", state, "Choose one of these states: " + String.join(", ", known) + ".", known);
        }
        return new MailFilter(List.of(MailState.values()[known.indexOf(state)]));
    }
}
