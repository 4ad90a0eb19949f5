package org.tipstats.site.session;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The page for signing in.
 *
 * @param staff the demo's accounts with roles of their own, each a button; empty without the demo
 * @param submitters those that submit for one area
 * @param next where to go on afterwards; null for the desk
 */
record SignInPage(List<DemoChoice> staff, List<DemoChoice> submitters, String next, List<Fault> faults) {

    /** An account of the demo. @param token which is its name @param text what it is */
    record DemoChoice(String token, String text) {}

    public boolean isDemo() {
        return !staff.isEmpty();
    }
}
