package org.tipstats.site.session;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The page for signing in.
 *
 * @param staff the demo's accounts with special roles, one button each; empty without the demo
 * @param submitters the demo's accounts that submit for one area
 * @param next where to go after signing in; null for the desk
 */
record SignInPage(List<DemoChoice> staff, List<DemoChoice> submitters, String next, List<Fault> faults) {

    /**
     * An account of the demo.
     *
     * @param token the token, which is the account's name
     * @param text a description of the account
     */
    record DemoChoice(String token, String text) {}

    public boolean isDemo() {
        return !staff.isEmpty();
    }
}
