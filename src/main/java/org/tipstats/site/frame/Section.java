package org.tipstats.site.frame;

import java.util.Locale;
import java.util.Set;
import org.tipstats.platform.access.AccountRole;

/** The parts of the website. The bars link to most of them, in this order. */
public enum Section {
    TOPICS("/topics"),
    DATA("/data"),
    AREAS("/areas"),
    COVERAGE("/coverage"),
    RELEASES("/releases"),
    METHODS("/methods"),
    /** The search. The bar does not link to this section, because the bar has a search field. */
    SEARCH("/search"),
    /** The check of a file for people without an account. */
    CHECK("/check"),
    /** The tool that counts the cases of a list. It works only in the browser, so that no case leaves the computer. */
    TABULATE("/tabulate"),
    DEVELOPERS("/developers"),
    ABOUT("/about"),
    /** The calendar of releases. The page of the releases links to it. */
    CALENDAR("/calendar"),

    DESK("/desk", AccountRole.SUBMITTER, AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR),
    MY_FILES("/desk/submissions", AccountRole.SUBMITTER, AccountRole.ADMINISTRATOR),
    UPLOAD("/desk/submissions/new", AccountRole.SUBMITTER, AccountRole.REVIEWER, AccountRole.ADMINISTRATOR),
    DUE("/desk/due", AccountRole.SUBMITTER),
    ROUNDS("/desk/rounds", AccountRole.SUBMITTER, AccountRole.REVIEWER, AccountRole.ADMINISTRATOR),
    METADATA("/desk/metadata", AccountRole.SUBMITTER, AccountRole.REVIEWER),
    QUEUE("/desk/review", AccountRole.REVIEWER),
    DRAFTS("/desk/releases", AccountRole.REVIEWER, AccountRole.PUBLISHER),
    DATES("/desk/calendar", AccountRole.PUBLISHER),
    PEOPLE("/desk/admin/people", AccountRole.ADMINISTRATOR),
    SCHEMAS("/desk/admin/schemas", AccountRole.ADMINISTRATOR),
    AUDIT("/desk/admin/audit", AccountRole.ADMINISTRATOR);

    /** The sections of the public bar. */
    static final Set<Section> BAR = Set.of(TOPICS, DATA, AREAS, COVERAGE, RELEASES, METHODS);

    private final String path;
    private final Set<AccountRole> roles;

    Section(String path, AccountRole... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** Returns the path of the section, without the language. */
    public String path() {
        return path;
    }

    /** Returns the roles that see the section in the bar of the desk; empty for a section that is open to everyone. */
    Set<AccountRole> roles() {
        return roles;
    }

    /** Returns the key of the section's name in the texts. */
    public String textKey() {
        return "nav." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
