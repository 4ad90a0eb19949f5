package org.tipstats.site.frame;

import java.util.Locale;
import java.util.Set;
import org.tipstats.platform.access.Role;

/** The parts of the website that the bars link to, in their order. */
public enum Section {
    DATA("/data"),
    AREAS("/areas"),
    COVERAGE("/coverage"),
    RELEASES("/releases"),
    METHODS("/methods"),
    /** Not in the bar, which has a search field instead. */
    SEARCH("/search"),
    /** The check of a file without an account. */
    CHECK("/check"),
    DEVELOPERS("/developers"),
    ABOUT("/about"),

    DESK("/desk", Role.SUBMITTER, Role.REVIEWER, Role.PUBLISHER, Role.ADMINISTRATOR),
    MY_FILES("/desk/submissions", Role.SUBMITTER, Role.ADMINISTRATOR),
    UPLOAD("/desk/submissions/new", Role.SUBMITTER, Role.ADMINISTRATOR),
    DUE("/desk/due", Role.SUBMITTER),
    QUEUE("/desk/review", Role.REVIEWER),
    DRAFTS("/desk/releases", Role.REVIEWER, Role.PUBLISHER),
    PEOPLE("/desk/admin/people", Role.ADMINISTRATOR),
    SCHEMAS("/desk/admin/schemas", Role.ADMINISTRATOR),
    AUDIT("/desk/admin/audit", Role.ADMINISTRATOR);

    /** The sections of the public bar. */
    static final Set<Section> BAR = Set.of(DATA, AREAS, COVERAGE, RELEASES, METHODS);

    private final String path;
    private final Set<Role> roles;

    Section(String path, Role... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** Returns the address below the language. */
    public String path() {
        return path;
    }

    /** Returns the roles that see it in the bar of the desk; none for a part that is open to everyone. */
    Set<Role> roles() {
        return roles;
    }

    /** Returns the key of its name in the texts. */
    public String textKey() {
        return "nav." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
