package org.tipstats.platform.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * How the service reaches a person.
 *
 * @param email null if the person gets no mail
 * @param lang the language of messages; null for English
 * @param notifications the kinds of messages that the person chose, in the order of {@link MessageKind}; null for the
 *     usual kinds
 */
public record Contact(String email, String lang, List<MessageKind> notifications) {

    public static final Contact NONE = new Contact(null, null, null);

    private static final int MAX_ADDRESS = 254;

    /** A pattern of addresses that every mail server accepts. It excludes quoted names, comments and line ends. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + label() + "(\\." + label() + ")*");

    public Contact {
        notifications = notifications == null
                ? null
                : notifications.stream().sorted().distinct().toList();
    }

    private static String label() {
        return "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    }

    /**
     * Reads the members of a request. An empty text means null.
     *
     * @param kinds the ids of kinds; null for the usual kinds
     * @param faults receives the errors
     */
    public static Contact read(String email, String lang, Collection<String> kinds, List<InputError> faults) {
        String address = text(email);
        if (address != null
                && (address.length() > MAX_ADDRESS || !ADDRESS.matcher(address).matches())) {
            faults.add(InputError.pointer(
                    "/email",
                    email,
                    "\"email\" must be one address, such as jo@example.org. Write a domain name with letters beyond a to"
                            + " z in its ASCII form (xn--…)."));
        }
        String language = text(lang);
        if (language != null && !LocalText.LANGUAGES.contains(language)) {
            faults.add(InputError.pointer(
                    "/lang",
                    lang,
                    "Choose one of these languages: " + String.join(", ", LocalText.LANGUAGES) + ".",
                    LocalText.LANGUAGES));
        }
        return new Contact(address, language, kinds == null ? null : kinds(new ArrayList<>(kinds), faults));
    }

    private static String text(String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private static List<MessageKind> kinds(List<String> sent, List<InputError> faults) {
        List<MessageKind> kinds = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Optional<MessageKind> kind = MessageKind.of(sent.get(i));
            if (kind.isPresent()) {
                kinds.add(kind.get());
            } else {
                faults.add(InputError.pointer(
                        "/notifications/" + i,
                        sent.get(i),
                        "This kind of message is not known. Kinds: " + String.join(", ", MessageKind.ids()) + ".",
                        WordSuggestions.near(sent.get(i), MessageKind.ids())));
            }
        }
        return kinds;
    }

    /** Returns the kinds of messages that the person gets. */
    public List<MessageKind> chosen() {
        return notifications == null ? MessageKind.usual() : notifications;
    }

    /** Returns the names of the members that differ from another contact. */
    public List<String> differences(Contact other) {
        List<String> different = new ArrayList<>();
        if (!Objects.equals(email, other.email)) {
            different.add("email");
        }
        if (!Objects.equals(lang, other.lang)) {
            different.add("lang");
        }
        if (!Objects.equals(notifications, other.notifications)) {
            different.add("notifications");
        }
        return different;
    }
}
