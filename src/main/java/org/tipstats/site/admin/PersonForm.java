package org.tipstats.site.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRequest;
import org.tipstats.platform.access.AccountRequest.RightsRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.GrantView;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/**
 * The values typed into a form for an account, with the faults found in these values.
 *
 * @param source the source of figures that the account reports for; empty for official figures
 * @param days the lifetime of a new token in days, as typed
 * @param key the idempotency key, which identifies a form that is sent twice
 */
record PersonForm(
        String name,
        List<String> roles,
        List<String> areas,
        String source,
        String email,
        String lang,
        String days,
        String key,
        List<Fault> faults) {

    /** Returns a copy with another mail address, and with another language for messages to the person. */
    PersonForm reached(String address, String language) {
        return new PersonForm(name, roles, areas, source, Site.typed(address), Site.typed(language), days, key, faults);
    }

    /**
     * Creates a form from the values that a browser sent. If the browser sent no idempotency key, the form gets a new
     * key.
     */
    static PersonForm typed(String name, List<String> roles, List<String> areas, String source, String key) {
        return new PersonForm(
                Site.typed(name), known(roles), known(areas), Site.typed(source), "", "", "", key, List.of());
    }

    PersonForm {
        key = key == null ? UUID.randomUUID().toString() : key;
    }

    /** Fills the form with the rights of an account, including roles that an administrator must still confirm. */
    static PersonForm of(AccountView account) {
        List<String> roles = Stream.concat(
                        account.roles().stream(), account.waiting().stream().map(GrantView::role))
                .map(AccountRole::id)
                .toList();
        return typed(account.name(), roles, account.areas(), account.source(), null);
    }

    private static List<String> known(List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().filter(value -> !value.isEmpty()).toList();
    }

    AccountRequest account() {
        return new AccountRequest(name, roles, areas, source.isEmpty() ? null : source, email, lang);
    }

    RightsRequest rights() {
        return new RightsRequest(roles, areas);
    }

    PersonForm withFaultyDays(String typed, PageTexts t) {
        List<Fault> found = List.of(new Fault("days", t.say("token.fault.days")));
        return new PersonForm(name, roles, areas, source, email, lang, typed, key, found);
    }

    /**
     * Returns a copy with the faults that the service found, in the language of the page. Each field gets at most one
     * fault.
     *
     * @throws ProblemException the given problem, if the problem does not concern any field of the form
     */
    PersonForm refused(ProblemException problem, PageTexts t) {
        if (problem.problem().errors().isEmpty()) {
            throw problem;
        }
        List<Fault> found = new ArrayList<>();
        for (InputError error : problem.problem().errors()) {
            String field = error.pointer().split("/")[1];
            if (Fault.of(field, found) == null) {
                found.add(new Fault(field, fault(field, t)));
            }
        }
        return new PersonForm(name, roles, areas, source, email, lang, days, key, found);
    }

    private String fault(String field, PageTexts t) {
        boolean contact = field.equals("email") || field.equals("lang");
        return t.say(contact ? "contact.fault." + field : "person.fault." + reason(field));
    }

    private String reason(String field) {
        return switch (field) {
            case "name" -> name.isEmpty() ? "unnamed" : "name";
            case "roles" ->
                roles.isEmpty()
                        ? "roles"
                        : roles.contains(Roles.ADMINISTRATOR) && source.isEmpty() ? "roles-mixed" : "source-roles";
            case "areas" -> "areas";
            default -> "source";
        };
    }
}
