package org.tipstats.site.session;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.access.DemoAccounts;
import org.tipstats.platform.access.Role;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page for signing in. In the demo it has one button per account. */
@Singleton
final class SignInPages {

    /**
     * The page for signing in.
     *
     * @param staff the demo's accounts with special roles, one button each; empty without the demo
     * @param submitters the demo's accounts that submit for one area
     * @param next where to go after signing in; null for the desk
     */
    record SignInPage(List<DemoChoice> staff, List<DemoChoice> submitters, String next, List<Fault> faults) {

        public boolean isDemo() {
            return !staff.isEmpty();
        }
    }

    /**
     * An account of the demo.
     *
     * @param token the token, which is the account's name
     * @param text a description of the account
     */
    record DemoChoice(String token, String text) {}

    private final DemoAccounts accounts;
    private final SchemaRegistry schemas;
    private final boolean demo;

    SignInPages(
            DemoAccounts accounts,
            SchemaRegistry schemas,
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo) {
        this.accounts = accounts;
        this.schemas = schemas;
        this.demo = demo;
    }

    SignInPage page(PageTexts t, String next, List<Fault> faults) {
        return new SignInPage(demo ? staff(t) : List.of(), demo ? submitters(t) : List.of(), next, faults);
    }

    private List<DemoChoice> staff(PageTexts t) {
        return accounts.staff().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Role> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new DemoChoice(
                        entry.getKey(), t.say("role." + entry.getValue().id())))
                .toList();
    }

    private List<DemoChoice> submitters(PageTexts t) {
        return schemas.areas().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .map(code -> new DemoChoice(
                        accounts.submitter(code.id()), code.name().inLanguage(t.language())))
                .sorted(Comparator.comparing(DemoChoice::text, t.collator()))
                .toList();
    }
}
