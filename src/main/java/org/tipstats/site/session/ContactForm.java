package org.tipstats.site.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/**
 * The form for contact details, which people or administrators fill in.
 *
 * @param chosen the kinds of messages that the person gets; some may be for roles that the account does not have
 * @param kinds the kinds of messages that the form shows: those for the roles of the account
 */
public record ContactForm(
        String email, String lang, Set<MessageKind> chosen, List<MessageKind> kinds, List<Fault> faults) {

    /** Fills the form with the stored contact details of an account. */
    public static ContactForm of(AccountView account) {
        return new ContactForm(
                account.email() == null ? "" : account.email(),
                account.lang() == null ? "en" : account.lang(),
                Set.copyOf(account.notifications()),
                kinds(account.roles()),
                List.of());
    }

    /**
     * Returns the form as it was typed.
     *
     * @param notifications the chosen kinds among those that the form shows
     */
    public static ContactForm typed(String email, String lang, List<String> notifications, AccountView account) {
        List<MessageKind> shown = kinds(account.roles());
        Set<MessageKind> chosen = new HashSet<>(account.notifications());
        shown.forEach(chosen::remove);
        shown.stream().filter(kind -> notifications.contains(kind.id())).forEach(chosen::add);
        return new ContactForm(Site.typed(email), lang, Set.copyOf(chosen), shown, List.of());
    }

    private static List<MessageKind> kinds(List<AccountRole> roles) {
        return Arrays.stream(MessageKind.values())
                .filter(kind -> switch (kind) {
                    case ASKED, REMINDED, RECEIVED, RETURNED, ACCEPTED -> roles.contains(AccountRole.SUBMITTER);
                    case DIGEST -> roles.contains(AccountRole.REVIEWER);
                    case BLOCKED -> roles.contains(AccountRole.PUBLISHER);
                    case PUBLISHED -> true;
                })
                .toList();
    }

    public ContactRequest request() {
        boolean usual = chosen.equals(Set.copyOf(MessageKind.usual()));
        return new ContactRequest(
                email, lang, usual ? null : chosen.stream().map(MessageKind::id).toList());
    }

    /**
     * Returns a copy with the faults that the service found, in the language of the page.
     *
     * @throws ProblemException the given problem, if it concerns neither the mail address nor the language
     */
    public ContactForm refused(ProblemException problem, PageTexts t) {
        List<Fault> found = new ArrayList<>();
        problem.problem().errors().stream()
                .map(error -> error.pointer().split("/")[1])
                .filter(List.of("email", "lang")::contains)
                .forEach(field -> found.add(new Fault(field, t.say("contact.fault." + field))));
        if (found.isEmpty()) {
            throw problem;
        }
        return new ContactForm(email, lang, chosen, kinds, found);
    }
}
