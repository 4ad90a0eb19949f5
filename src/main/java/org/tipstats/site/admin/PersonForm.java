package org.tipstats.site.admin;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.platform.access.AccountRequest;
import org.tipstats.platform.access.AccountRequest.RightsRequest;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.Role;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/**
 * The contents of a form for an account, with their faults.
 *
 * @param source empty for official figures
 * @param key the idempotency key, which identifies a form that is sent twice
 */
record PersonForm(String name, List<String> roles, List<String> areas, String source, String key, List<Fault> faults) {

    static PersonForm typed(String name, List<String> roles, List<String> areas, String source, String key) {
        return new PersonForm(text(name), known(roles), known(areas), text(source), key, List.of());
    }

    /** Fills the form with the present rights of an account. */
    static PersonForm of(AccountView account) {
        return typed(
                account.name(),
                account.roles().stream().map(Role::id).toList(),
                account.areas(),
                account.source(),
                null);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static List<String> known(List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().filter(value -> !value.isEmpty()).toList();
    }

    AccountRequest account() {
        return new AccountRequest(name, roles, areas, source.isEmpty() ? null : source);
    }

    RightsRequest rights() {
        return new RightsRequest(roles, areas);
    }

    /** Returns a copy with the faults that the service found, in the words of the page; one for each field. */
    PersonForm refused(Problem problem, PageTexts t) {
        List<Fault> found = new ArrayList<>();
        for (InputError error : problem.errors()) {
            String field = error.pointer().split("/")[1];
            if (found.stream().noneMatch(fault -> fault.field().equals(field))) {
                found.add(new Fault(field, t.say("person.fault." + reason(field))));
            }
        }
        return new PersonForm(name, roles, areas, source, key, found);
    }

    private String reason(String field) {
        return switch (field) {
            case "name" -> name.isEmpty() ? "unnamed" : "name";
            case "roles" -> roles.isEmpty() ? "roles" : "source-roles";
            case "areas" -> "areas";
            default -> "source";
        };
    }

    /** Returns the fault of a field; null if there is none. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }
}
